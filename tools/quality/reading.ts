import { noDamage, randomDamage } from '../../test/support/damage.ts';
import { judge } from '../../test/support/judge.ts';
import { layouts, type Layout } from '../../test/support/layouts/index.ts';
import { seeded } from '../../test/support/random.ts';
import { arithmeticCodes, misreadings, read } from '../../test/support/reading.ts';
import { randomReport, type FormId } from '../../test/support/source.ts';
import { count, isWhole, percent, table, tally, type Tally } from './tally.ts';

interface LayoutScore {
  readonly layout: Layout;
  readonly clean: Tally;
  readonly damaged: Tally;
  /** Figures with a value that is not theirs, or from a place that is not theirs. */
  wrong: number;
  /** Balanced reports without a finding of arithmetic. */
  readonly quiet: Tally;
}

/** Layouts × figures read right, and false alarms on balanced reports. A figure of a damaged text may be left unread, none is read wrong. */
export function measureReading(reports: number, forms: readonly FormId[]): { passed: boolean; text: string } {
  const scores = layouts.map((layout) => scoreOf(layout, reports, forms));
  const rows = scores.map(({ layout, clean, damaged, wrong, quiet }) =>
    [layout.name, percent(clean), percent(damaged), String(wrong), String(quiet.tried - quiet.right)]);
  return {
    passed: scores.every(({ clean, wrong, quiet }) => isWhole(clean) && wrong === 0 && isWhole(quiet)),
    text: table([`layout, forms ${forms.join(', ')}`, 'figures read right, clean', 'figures read right, damaged', 'read wrong', 'false alarms of arithmetic'], rows),
  };
}

function scoreOf(layout: Layout, reports: number, forms: readonly FormId[]): LayoutScore {
  const score: LayoutScore = { layout, clean: tally(), damaged: tally(), wrong: 0, quiet: tally() };
  for (let seed = 0; seed < reports; seed++) {
    const random = seeded(seed);
    const report = randomReport(random.pick(forms), random);
    for (const damage of [{ ...noDamage, seed }, randomDamage(random)]) {
      const laidOut = layout.lay(report, damage);
      const reading = read(laidOut.text, laidOut.language);
      const { reports: found, diagnostics } = reading;
      const figures = laidOut.expected.size + laidOut.uncertain.size;
      const wrong = found.length === 1 ? misreadings(laidOut, found[0]).length : figures;
      const into = damage.seed === seed ? score.clean : score.damaged;
      into.tried += figures;
      into.right += figures - wrong;
      score.wrong += judge(laidOut, { touches: () => true }, reading).wrong.length;
      count(score.quiet, diagnostics.every(({ code }) => !arithmeticCodes.has(code)));
    }
  }
  return score;
}
