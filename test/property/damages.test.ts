import assert from 'node:assert/strict';

import { tableAlone } from '../support/alone.ts';
import { noDamage } from '../support/damage.ts';
import { damaged, type Damaged } from '../support/damaged.ts';
import type { TableName } from '../support/grid.ts';
import { judge, type Verdict } from '../support/judge.ts';
import { convertedLayouts, layouts, strangeLayouts, type LaidOut, type Layout } from '../support/layouts/index.ts';
import { seeded } from '../support/random.ts';
import { read } from '../support/reading.ts';
import { runs } from '../support/runs.ts';
import { formOf, randomReport, type FormId, type ReportSource } from '../support/source.ts';
import { lostCell, tableDamageKinds, targetOf } from '../support/table-damage/index.ts';

const { numRuns: tries = 1 } = runs(1);
const first = Number(process.env['PROPERTY_SEED'] ?? 1);

describe('damaged tables are read right or not at all, and said to be so', () => {
  for (const kind of tableDamageKinds) {
    it(`${kind.name}, in every layout`, () => {
      for (const layout of [...layouts, ...convertedLayouts, ...strangeLayouts]) {
        for (let at = 0; at < tries; at++) {
          const found = damaged(layout, kind, first + at);
          if (found !== undefined) {
            assertSafe(found, `${layout.name}, seed ${first + at}`);
          }
        }
      }
    });
  }
});

describe('a row that has lost one cell', () => {
  for (const layout of [...layouts, ...convertedLayouts]) {
    it(`${layout.name}: no row of either form is read shifted, and each is said to be short`, () => {
      for (const form of ['2019', '2021'] as const) {
        assertNoRowShifts(layout, form);
      }
    });

    it(`${layout.name}: nor in a table by itself`, () => {
      for (const form of ['2019', '2021'] as const) {
        assertNoRowShifts(layout, form, tableAlone);
      }
    });
  }
});

/** One cell of each row, another one in each row and run. What converters leave of a table may be refused as a whole. */
function assertNoRowShifts(layout: Layout, form: FormId, part: (laidOut: LaidOut, table: TableName) => LaidOut | undefined = (whole) => whole): void {
  const random = randomReport(form, seeded(first));
  const report: ReportSource = part === tableAlone ? { ...random, prose: noProse } : random;
  for (const [name, { rows }] of formOf(form).tables) {
    for (const row of rows) {
      const at = (row.index + first) % row.figures.length;
      const lost = lostCell(targetOf(name as TableName, row), at);
      const harm = layouts.includes(layout) ? lost : { ...lost, touches: () => true };
      const laidOut = part(layout.lay(report, { ...noDamage, seed: first + row.index }, harm), name as TableName);
      if (laidOut !== undefined) {
        assertSafe({ laidOut, harm }, `form ${form}, cell ${at} of ${name}.${row.id}, seed ${first}`);
      }
    }
  }
}

const noProse: ReportSource['prose'] = { preamble: [], overview: [], proactive: [], requests: [], review: [], problems: [], other: [] };

function assertSafe({ laidOut, harm }: Damaged, where: string): void {
  const { wrong, silent, alleged }: Verdict = judge(laidOut, harm, read(laidOut.text, laidOut.language));
  assert.deepEqual({ wrong, silent, alleged }, { wrong: [], silent: [], alleged: [] }, `${where}\n${laidOut.text}`);
}
