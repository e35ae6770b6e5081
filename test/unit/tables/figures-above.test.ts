import assert from 'node:assert/strict';

import type { RowDefinition } from '../../../server/src/forms/table.ts';
import { read } from '../../support/reading.ts';
import { formOf } from '../../support/source.ts';

const { rows } = formOf('2021').tables.get('requests') ?? { rows: [] };

/** Balanced figures: as much in each column and row as its place in the form, all of it received in the year. */
const figures = valuesOf();

function valuesOf(): ReadonlyMap<RowDefinition, readonly number[]> {
  const parts = rows.slice(2, -2);
  const values = new Map(parts.map((row, at) => [row, withTotal(Array.from({ length: 6 }, (_, column) => (at + column) % 4))] as const));
  const results = withTotal(Array.from({ length: 6 }, (_, column) => parts.reduce((sum, row) => sum + (values.get(row)?.[column] ?? 0), 0)));
  const none = withTotal([0, 0, 0, 0, 0, 0]);
  const ends = [results, none, results, none];
  return new Map([...values, ...[rows[0], rows[1], rows.at(-2), rows.at(-1)].flatMap((row, at) => (row ? [[row, ends[at] ?? none] as const] : []))]);
}

function withTotal(values: readonly number[]): readonly number[] {
  return [...values, values.reduce((sum, value) => sum + value, 0)];
}

/** The table, a row a line with the names of groups above; the figures of one row stand in a line of their own above its label. */
function withFiguresAbove(raised: RowDefinition, gap: string): string {
  const lines = rows.flatMap((row, at) => {
    const opened = row.groups.filter((group) => !(rows[at - 1]?.groups ?? []).includes(group)).map(({ label }) => label);
    const numbers = (figures.get(row) ?? []).join(gap);
    return [...opened, ...(row === raised ? [numbers, row.label] : [row.label + gap + numbers])];
  });
  return `青禾县水务局2023年政府信息公开工作年度报告\n三、收到和处理政府信息公开申请情况\n自然人${gap}商业企业${gap}科研机构${gap}社会公益组织${gap}法律服务机构${gap}其他${gap}总计\n${lines.join('\n')}\n`;
}

const tables: ReadonlySet<string> = new Set(['unreadable-table', 'duplicate-row', 'group-row-figures', 'blank-cell', 'cell-count', 'missing-row', 'unknown-row']);

describe('a line of figures right above the label of a row', () => {
  for (const gap of [' ', '   ', '\u3000']) {
    it(`is taken for no row, and the row for no blank one, with ${JSON.stringify(gap)} between`, () => {
      for (const raised of rows) {
        const { reports, diagnostics } = read(withFiguresAbove(raised, gap), 'plaintext');
        const wrong = rows.flatMap((row) => row.figures.flatMap(({ id }, at) => {
          const value = reports[0]?.figures[id]?.value;
          return value === undefined || value === figures.get(row)?.[at] ? [] : [`${id}: ${value}`];
        }));
        assert.deepEqual(wrong, [], raised.id);
        assert.deepEqual(diagnostics.map(({ code }) => code).filter((code) => tables.has(code)), ['unreadable-table'], raised.id);
      }
    });
  }

  it('does not let the labels below it go on above their figures', () => {
    const text = withFiguresAbove(rows[0] as RowDefinition, '   ').replace('三、本年度办理结果\n', '三、本年度办理结果   ').replace(/(（二）部分公开（区分处理的，)(只计这一情形，不计其他情形）)\s+([\d ]+)\n/u, '$3\n$1\n$2\n');
    const value = read(text, 'plaintext').reports[0]?.figures['requests.received.total']?.value;
    assert.ok(value === undefined || value === figures.get(rows[0] as RowDefinition)?.at(-1), `${value}`);
  });
});

/** The table with the label of each row over several lines and its figures on a line below them; some lines of the text are lost. */
function withFiguresBelow(isLost: (row: RowDefinition, piece: number, isLast: boolean) => boolean): string {
  const lines = rows.flatMap((row, at) => {
    const opened = row.groups.filter((group) => !(rows[at - 1]?.groups ?? []).includes(group)).map(({ label }) => label);
    const pieces = [...(row.label.match(/.{1,12}/gu) ?? []), (figures.get(row) ?? []).join('   ')];
    return [...opened, ...pieces.filter((_, piece) => !isLost(row, piece, piece === pieces.length - 1))];
  });
  return `青禾县水务局2023年政府信息公开工作年度报告\n三、收到和处理政府信息公开申请情况\n自然人   商业企业   科研机构   社会公益组织   法律服务机构   其他   总计\n${lines.join('\n')}\n`;
}

describe('lines of figures below labels that go on over several lines', () => {
  const wrongIn = (text: string): string[] => {
    const { reports } = read(text, 'plaintext');
    return rows.flatMap((row) => row.figures.flatMap(({ id }, at) => {
      const value = reports[0]?.figures[id]?.value;
      return value === undefined || value === null || value === figures.get(row)?.[at] ? [] : [`${id}: ${value}`];
    }));
  };

  it('are read for no other row where a line of figures is lost', () => {
    assert.equal(Object.values(read(withFiguresBelow(() => false), 'plaintext').reports[0]?.figures ?? {}).filter(({ value }) => value !== null).length, rows.length * 7);
    for (const row of rows) {
      assert.deepEqual(wrongIn(withFiguresBelow((one, _, isLast) => one === row && isLast)), [], row.label);
    }
  });

  it('are read for no other row where the next label has lost its beginning too', () => {
    for (const row of rows) {
      const next = rows[row.index + 1];
      assert.deepEqual(wrongIn(withFiguresBelow((one, piece, isLast) => (one === row && isLast) || (one === next && piece === 0))), [], row.label);
    }
  });
});
