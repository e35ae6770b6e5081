import type { Ledger, MeantCell } from '../ledger.ts';
import { linesOf } from '../lines.ts';
import { noRepairs } from '../repair.ts';
import { figuresOf, type Act, type Explanation } from './act.ts';
import { fewestStale, staleCost } from './stale.ts';

/** Totals only, wherever they stand, if all of them computed again leave nothing broken: rows and columns as one act each. */
export function recomputed(ledger: Ledger, totals: readonly MeantCell[]): Explanation | undefined {
  let left = totals;
  if (left.length < fewestStale || ledger.whileMeant(left, () => ledger.broken) > 0) {
    return undefined;
  }
  const acts: Act[] = [];
  for (const line of linesOf(ledger.system).filter(({ isTotal }) => isTotal)) {
    const cells = left.filter(({ figure }) => line.figures.includes(figure));
    if (cells.length >= fewestStale) {
      acts.push({ kind: 'stale', cost: staleCost(ledger, cells), lines: [line], cells, inferred: figuresOf(cells) });
      left = left.filter((cell) => !cells.includes(cell));
    }
  }
  const set = left.map(({ figure }) => figure);
  return {
    cost: acts.reduce((sum, act) => sum + act.cost, left.length),
    acts,
    repairs: left.length === 0 ? noRepairs : { count: 1, sets: [set], named: [left] },
  };
}
