import { randomDamage } from '../../test/support/damage.ts';
import { layouts } from '../../test/support/layouts/index.ts';
import { mistake } from '../../test/support/mistakes.ts';
import { seeded } from '../../test/support/random.ts';
import { arithmeticCodes, misreadings, offsets, read } from '../../test/support/reading.ts';
import { randomReport, type FormId } from '../../test/support/source.ts';
import { count, isWhole, percent, table, tally } from './tally.ts';

/**
 * One wrong cell in a balanced report: found, found once, and found where the reader must look. Where a number is read for its
 * sum alone (`1 9`), or a table in part, the wrong cell leaves figures unread, and nothing can be found of it: these are counted apart.
 */
export function measureMistakes(reports: number, forms: readonly FormId[]): { passed: boolean; text: string } {
  const scores = (['requests', 'review'] as const).map((name) => {
    const score = { name, found: tally(), once: tally(), place: tally(), unread: 0 };
    for (let seed = 0; seed < reports; seed++) {
      for (const layout of layouts) {
        const random = seeded(seed * 31 + name.length);
        const report = randomReport(random.pick(forms), random);
        const { wrong, place } = mistake(report, name, random);
        const laidOut = layout.lay(wrong, { ...randomDamage(random), blanks: 0 });
        const at = offsets(laidOut.text);
        const { reports: [one], diagnostics } = read(laidOut.text, laidOut.language);
        if (misreadings(laidOut, one).length > 0) {
          score.unread += 1;
          continue;
        }
        const found = diagnostics.filter(({ code }) => arithmeticCodes.has(code));
        const start = laidOut.expected.get(place)?.start;
        count(score.found, found.length > 0);
        count(score.once, found.length === 1);
        count(score.place, found.length === 1 && found[0]?.figure === place && start !== undefined && at(found[0].range.start) === start);
      }
    }
    return score;
  });
  const titles: Readonly<Record<string, string>> = { requests: '三 (at the wrong cell)', review: "四 (at the group's 总计)" };
  return {
    passed: scores.every(({ found, once, place }) => isWhole(found) && isWhole(once) && isWhole(place)),
    text: table([`one wrong cell in table, forms ${forms.join(', ')}`, 'found', 'found once', 'found at the place', 'not read whole'],
      scores.map(({ name, found, once, place, unread }) => [titles[name] ?? name, percent(found), percent(once), percent(place), String(unread)])),
  };
}
