import type { Explanation } from './acts/act.ts';
import { explanationsUpTo } from './explanations.ts';
import type { Flaws } from './fixes.ts';
import type { Ledger, MeantCell } from './ledger.ts';

/** An explanation that costs so much more than the first is not much less likely than it. */
const margin = 0.9;

/** Whether another explanation is hardly less likely than the first one, and gives a figure that it changes another value. */
export function hasRival(ledger: Ledger, flaws: Flaws, first: Explanation): boolean {
  const [meant = []] = readingsOf(flaws, first);
  return explanationsUpTo(first.cost + margin, ledger, flaws).some((other) => readingsOf(flaws, other).some((cells) => {
    const values = new Map(cells.map(({ figure, value }) => [figure, value]));
    return meant.some(({ figure, value }) => (values.has(figure) ? values.get(figure) : flaws.values[figure]) !== value);
  }));
}

/** What the figures were meant to be, once for each of the repairs that are left besides and likely. */
function readingsOf(flaws: Flaws, { acts, repairs }: Explanation): readonly (readonly MeantCell[])[] {
  const cells = acts.flatMap((act) => act.cells);
  return repairs.count === 0 ? [cells] : repairs.named.filter((named) => !named.some((cell) => isErased(flaws, cell))).map((named) => [...cells, ...named]);
}

/** Whether a part should be 0: hardly anybody types a number where there is nothing to count. */
function isErased({ system, values }: Flaws, { figure, value }: MeantCell): boolean {
  return value === 0 && (values[figure] ?? 0) > 0 && system.isTotal[figure] !== true;
}
