import { noDamage, randomDamage } from '../../test/support/damage.ts';
import { judge } from '../../test/support/judge.ts';
import { convertedLayouts, strangeLayouts, type Layout } from '../../test/support/layouts/index.ts';
import { seeded } from '../../test/support/random.ts';
import { read } from '../../test/support/reading.ts';
import { randomReport, type FormId } from '../../test/support/source.ts';
import type { TableDamage } from '../../test/support/table-damage/index.ts';
import { table } from './tally.ts';

/** Any row or table may be refused. */
const refusable: TableDamage = { touches: () => true };

/** Layouts that may be refused as a whole: figures right, unread and wrong, rows passed over in silence, false findings. */
export function measureConverted(reports: number): { passed: boolean; text: string } {
  const rows = [...convertedLayouts, ...strangeLayouts].map((layout) => ({ layout, counts: countsOf(layout, reports) }));
  return {
    passed: rows.every(({ counts: [, , ...flaws] }) => flaws.every((count) => count === 0)),
    text: table(['layout that may be refused', 'figures right', 'unread', 'wrong', 'rows silent', 'false findings'],
      rows.map(({ layout, counts }) => [layout.name, ...counts.map(String)])),
  };
}

function countsOf(layout: Layout, reports: number): number[] {
  const counts = [0, 0, 0, 0, 0];
  for (let seed = 0; seed < reports; seed++) {
    const random = seeded(seed);
    const report = randomReport(random.pick<FormId>(['2019', '2021']), random);
    for (const damage of [{ ...noDamage, seed }, { ...randomDamage(random), blanks: 0 }]) {
      const laidOut = layout.lay(report, damage);
      const { right, unread, wrong, silent, alleged } = judge(laidOut, refusable, read(laidOut.text, laidOut.language));
      [right, unread, wrong.length, silent.length, alleged.length].forEach((count, at) => {
        counts[at] = (counts[at] ?? 0) + count;
      });
    }
  }
  return counts;
}
