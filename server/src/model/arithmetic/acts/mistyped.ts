import type { IdentitySystem } from '../../../forms/table.ts';
import { ownersOf } from '../blame.ts';
import { firstRepairs, type Repairs } from '../repair.ts';
import { stateOf, tallies, type Values } from '../tally.ts';

/** Each cell that is blamed is one act; totals that follow it are not. */
export const cheapestCell = 1;

/** Repairs that come first together, and what each of them costs. */
export interface Mistyped {
  readonly repairs: Repairs;
  readonly cost: number;
}

/** Single figures were mistyped, or totals not computed again; undefined where no few of them explain the table. */
export function mistyped(system: IdentitySystem, values: Values, mostCells?: number): Mistyped | undefined {
  const tallied = tallies(system, values);
  const repairs = firstRepairs(system, values, tallied, mostCells);
  const states = tallied.map(stateOf);
  const blamed = repairs.sets.map((set) => new Set(ownersOf({ system, states }, set).values()).size);
  return repairs.count === 0 ? undefined : { repairs, cost: cheapestCell * Math.max(1, Math.min(...blamed)) };
}
