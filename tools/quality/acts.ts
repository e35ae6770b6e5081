import { analyse } from '../../server/src/model/arithmetic/index.ts';
import { balancedTable, everyMishap, kept, linesOf, offices, tellingOf, type Office, type Telling } from '../../test/support/acts.ts';
import { harsh, measurePreferred } from '../../test/support/preferred.ts';
import { seeded } from '../../test/support/random.ts';
import { table as tableText } from './tally.ts';

const tellings: readonly Telling[] = ['told', 'open', 'in more findings', 'elsewhere', 'not seen'];

/** Of a thousand preferred fixes at most one may write a number that is not the true one. */
const mostWrong = 0.001;

/** Mistakes as people make them: how each is told, and whether what the preferred fixes write is true. */
export function measureActs(reports: number): { passed: boolean; text: string } {
  const singles = (Object.keys(offices) as Office[]).flatMap((office) => everyMishap.map(({ name }, at) => [`${name}, ${office} office`, ...countsOf(office, at, Math.ceil(reports / 25))]));
  const { tables, all, wrong, pairs, milliseconds } = measurePreferred(reports * 100);
  const shown = [0.5, 0.95].map((share) => (milliseconds[Math.floor(milliseconds.length * share)] ?? 0).toFixed(2)).join(', ');
  const harsher = measurePreferred(reports * 100, harsh);
  return {
    passed: wrong <= Math.ceil(all * mostWrong) && all > 0,
    text: [
      tableText(['done to a row or column of table 三', ...tellings], singles),
      '',
      tableText(['two at once', ...tellings], (Object.keys(offices) as Office[]).map((office) => [`${office} office`, ...tellings.map((telling) => String(pairs[office][telling] ?? 0))])),
      '',
      tableText(['tables with mistakes', 'preferred fixes', 'of them not true', 'milliseconds a table (median, 95 %)'], [
        [String(tables), String(all), String(wrong), shown],
        [`${harsher.tables}, two each, of a harsher mix`, String(harsher.all), String(harsher.wrong), ''],
      ]),
    ].join('\n'),
  };
}

/** One kind of mistake at every row and column. */
function countsOf(office: Office, kind: number, seeds: number): string[] {
  const counts: Partial<Record<Telling, number>> = {};
  for (let seed = 0; seed < seeds; seed += 1) {
    const random = seeded(seed * 101 + kind);
    const { table, values } = balancedTable('2021', 'requests', office, random);
    const lines = linesOf(table);
    for (const line of lines.filter(({ figures }) => everyMishap[kind] !== kept || figures.every((figure) => table.system.isTotal[figure]))) {
      const wrong = everyMishap[kind]?.harm(values, line, lines, random);
      if (wrong !== undefined) {
        const telling = tellingOf(analyse(table.system, wrong), [line]);
        counts[telling] = (counts[telling] ?? 0) + 1;
      }
    }
  }
  return tellings.map((telling) => String(counts[telling] ?? 0));
}
