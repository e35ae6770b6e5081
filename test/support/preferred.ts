import { analyse } from '../../server/src/model/arithmetic/index.ts';
import { balancedTable, everyMishap, furtherMishaps, harmed, offices, preferredOf, tellingOf, type Mishap, type Office, type Telling } from './acts.ts';
import { seeded } from './random.ts';

/** What is done to the tables: so many of them have one mistake, the others two. */
interface Mix {
  readonly shareOfOne: number;
  readonly mishaps: readonly Mishap[];
}

const usual: Mix = { shareOfOne: 0.75, mishaps: everyMishap };

/** Two mistakes each, those that are seldom as often as others. */
export const harsh: Mix = { shareOfOne: 0, mishaps: [...everyMishap, ...furtherMishaps] };

/** What the preferred fixes of generated tables write, and how what was done to them is told. */
interface Preferred {
  readonly tables: number;
  readonly all: number;
  readonly wrong: number;
  readonly pairs: Readonly<Record<Office, Partial<Record<Telling, number>>>>;
  /** For each table how long it took, ascending. */
  readonly milliseconds: readonly number[];
}

/** Tables of one or two mistakes, in both forms; a lone wrong total of table 四 cannot be told from a wrong part and is left out. */
export function measurePreferred(tables: number, { shareOfOne, mishaps }: Mix = usual): Preferred {
  const counts = { all: 0, wrong: 0 };
  const pairs: Record<Office, Partial<Record<Telling, number>>> = { small: {}, large: {} };
  const times: number[] = [];
  for (let seed = 0; seed < tables; seed += 1) {
    const random = seeded(seed * 7919 + 1);
    const office = random.pick(Object.keys(offices) as Office[]);
    const { table, values } = balancedTable(random.pick(['2019', '2021'] as const), 'requests', office, random);
    const { values: wrong, at } = harmed(table, values, random.chance(shareOfOne) ? 1 : 2, random, mishaps);
    const start = performance.now();
    const analysis = analyse(table.system, wrong);
    times.push(performance.now() - start);
    const preferred = preferredOf(analysis, values);
    counts.all += preferred.all;
    counts.wrong += preferred.wrong;
    if (at.length === 2) {
      const telling = tellingOf(analysis, at);
      pairs[office][telling] = (pairs[office][telling] ?? 0) + 1;
    }
  }
  times.sort((one, other) => one - other);
  return { tables, ...counts, pairs, milliseconds: times };
}
