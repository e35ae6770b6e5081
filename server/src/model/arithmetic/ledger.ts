import type { IdentitySystem } from '../../forms/table.ts';
import { memoised } from '../memo.ts';
import { signOf, type IdentityState, type Tally, type Values } from './tally.ts';

/** A figure with the value that it was meant to have; undefined where that is not known. */
export interface MeantCell {
  readonly figure: number;
  readonly value: number | undefined;
}

/** The figures of a table and what its identities come to, kept up to date while other values are tried. */
export class Ledger {
  readonly system: IdentitySystem;
  readonly #signs: readonly (readonly number[])[];
  readonly #values: (number | null)[];
  readonly #written: Values;
  /** By identity: the known figures of the left side less those of the right side. */
  readonly #differences: number[];
  /** By identity: how many figures of each side are unknown. */
  readonly #gapsLeft: number[];
  readonly #gapsRight: number[];
  #broken = 0;

  constructor(system: IdentitySystem, values: Values) {
    const { identities } = system;
    this.system = system;
    this.#signs = signsOf(system);
    this.#values = [...values];
    this.#written = values;
    this.#differences = identities.map(({ left, right }) => this.#sumOf(left) - this.#sumOf(right));
    this.#gapsLeft = identities.map(({ left }) => this.#gapsIn(left));
    this.#gapsRight = identities.map(({ right }) => this.#gapsIn(right));
    this.#broken = this.brokenIndexes().length;
  }

  /** How many identities are broken. */
  get broken(): number {
    return this.#broken;
  }

  /** The identities that are broken. */
  brokenIndexes(): readonly number[] {
    const broken: number[] = [];
    for (let index = 0; index < this.#differences.length; index += 1) {
      if (this.isBroken(index)) {
        broken.push(index);
      }
    }
    return broken;
  }

  get values(): Values {
    return this.#values;
  }

  /** The state of each identity. */
  states(): readonly IdentityState[] {
    return this.#differences.map((_, index) => {
      const isKnown = this.#gapsLeft[index] === 0 && this.#gapsRight[index] === 0;
      return this.isBroken(index) ? 'broken' : isKnown ? 'holds' : 'unknown';
    });
  }

  /** What the known figures of each identity add up to. */
  tallies(): readonly Tally[] {
    return this.#differences.map((difference, index) => ({
      difference, lower: this.#gapsLeft[index] === 0 ? 0 : -Infinity, upper: this.#gapsRight[index] === 0 ? 0 : Infinity,
    }));
  }

  valueOf(figure: number): number | null {
    return this.#values[figure] ?? null;
  }

  /** What stands in the table, whatever is tried meanwhile. */
  writtenOf(figure: number): number | null {
    return this.#written[figure] ?? null;
  }

  set(figure: number, value: number | null): void {
    const before = this.valueOf(figure);
    this.#values[figure] = value;
    const signs = this.#signs[figure] ?? [];
    const memberships = this.system.memberships[figure] ?? [];
    for (let at = 0; at < memberships.length; at += 1) {
      const index = memberships[at] ?? 0;
      const sign = signs[at] ?? 0;
      this.#broken -= this.isBroken(index) ? 1 : 0;
      this.#differences[index] = this.differenceOf(index) + sign * ((value ?? 0) - (before ?? 0));
      const gaps = sign > 0 ? this.#gapsLeft : this.#gapsRight;
      gaps[index] = (gaps[index] ?? 0) + (value === null ? 1 : 0) - (before === null ? 1 : 0);
      this.#broken += this.isBroken(index) ? 1 : 0;
    }
  }

  isBroken(index: number): boolean {
    const difference = this.differenceOf(index);
    return difference < 0 ? (this.#gapsLeft[index] ?? 0) === 0 : difference > 0 && (this.#gapsRight[index] ?? 0) === 0;
  }

  differenceOf(index: number): number {
    return this.#differences[index] ?? 0;
  }

  /** +1 or −1 for a figure of the left or right side of an identity, 0 for others. */
  signOf(index: number, figure: number): number {
    return this.#signs[figure]?.[this.system.memberships[figure]?.indexOf(index) ?? -1] ?? 0;
  }

  /** What the identity asks of one of its figures where all others are known. */
  askedBy(index: number, figure: number): number | undefined {
    const value = this.valueOf(figure);
    const gaps = (this.#gapsLeft[index] ?? 0) + (this.#gapsRight[index] ?? 0);
    const sign = this.signOf(index, figure);
    return gaps === (value === null ? 1 : 0) ? (value ?? 0) - sign * this.differenceOf(index) : undefined;
  }

  /** What the first identity asks that can tell. */
  askedByAny(figure: number, indexes: readonly number[] = this.system.memberships[figure] ?? []): number | undefined {
    for (const index of indexes) {
      const asked = this.system.memberships[figure]?.includes(index) === true ? this.askedBy(index, figure) : undefined;
      if (asked !== undefined) {
        return asked;
      }
    }
    return undefined;
  }

  /** What `look` sees while the cells have the values that they were meant to have. */
  whileMeant<Seen>(cells: readonly MeantCell[], look: () => Seen): Seen {
    const before = cells.map(({ figure }) => this.valueOf(figure));
    cells.forEach(({ figure, value }) => this.set(figure, value ?? null));
    const seen = look();
    cells.forEach(({ figure }, at) => this.set(figure, before[at] ?? null));
    return seen;
  }

  #sumOf(figures: readonly number[]): number {
    let sum = 0;
    for (const figure of figures) {
      sum += this.valueOf(figure) ?? 0;
    }
    return sum;
  }

  #gapsIn(figures: readonly number[]): number {
    let gaps = 0;
    for (const figure of figures) {
      gaps += this.valueOf(figure) === null ? 1 : 0;
    }
    return gaps;
  }
}

/** For each figure its sign in each of the identities that it takes part in. */
const signsOf = memoised((system: IdentitySystem): readonly (readonly number[])[] =>
  system.memberships.map((indexes, figure) => indexes.map((index) => {
    const identity = system.identities[index];
    return identity === undefined ? 0 : signOf(identity, figure);
  })));
