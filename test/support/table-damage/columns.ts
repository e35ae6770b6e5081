import type { BlockData, ColumnData, TableData } from '../../../server/src/forms/form.ts';
import { compileForm } from '../../../server/src/forms/index.ts';
import { figureDefinitions } from '../figures.ts';
import type { TableName } from '../grid.ts';
import type { Random } from '../random.ts';
import { formOf, type FormId, type ReportSource } from '../source.ts';
import { aimAtRow, formTable, within } from './targets.ts';
import type { DamageKind, TableDamage } from './table-damage.ts';

/** Columns of a whole table or block that are lost or too many, and blocks in the shape of another form. */
export const columnDamages: readonly DamageKind[] = [
  {
    name: 'a column lost, its head too',
    aim: (report, random) => {
      const { table, row } = aimAtRow(report, random);
      const lost = random.pick(row.block.columns);
      return isAnchor(report, table, lost) || row.block.columns.length === 1 ? undefined
        : printed(table, (block) => (block === row.block ? { ...block, columns: block.columns.filter((column) => column !== lost) } : block), {
          allowed: ['missing-column', 'missing-row'],
        });
    },
  },
  {
    name: 'a column lost, its head left',
    aim: (report, random) => {
      const { table, row: { block } } = aimAtRow(report, random, ['proactive', 'requests']);
      const at = random.integer(0, block.columns.length - 1);
      return {
        touches: within(table),
        allowed: ['missing-column'],
        cells: (cells, row) => (row.block.columns === block.columns ? cells.toSpliced(at, 1) : [...cells]),
      };
    },
  },
  {
    name: "another year's column beside each",
    aim: (report, random) => {
      const { table } = aimAtRow(report, random, ['proactive', 'requests']);
      const year = random.pick([`${report.year - 1}年`, '上年', '去年']);
      const before = random.chance(0.3);
      return strange(random, table, (column) => {
        const other = { ...column, id: `${column.id}LastYear`, label: `${year}${column.label.replace('本年', '')}` };
        return before ? [other, column] : [column, other];
      });
    },
  },
  {
    name: 'a column of an organ of its own at the end',
    aim: (report, random) => {
      const { table } = aimAtRow(report, random, ['proactive', 'requests']);
      const label = random.pick(['上年总计', '同比增长', '备注', `${report.year - 1}年总计`, '较上年增减', '合计']);
      return strange(random, table, (column, last) => (last ? [column, { id: 'own', kind: 'count', label }] : [column]));
    },
  },
  {
    name: 'a column of an organ of its own at the front',
    aim: (report, random) => {
      const { table } = aimAtRow(report, random, ['proactive', 'requests']);
      const label = random.pick(['序号', '上年数', '编号', '行次']);
      return strange(random, table, (column, _, first) => (first ? [{ id: 'own', kind: 'count', label }, column] : [column]));
    },
  },
  {
    name: 'a block in the shape of the other form',
    aim: (report, random) => {
      const heading = random.pick(['第二十条第（一）项', '第二十条第（五）项', '第二十条第（六）项', '第二十条第（八）项']);
      return mixture(report, random, (block) => block.heading === heading);
    },
  },
  {
    name: 'all blocks in the shape of the other form',
    aim: (report, random) => mixture(report, random, () => true),
  },
];

function isAnchor(report: ReportSource, table: TableName, { id }: ColumnData): boolean {
  return formTable(report, table).data.identities.some(({ anchor }) => anchor === id);
}

/** Columns that are none of the form's, with figures of their own. */
function strange(random: Random, table: TableName, change: (column: ColumnData, last: boolean, first: boolean) => ColumnData[]): TableDamage {
  return withFigures(printed(table, (block) => ({
    ...block,
    columns: block.columns.flatMap((column, at) => change(column, at === block.columns.length - 1, at === 0)),
  }), { allowed: ['missing-column', 'missing-row'] }), random);
}

/** Blocks of section 二 as the other form has them; figures that both forms ask for keep their values. */
function mixture(report: ReportSource, random: Random, suits: (block: BlockData) => boolean): TableDamage {
  const other: FormId = report.form === '2019' ? '2021' : '2019';
  const blocks = formOf(other).tables.get('proactive')?.data.blocks ?? [];
  // The numbers that are made up for the other form may give 规章 to an organ that makes none.
  return withFigures(printed('proactive', (block) => (suits(block) ? blocks.find(({ heading }) => heading === block.heading) : block),
    { allowed: ['superseded-form', 'missing-column', 'missing-row', 'missing-table', 'document-counts'] }), random);
}

/** The damage with a number for each figure that the report did not have. */
function withFigures(damage: TableDamage, random: Random): TableDamage {
  return {
    ...damage,
    report: (report) => {
      const made = damage.report?.(report) ?? report;
      const added = made.printed === undefined ? [] : figureDefinitions(made.printed).filter(({ id }) => !report.figures.has(id));
      return { ...made, figures: new Map([...report.figures, ...added.map(({ id }) => [id, random.integer(0, 60)] as const)]) };
    },
  };
}

function printed(
  name: TableName,
  change: (block: BlockData) => BlockData | undefined,
  { allowed }: { readonly allowed: readonly string[] },
): TableDamage {
  return {
    touches: within(name),
    allowed,
    report: (report) => {
      const { data } = formOf(report.form);
      const tables = data.tables.map((table): TableData =>
        (table.id === name ? { ...table, blocks: table.blocks.flatMap((block) => change(block) ?? []) } : table));
      return { ...report, printed: compileForm({ ...data, tables }) };
    },
  };
}
