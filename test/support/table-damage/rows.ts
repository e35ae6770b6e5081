import type { BlockData, RowData, RowGroupData, TableData } from '../../../server/src/forms/form.ts';
import { compileForm } from '../../../server/src/forms/index.ts';
import type { FormTable, RowDefinition } from '../../../server/src/forms/table.ts';
import type { TableName } from '../grid.ts';
import type { Random } from '../random.ts';
import { formOf, type ReportSource } from '../source.ts';
import { aimAtRow, formTable, within, type Target } from './targets.ts';
import type { DamageKind, TableDamage } from './table-damage.ts';

const below: readonly TableName[] = ['proactive', 'requests'];

/** Whole rows that are lost, written twice, added or moved. */
export const rowDamages: readonly DamageKind[] = [
  {
    name: 'a row lost',
    aim: (report, random) => {
      const target = aimAtRow(report, random, below);
      return isAnchor(formTable(report, target.table), target.row) ? undefined : {
        ...printed(target, (row, path) => (isSame(target, path) ? [] : [row])),
        touches: within(target.table),
        allowed: ['missing-row'],
        required: ['missing-row', 'unreadable-table'],
      };
    },
  },
  {
    name: 'a row written twice',
    aim: (report, random) => doubled(report, random, (value) => value),
  },
  {
    name: "a row written twice, last year's below",
    aim: (report, random) => doubled(report, random, (value) => value + random.integer(1, 9)),
  },
  {
    name: 'a row of an organ of its own',
    aim: (report, random) => {
      const target = aimAtRow(report, random, below);
      const label = random.pick(['其中：网上申请', '其他行政权力', '行政确认', '公共服务事项', '备注', '小计', '上年同期数']);
      return added(target, { id: 'own', label }, () => random.integer(0, 60));
    },
  },
  {
    name: 'two rows that changed places',
    aim: (report, random) => {
      const target = aimAtRow(report, random, below);
      const table = formTable(report, target.table);
      const siblings = table.rows.filter(({ block, groups, index }) => block === target.row.block && index !== target.row.index
        && groups.length === target.row.groups.length && groups.every((group, at) => group === target.row.groups[at]));
      if (siblings.length === 0) {
        return undefined;
      }
      const other: Target = { ...target, row: random.pick(siblings) };
      const ids = [target, other].map(({ row }) => `${target.table}.${row.id}.`);
      return {
        ...printed(target, (row, path) => [isSame(target, path) ? dataOf(other) : isSame(other, path) ? dataOf(target) : row]),
        touches: (id) => ids.some((prefix) => id.startsWith(prefix)),
      };
    },
  },
];

function isAnchor({ data }: FormTable, { id }: RowDefinition): boolean {
  return data.identities.some(({ anchor }) => anchor === id);
}

function dataOf({ row }: Target): RowData {
  return { ...row, id: row.id.split('.').at(-1) ?? row.id };
}

function isSame({ row }: Target, path: string): boolean {
  return path === row.id;
}

function doubled(report: ReportSource, random: Random, valueOf: (value: number) => number): TableDamage {
  const target = aimAtRow(report, random, below);
  const { label } = target.row;
  return {
    ...added(target, { id: 'again', label }, (at) => valueOf(Number(report.figures.get(target.row.figures[at]?.id ?? '') ?? 0))),
    allowed: ['duplicate-row'],
    required: ['duplicate-row', 'unreadable-table'],
  };
}

/** One more row below the target's, with figures that are none of the form's. */
function added(target: Target, row: RowData, valueOf: (at: number) => number): TableDamage {
  const damage = printed(target, (each, path) => (isSame(target, path) ? [each, row] : [each]));
  const prefix = [...target.row.id.split('.').slice(0, -1), row.id].join('.');
  return {
    ...damage,
    report: (report) => ({
      ...(damage.report?.(report) ?? report),
      figures: new Map([...report.figures, ...target.row.figures.map(({ column }, at) =>
        [`${target.table}.${prefix}.${column.id}`, valueOf(at)] as const)]),
    }),
  };
}

/** The report on a form whose rows are others. */
function printed(target: Target, change: (row: RowData, path: string) => RowData[]): TableDamage {
  return {
    touches: target.touches,
    report: (report) => {
      const { data } = formOf(report.form);
      const tables = data.tables.map((table): TableData => (table.id !== target.table ? table : {
        ...table,
        blocks: table.blocks.map((block): BlockData => ({ ...block, rows: changed(block.rows, [], change) })),
      }));
      return { ...report, printed: compileForm({ ...data, tables }) };
    },
  };
}

function changed(
  nodes: readonly (RowData | RowGroupData)[],
  path: readonly string[],
  change: (row: RowData, path: string) => RowData[],
): (RowData | RowGroupData)[] {
  return nodes.flatMap((node): (RowData | RowGroupData)[] => {
    const inner = node.id === undefined ? [...path] : [...path, node.id];
    return 'rows' in node ? [{ ...node, rows: changed(node.rows, inner, change) }] : change(node, inner.join('.'));
  });
}
