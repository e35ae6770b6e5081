import assert from 'node:assert/strict';
import fc from 'fast-check';

import type { Diagnostic } from '../../server/src/service-types.ts';
import { noDamage } from '../support/damage.ts';
import { balancedFigures, leafIds } from '../support/figures.ts';
import { layouts, type LaidOut } from '../support/layouts/index.ts';
import { seeded } from '../support/random.ts';
import { arithmeticCodes, read } from '../support/reading.ts';
import { damagedRow, rowsOf, type Delimiters, type RowDamage } from '../support/row-damage.ts';
import { runs } from '../support/runs.ts';
import { formOf, reportArbitrary, reportWith, type FormId, type ReportSource } from '../support/source.ts';

const delimited: Readonly<Record<string, Delimiters>> = {
  'pipe': 'bars', 'pipe, split by a page break': 'bars', 'a bar after each cell': 'bars', 'tabs': 'tabs', 'Word saved as text': 'word',
  'HTML tables in Markdown': 'html', 'HTML page': 'html', 'one small table a block': 'bars', 'comma-separated': 'commas',
};

/** Codes of findings that say that figures of a row were not read. */
const saying: ReadonlySet<string> = new Set([
  'cell-count', 'unreadable-table', 'missing-row', 'missing-table', 'missing-column', 'blank-cell', 'not-a-number', 'group-row-figures',
]);

describe('a row that lost a cell or got one is never read shifted', () => {
  for (const layout of layouts.filter(({ name }) => name in delimited)) {
    it(`${layout.name}: each figure is its own or none, and what is not read is told`, () => {
      const report = fc.oneof(reportArbitrary(), fc.constantFrom<FormId>('2019', '2021').map(withDistinctFigures));
      fc.assert(fc.property(report, fc.nat({ max: 10_000 }), (source, seed) => {
        const random = seeded(seed);
        const laidOut = layout.lay(source, { ...noDamage, seed, signs: random.pick(['minus', 'words']), amounts: random.pick(['plain', 'cell元', 'cell万元']) });
        const delimiters = delimitersOf(layout.name, laidOut.text);
        const rows = rowsOf(laidOut.text, delimiters).filter(({ cells }) => cells.some(({ start, end }) => laidOut.text.slice(start, end).trim() !== ''));
        const at = random.integer(0, rows.length - 1);
        const row = rows[at];
        if (row) {
          assertCertain(laidOut, damagedRow(laidOut.text, delimiters, row, rows[at + 1], random));
        }
      }), runs(60));
    });
  }
});

function delimitersOf(layout: string, text: string): Delimiters {
  return layout !== 'one small table a block' ? delimited[layout] ?? 'bars' : text.includes('<td') ? 'html' : text.includes('| 信息内容') ? 'bars' : 'tabs';
}

/** A report in which no two figures of a row are the same. */
function withDistinctFigures(form: FormId): ReportSource {
  const leaves = leafIds(formOf(form));
  return reportWith(form, balancedFigures(formOf(form), new Map(leaves.map((id, at) => [id, 11 + at * 3]))), seeded(leaves.length));
}

function assertCertain(laidOut: LaidOut, { name, text, rows }: RowDamage): void {
  const { reports, diagnostics } = read(text, laidOut.language);
  const figures = reports[0]?.figures ?? {};
  const rowOf = (id: string): string => id.slice(0, id.lastIndexOf('.'));
  const all = [...laidOut.expected];
  const touched = new Set(all.filter(([, { places }]) => places.some(({ start }) => rows.some((row) => row.start <= start && start < row.end))).map(([id]) => rowOf(id)));
  const isSaid = diagnostics.some(({ code }) => saying.has(code));
  const flaws = all.flatMap(([id, { value }]) => {
    const found = figures[id];
    if (found === undefined || found.value === null) {
      return isSaid && (touched.has(rowOf(id)) || isRefused(id, diagnostics)) ? [] : [`${id}: ${value} is not read`];
    }
    return Math.abs(found.value - (value ?? NaN)) < 1e-9 ? [] : [`${id}: ${value} was read as ${found.value}`];
  });
  const alleged = diagnostics.filter(({ code }) => arithmeticCodes.has(code)).map(({ message }) => message);
  assert.deepEqual([...flaws, ...alleged], [], `${name}\n${text}`);
}

/** Whether a whole table is refused, so that rows beside the damaged one may be. */
function isRefused(id: string, diagnostics: readonly Diagnostic[]): boolean {
  return id !== '' && diagnostics.some(({ code }) => code === 'unreadable-table' || code === 'missing-table');
}
