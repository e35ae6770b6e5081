import type { Identity, IdentitySystem } from '../../forms/table.ts';
import { memoised } from '../memo.ts';
import type { MeantCell } from './ledger.ts';
import { rangeOf, type Condition } from './linear.ts';
import { membersOf } from './lines.ts';
import { isBroken, isComplete, signOf, type Tally, type Values } from './tally.ts';

/** No repair of more cells is looked for. */
const mostCellsOfAll = 3;

/** With figures beyond this a sum of a whole column might not be exact; no repair is computed with them. */
const largestFigure = 2 ** 47;

/** Of more alternatives than this a reader learns nothing; they are counted only. */
const mostNamed = 6;

/** A figure of a repair, with its new value where only one will do. */
export type RepairedCell = MeantCell;

export interface Repairs {
  readonly count: number;
  /** The figures of each repair in ascending order. */
  readonly sets: readonly (readonly number[])[];
  /** The same with their values; empty where there are too many repairs to name. */
  readonly named: readonly (readonly RepairedCell[])[];
  /** Whether others would do as well, and only its digits speak for this one. */
  readonly isBySlip?: boolean;
}

export const noRepairs: Repairs = { count: 0, sets: [], named: [] };

/**
 * The first repairs (最小修复) of a table: the smallest sets of known figures that can be given other values,
 * integers ≥ 0, with which no identity is broken; of these the ones with the fewest parts, that is, figures that are
 * no totals. None where no set of three or fewer does it. Something must be broken.
 */
export function firstRepairs(system: IdentitySystem, values: Values, tallies: readonly Tally[], mostCells = mostCellsOfAll): Repairs {
  const exact = values.every((value) => value === null || value <= largestFigure);
  const search = new Search(system, values, tallies);
  for (let size = 1; exact && size <= mostCells; size += 1) {
    const sets = fewestParts(system, search.sets(size));
    if (sets.length > 0) {
      return { count: sets.length, sets, named: sets.length > mostNamed ? [] : sets.map((set) => search.cellsOf(set)) };
    }
  }
  return noRepairs;
}

function fewestParts(system: IdentitySystem, sets: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const parts = sets.map((set) => set.filter((figure) => system.isTotal[figure] !== true).length);
  const fewest = Math.min(...parts);
  return sets.filter((_, index) => parts[index] === fewest);
}

/** In how many identities a figure takes part at most. */
export const mostShared = memoised((system: IdentitySystem): number => system.memberships.reduce((most, { length }) => Math.max(most, length), 0));

/** Where an identity stands before anything changes. */
const loose = 0;
const firm = 1;
const broken = 2;

function standingOf(tally: Tally): number {
  if (isBroken(tally)) {
    return broken;
  }
  return isComplete(tally) ? firm : loose;
}

/**
 * Finds all sets of a size, provided that no smaller one exists. Every figure of such a set must change, so a broken
 * identity needs one of its figures in the set, and a firm one, complete and holding, needs none or two: that is what
 * the search branches on.
 */
class Search {
  readonly #system: IdentitySystem;
  readonly #values: Values;
  readonly #tallies: readonly Tally[];
  readonly #broken: number[] = [];
  /** By identity: loose, firm or broken. */
  readonly #standing: Uint8Array;
  /** By identity: how many chosen figures take part in it. */
  readonly #touched: Uint8Array;
  /** By figure: unknown, chosen, or all sets with it have been seen already. */
  readonly #closed: Uint8Array;
  readonly #mostShared: number;
  readonly #chosen: number[] = [];
  /** Number of identities that need one more figure. */
  #needy: number;

  constructor(system: IdentitySystem, values: Values, tallies: readonly Tally[]) {
    this.#system = system;
    this.#values = values;
    this.#tallies = tallies;
    this.#standing = new Uint8Array(tallies.length);
    this.#touched = new Uint8Array(tallies.length);
    this.#closed = new Uint8Array(values.length);
    this.#mostShared = mostShared(system);
    tallies.forEach((tally, index) => {
      this.#standing[index] = standingOf(tally);
      if (isBroken(tally)) {
        this.#broken.push(index);
      }
    });
    this.#needy = this.#broken.length;
    values.forEach((value, figure) => {
      this.#closed[figure] = value === null ? 1 : 0;
    });
  }

  /** All sets of so many figures, each in ascending order. */
  sets(size: number): readonly (readonly number[])[] {
    const found: (readonly number[])[] = [];
    this.#extend(size, found);
    return found;
  }

