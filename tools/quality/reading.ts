import { noDamage, randomDamage } from '../../test/support/damage.ts';
import { layouts, type Layout } from '../../test/support/layouts/index.ts';
import { seeded } from '../../test/support/random.ts';
import { arithmeticCodes, misreadings, read } from '../../test/support/reading.ts';
import { randomReport, type FormId } from '../../test/support/source.ts';
import { count, isWhole, percent, table, tally, type Tally } from './tally.ts';

interface LayoutScore {
  readonly layout: Layout;
  readonly clean: Tally;
  readonly damaged: Tally;
  /** Balanced reports without a finding of arithmetic. */
  readonly quiet: Tally;
}

/** Layouts × figures read right, and false alarms on balanced reports. */
export function measureReading(reports: number): { passed: boolean; text: string } {
  const scores = layouts.map((layout) => scoreOf(layout, reports));
  const rows = scores.map(({ layout, clean, damaged, quiet }) =>
    [layout.name, percent(clean), percent(damaged), String(quiet.tried - quiet.right)]);
  return {
    passed: scores.every(({ clean, damaged, quiet }) => isWhole(clean) && isWhole(damaged) && isWhole(quiet)),
    text: table(['layout', 'figures read right, clean', 'figures read right, damaged', 'false alarms of arithmetic'], rows),
  };
}

function scoreOf(layout: Layout, reports: number): LayoutScore {
  const score: LayoutScore = { layout, clean: tally(), damaged: tally(), quiet: tally() };
  for (let seed = 0; seed < reports; seed++) {
    const random = seeded(seed);
    const report = randomReport(random.pick<FormId>(['2019', '2021']), random);
    for (const damage of [{ ...noDamage, seed }, randomDamage(random)]) {
      const laidOut = layout.lay(report, damage);
      const { reports: found, diagnostics } = read(laidOut.text, laidOut.language);
      const figures = laidOut.expected.size + laidOut.uncertain.size;
      const wrong = found.length === 1 ? misreadings(laidOut, found[0]).length : figures;
      const into = damage.seed === seed ? score.clean : score.damaged;
      into.tried += figures;
      into.right += figures - wrong;
      count(score.quiet, diagnostics.every(({ code }) => !arithmeticCodes.has(code)));
    }
  }
  return score;
}
