import type { IdentitySystem } from '../../../forms/table.ts';
import { ownersOf } from '../blame.ts';
import type { Ledger } from '../ledger.ts';
import { firstRepairs, type Repairs } from '../repair.ts';
import { stateOf, type Values } from '../tally.ts';
import { slipOf } from './slip.ts';

/** Each cell that is blamed is one act; totals that follow it are not. */
export const cheapestCell = 1;

/** Repairs that come first together, and what each of them costs. */
export interface Mistyped {
  readonly repairs: Repairs;
  readonly cost: number;
}

/** Single figures were mistyped, or totals not computed again; undefined where no few of them explain the table. */
export function mistyped(ledger: Ledger, mostCells?: number): Mistyped | undefined {
  const { system, values } = ledger;
  const tallied = ledger.tallies();
  const repairs = bySlip(system, values, firstRepairs(system, values, tallied, mostCells));
  const states = tallied.map(stateOf);
  const blamed = repairs.sets.map((set) => new Set(ownersOf({ system, states }, set).values()).size);
  return repairs.count === 0 ? undefined : { repairs, cost: cheapestCell * Math.max(1, Math.min(...blamed)) };
}

/** Of several repairs the only one in which a part is the number meant but for a slip of the fingers. */
function bySlip({ isTotal }: IdentitySystem, values: Values, repairs: Repairs): Repairs {
  const isSlip = (cells: Repairs['named'][number]): boolean => cells.some(({ figure, value }) =>
    value !== undefined && isTotal[figure] !== true && slipOf(values[figure] ?? 0, value) !== undefined);
  const [only, ...others] = repairs.count > 1 ? repairs.named.filter(isSlip) : [];
  return only === undefined || others.length > 0 ? repairs : { count: 1, sets: [only.map(({ figure }) => figure)], named: [only], isBySlip: true };
}
