import type { Identity, IdentitySystem } from '../../forms/table.ts';
import { withChanges, type Values } from './tally.ts';
import { addAll } from '../../syntax/lists.ts';

/**
 * The values of the unknown figures that the identities leave no choice about, found by narrowing each unknown figure
 * from both sides until nothing moves. Never negative. Unknown figures that stand in one identity belong together, and
 * where identities contradict each other over some of them none of them gets a value.
 */
export function determined(system: IdentitySystem, values: Values): ReadonlyMap<number, number> {
  const bounds = new Bounds(system, values);
  const spoilt = spoiltBy(system, values, bounds.contradictory);
  const fixed = new Map<number, number>();
  values.forEach((value, figure) => {
    const only = bounds.only(figure);
    if (value === null && only !== undefined && !spoilt.has(figure)) {
      fixed.set(figure, only);
    }
  });
  return fixed;
}

/** Whether the unknown ones among the figures can all be 0 at once: no identity that could hold is broken by it. */
export function zeroAllowed(system: IdentitySystem, values: Values, figures: readonly number[]): boolean {
  const zeros = figures.filter((figure) => values[figure] === null).map((figure) => ({ figure, value: 0 }));
  const before = new Bounds(system, values).contradictory;
  const after = new Bounds(system, withChanges(values, zeros)).contradictory;
  return [...after].every((identity) => before.has(identity));
}

/** Between which values each figure must lie, as far as the identities tell. */
class Bounds {
  /** Identities that no values within the bounds satisfy. */
  readonly contradictory = new Set<Identity>();
  readonly #lower: number[];
  readonly #upper: number[];

  constructor(system: IdentitySystem, values: Values) {
    this.#lower = values.map((value) => value ?? 0);
    this.#upper = values.map((value) => value ?? Infinity);
    let rounds = system.identities.length;
    while (rounds > 0 && this.#narrowAll(system)) {
      rounds -= 1;
    }
  }

  /** The only value that the figure can have. */
  only(figure: number): number | undefined {
    const lower = this.#lower[figure];
    return lower === this.#upper[figure] ? lower : undefined;
  }

  #narrowAll(system: IdentitySystem): boolean {
    let moved = false;
    for (const identity of system.identities) {
      if (!this.contradictory.has(identity)) {
        moved = this.#narrow(identity) || moved;
      }
    }
    return moved;
  }

  /** Tells whether a bound moved; each side must be able to reach what the other side must and can be. */
  #narrow(identity: Identity): boolean {
    const { left, right } = identity;
    const lower = Math.max(sum(left, this.#lower), sum(right, this.#lower));
    const upper = Math.min(sum(left, this.#upper), sum(right, this.#upper));
    if (lower > upper) {
      this.contradictory.add(identity);
      return false;
    }
    const leftMoved = this.#narrowSide(left, lower, upper);
    return this.#narrowSide(right, lower, upper) || leftMoved;
  }

  /** A figure of a side whose sum lies between the two cannot be more, or less, than the others leave over. */
  #narrowSide(side: readonly number[], lower: number, upper: number): boolean {
    const slack = upper - sum(side, this.#lower);
    let most = 0;
    let unbounded = 0;
    for (const figure of side) {
      const greatest = this.#upper[figure] ?? 0;
      most += greatest === Infinity ? 0 : greatest;
      unbounded += greatest === Infinity ? 1 : 0;
    }
    let moved = false;
    for (const figure of side) {
      const least = this.#lower[figure] ?? 0;
      const greatest = this.#upper[figure] ?? 0;
      const isUnbounded = greatest === Infinity;
      const others = unbounded > (isUnbounded ? 1 : 0) ? Infinity : most - (isUnbounded ? 0 : greatest);
      if (least + slack < greatest) {
        this.#upper[figure] = least + slack;
        moved = true;
      }
      if (lower - others > least) {
        this.#lower[figure] = lower - others;
        moved = true;
      }
    }
    return moved;
  }
}

function sum(figures: readonly number[], values: readonly number[]): number {
  let total = 0;
  for (const figure of figures) {
    total += values[figure] ?? 0;
  }
  return total;
}

/** The unknown figures of contradictory identities, and those that hang together with them. */
function spoiltBy(system: IdentitySystem, values: Values, identities: Iterable<Identity>): ReadonlySet<number> {
  const spoilt = new Set<number>();
  const queue = [...identities];
  for (const identity of queue) {
    for (const figure of [...identity.left, ...identity.right]) {
      if (values[figure] === null && !spoilt.has(figure)) {
        spoilt.add(figure);
        addAll(queue, (system.memberships[figure] ?? []).flatMap((index) => system.identities[index] ?? []));
      }
    }
  }
  return spoilt;
}