  /** The figures of a set that was found, with their new values. */
  cellsOf(set: readonly number[]): readonly RepairedCell[] {
    const conditions = this.#conditions(set);
    return set.map((figure, index) => {
      const range = rangeOf(conditions, index);
      const only = range !== undefined && range.lower === range.upper;
      return { figure, value: only ? (this.#values[figure] ?? 0) + range.lower : undefined };
    });
  }

  #extend(missing: number, found: (readonly number[])[]): void {
    if (this.#needy > missing * this.#mostShared) {
      return;
    }
    if (missing === 0) {
      if (this.#withinReach() && rangeOf(this.#conditions(this.#chosen), 0) !== undefined) {
        found.push(this.#chosen.toSorted((a, b) => a - b));
      }
      return;
    }
    const seen: number[] = [];
    for (const figure of this.#candidates()) {
      if (this.#closed[figure] === 0) {
        this.#closed[figure] = 1;
        seen.push(figure);
        if (missing > 1 || this.#completes(figure)) {
          this.#choose(figure);
          this.#extend(missing - 1, found);
          this.#release(figure);
        }
      }
    }
    for (const figure of seen) {
      this.#closed[figure] = 0;
    }
  }

  #choose(figure: number): void {
    this.#chosen.push(figure);
    for (const index of this.#memberships(figure)) {
      this.#needy -= this.#isNeedy(index) ? 1 : 0;
      this.#touched[index] = (this.#touched[index] ?? 0) + 1;
      this.#needy += this.#isNeedy(index) ? 1 : 0;
    }
  }

  #release(figure: number): void {
    this.#chosen.pop();
    for (const index of this.#memberships(figure)) {
      this.#needy -= this.#isNeedy(index) ? 1 : 0;
      this.#touched[index] = (this.#touched[index] ?? 0) - 1;
      this.#needy += this.#isNeedy(index) ? 1 : 0;
    }
  }

  /** Whether no identity needs a further figure once this one is chosen. */
  #completes(figure: number): boolean {
    let helped = 0;
    for (const index of this.#memberships(figure)) {
      if (this.#isNeedy(index)) {
        helped += 1;
      } else if (this.#standing[index] === firm && this.#touched[index] === 0) {
        return false;
      }
    }
    return helped === this.#needy;
  }

  #isNeedy(index: number): boolean {
    const standing = this.#standing[index];
    const touched = this.#touched[index];
    return (standing === broken && touched === 0) || (standing === firm && touched === 1);
  }

  /**
   * Figures of which the set needs at least one: those of the shortest needy identity; or, where the chosen figures
   * alone do not suffice, those that share an identity with them.
   */
  #candidates(): readonly number[] {
    let shortest: number | undefined;
    let shortestLength = Infinity;
    for (const index of this.#needy > 0 ? this.#concerned() : []) {
      const length = this.#members(index).length;
      if (this.#isNeedy(index) && length < shortestLength) {
        shortest = index;
        shortestLength = length;
      }
    }
    return shortest === undefined
      ? this.#identitiesOf(this.#chosen).flatMap(({ index }) => this.#members(index))
      : this.#members(shortest);
  }

  /** The identities that may need a figure, some of them twice. */
  #concerned(): readonly number[] {
    return this.#chosen.reduce((indexes, figure) => indexes.concat(this.#memberships(figure)), this.#broken);
  }

  /** Whether each identity by itself could be evened out; it tells most sets that do not do from those that might. */
  #withinReach(): boolean {
    for (const index of this.#concerned()) {
      const identity = this.#system.identities[index];
      const { difference, lower, upper } = this.#tallies[index] ?? unbounded;
      let [least, most] = [difference, difference];
      for (const figure of this.#chosen) {
        if (this.#memberships(figure).includes(index)) {
          const value = this.#values[figure] ?? 0;
          const isLeft = identity?.left.includes(figure) === true;
          least = isLeft ? least - value : -Infinity;
          most = isLeft ? Infinity : most + value;
        }
      }
      if (least > upper || most < lower) {
        return false;
      }
    }
    return true;
  }

  /** What the changes of a set must meet: each figure stays ≥ 0, each identity it takes part in is evened out. */
  #conditions(set: readonly number[]): readonly Condition[] {
    const conditions: Condition[] = set.map((figure) => ({
      coefficients: set.map((other) => (other === figure ? 1 : 0)),
      lower: -(this.#values[figure] ?? 0),
      upper: Infinity,
    }));
    for (const identity of this.#identitiesOf(set)) {
      const { difference, lower, upper } = this.#tallies[identity.index] ?? unbounded;
      if (lower !== -Infinity || upper !== Infinity) {
        conditions.push({
          coefficients: set.map((figure) => signOf(identity, figure)),
          lower: lower - difference,
          upper: upper - difference,
        });
      }
    }
    return conditions;
  }

  /** The identities that any of the figures takes part in. */
  #identitiesOf(figures: readonly number[]): readonly Identity[] {
    const indexes = new Set(figures.flatMap((figure) => this.#memberships(figure)));
    return [...indexes].flatMap((index) => this.#system.identities[index] ?? []);
  }

  #members(index: number): readonly number[] {
    return membersOf(this.#system, index);
  }

  #memberships(figure: number): readonly number[] {
    return this.#system.memberships[figure] ?? [];
  }
}

/** What an identity with unknown figures on both sides asks for: nothing. */
const unbounded: Tally = { difference: 0, lower: -Infinity, upper: Infinity };
