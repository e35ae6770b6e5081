import { noDamage } from '../../test/support/damage.ts';
import { judge } from '../../test/support/judge.ts';
import { layouts, type Layout } from '../../test/support/layouts/index.ts';
import { seeded } from '../../test/support/random.ts';
import { read } from '../../test/support/reading.ts';
import { formOf, randomReport, type FormId } from '../../test/support/source.ts';
import { lostCell, targetOf } from '../../test/support/table-damage/index.ts';
import type { TableName } from '../../test/support/grid.ts';
import { table } from './tally.ts';

interface Counts {
  tried: number;
  shifted: number;
  silent: number;
  alleged: number;
}

/** One cell taken out at a time: every one of every row, in every layout and both forms. */
export function measureLostCells(seeds: number): { passed: boolean; text: string } {
  const counts = layouts.map((layout) => ({ layout, ...countsOf(layout, seeds) }));
  return {
    passed: counts.every(({ tried, shifted, silent, alleged }) => tried > 0 && shifted + silent + alleged === 0),
    text: table(['one cell lost', 'texts', 'read shifted', 'passed over in silence', 'with false findings'],
      counts.map(({ layout, tried, shifted, silent, alleged }) => [layout.name, ...[tried, shifted, silent, alleged].map(String)])),
  };
}

function countsOf(layout: Layout, seeds: number): Counts {
  const counts: Counts = { tried: 0, shifted: 0, silent: 0, alleged: 0 };
  for (const form of ['2019', '2021'] as const) {
    for (let seed = 0; seed < seeds; seed++) {
      countForm(layout, form, seed, counts);
    }
  }
  return counts;
}

function countForm(layout: Layout, form: FormId, seed: number, counts: Counts): void {
  const report = randomReport(form, seeded(seed + 1));
  for (const [name, { rows }] of formOf(form).tables) {
    for (const row of rows) {
      row.figures.forEach((_, at) => {
        const harm = lostCell(targetOf(name as TableName, row), at);
        const laidOut = layout.lay(report, { ...noDamage, seed: seed * 997 + row.index * 31 + at }, harm);
        const { wrong, silent, alleged } = judge(laidOut, harm, read(laidOut.text, laidOut.language));
        counts.tried += 1;
        counts.shifted += wrong.length > 0 ? 1 : 0;
        counts.silent += silent.length > 0 ? 1 : 0;
        counts.alleged += alleged.length > 0 ? 1 : 0;
      });
    }
  }
}
