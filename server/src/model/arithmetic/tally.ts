import type { Identity, IdentitySystem } from '../../forms/table.ts';

/** By figure index; null where the figure is unknown: blank, unreadable, absent, or no count. */
export type Values = readonly (number | null)[];

/** `unknown`: the identity holds for some values ≥ 0 of its unknown figures. */
export type IdentityState = 'holds' | 'broken' | 'unknown';

/** A new value for a figure. */
export interface Change {
  readonly figure: number;
  readonly value: number;
}

/** What the known figures of one identity add up to. */
export interface Tally {
  /** The known figures of the left side less those of the right side. */
  readonly difference: number;
  /** Between these two (inclusive) a difference can be made up by unknown figures ≥ 0; both are 0 without any. */
  readonly lower: number;
  readonly upper: number;
}

/** The sum of figures; null where one of them is not known. */
export function sumOf(figures: readonly number[], values: Values): number | null {
  return figures.reduce<number | null>((sum, figure) => {
    const value = values[figure] ?? null;
    return sum === null || value === null ? null : sum + value;
  }, 0);
}

/** What an identity comes to; `without` names a figure to leave out. */
export function tallyOf(identity: Pick<Identity, 'left' | 'right'>, values: Values, without = -1): Tally {
  let difference = 0;
  let lower = 0;
  let upper = 0;
  for (const figure of identity.left) {
    const value = values[figure] ?? null;
    if (figure === without) {
      continue;
    }
    if (value === null) {
      lower = -Infinity;
    } else {
      difference += value;
    }
  }
  for (const figure of identity.right) {
    const value = values[figure] ?? null;
    if (figure === without) {
      continue;
    }
    if (value === null) {
      upper = Infinity;
    } else {
      difference -= value;
    }
  }
  return { difference, lower, upper };
}

export function tallies(system: IdentitySystem, values: Values): readonly Tally[] {
  return system.identities.map((identity) => tallyOf(identity, values));
}

export function isBroken({ difference, lower, upper }: Tally): boolean {
  return difference < lower || difference > upper;
}

/** Whether every figure of the identity is known. */
export function isComplete({ lower, upper }: Tally): boolean {
  return lower === upper;
}

export function stateOf(tally: Tally): IdentityState {
  if (isBroken(tally)) {
    return 'broken';
  }
  return isComplete(tally) ? 'holds' : 'unknown';
}

/** The state of each identity, judged by itself. */
export function evaluate(system: IdentitySystem, values: Values): readonly IdentityState[] {
  return tallies(system, values).map(stateOf);
}

/** +1 for a figure on the left side of the identity, −1 for one on the right, 0 for any other. */
export function signOf({ left, right }: Identity, figure: number): number {
  return Number(left.includes(figure)) - Number(right.includes(figure));
}

export function withChanges(values: Values, changes: readonly Change[]): (number | null)[] {
  const changed = [...values];
  for (const { figure, value } of changes) {
    changed[figure] = value;
  }
  return changed;
}

/** Down a column before along a row, definitions of a total before others, then the order of the data. */
export function byPrecedence(a: Identity, b: Identity): number {
  return (
    Number(a.each === 'row') - Number(b.each === 'row') ||
    Number(a.defines === undefined) - Number(b.defines === undefined) ||
    a.index - b.index
  );
}
