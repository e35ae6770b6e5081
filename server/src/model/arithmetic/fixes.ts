import type { IdentitySystem } from '../../forms/table.ts';
import type { Act, Explanation } from './acts/act.ts';
import { ownersOf } from './blame.ts';
import type { Ledger, MeantCell } from './ledger.ts';
import { mayBeMoved } from './lone-total.ts';
import { isContradicted } from './acts/stale.ts';
import { mayHideParts } from './preference.ts';
import { isBroken, tallyOf, withChanges, type Change, type IdentityState, type Values } from './tally.ts';
import { sumsOf } from './totals.ts';

/** What the findings of one table, and their fixes, are made from. */
export interface Flaws {
  readonly system: IdentitySystem;
  readonly values: Values;
  readonly states: readonly IdentityState[];
  /** All totals recomputed, as `recomputeTotals` gives them. */
  readonly recomputed: readonly Change[];
}

/** New values to offer for a finding, and what they do to the identities. */
export interface ArithmeticFix {
  readonly changes: readonly Change[];
  /** Changes totals only, to what their parts say; and with all totals recomputed no identity is broken. */
  readonly preferred: boolean;
  /**
   * Identities that are broken and will not be, and the other way round. The fixes of findings that are not open
   * belong together: theirs count as if all were applied.
   */
  readonly repairs: readonly number[];
  readonly breaks: readonly number[];
  /** The act that it undoes, if that is more than single cells. */
  readonly act?: Act;
}

/**
 * The fix of some cells of the one explanation; undefined where unknown figures leave a value open. Whether it is preferred
 * is worked out when somebody asks.
 */
export function repairFix(flaws: Flaws, cells: readonly MeantCell[], preferred: () => boolean, act?: Act): ArithmeticFix | undefined {
  const changes = changesOf(cells);
  if (changes === undefined) {
    return undefined;
  }
  const repairs = touchedBy(flaws.system, changes).filter((index) => flaws.states[index] === 'broken');
  return new RepairFix(changes, repairs, preferred, act);
}

/** A class, since a literal with a getter keeps what it was made for through many collections. */
class RepairFix implements ArithmeticFix {
  readonly changes: readonly Change[];
  readonly repairs: readonly number[];
  readonly breaks = [];
  readonly act?: Act;
  readonly #preferred: () => boolean;

  constructor(changes: readonly Change[], repairs: readonly number[], preferred: () => boolean, act: Act | undefined) {
    this.changes = changes;
    this.repairs = repairs;
    this.#preferred = preferred;
    if (act) {
      this.act = act;
    }
  }

  get preferred(): boolean {
    return this.#preferred();
  }
}

/**
 * Whether the fixes of the one explanation are preferred: nothing but totals change, to what their parts say; all
 * identities then hold; and each of them is contradicted, or it is the only one that is blamed.
 */
export function isPreferred({ system, states, recomputed }: Flaws, { acts, repairs }: Explanation, ledger: Ledger): boolean {
  const cells = [...acts.flatMap((act) => act.cells), ...(repairs.named[0] ?? [])];
  const sums = new Map(recomputed.map(({ figure, value }) => [figure, value]));
  if (!cells.every(({ figure, value }) => value !== undefined && sums.get(figure) === value)) {
    return false;
  }
  if (cells.some((cell) => mayBeMoved(ledger, cell))) {
    return false;
  }
  const owners = ownersOf({ system, states }, cells.map(({ figure }) => figure));
  const isAlone = new Set(owners.values()).size === 1;
  return ledger.whileMeant(recomputed, () => ledger.broken) === 0
    && (isAlone || (cells.every((cell) => isContradicted(ledger, cell)) && !mayHideParts(ledger, cells)));
}

/** Ways out where the place is open. */
interface WaysOut {
  /** All totals together, and each alternative. */
  readonly ofTable: readonly ArithmeticFix[];
  /** The same of a finding at one total, and what its own parts say of it. */
  readonly atTotal: (figure: number) => readonly ArithmeticFix[];
}

export function waysOut(flaws: Flaws, alternatives: readonly (readonly MeantCell[])[]): WaysOut {
  const { system, values, recomputed } = flaws;
  const together = recomputed.length > 1 ? [wayOut(flaws, recomputed)] : [];
  const named = alternatives.flatMap((cells) => {
    const changes = changesOf(cells);
    return changes === undefined ? [] : [wayOut(flaws, changes)];
  });
  return {
    ofTable: [...together, ...named],
    atTotal: (figure) => [
      ...[...new Set(sumsOf(system, values, figure))].filter((value) => value !== values[figure]).map((value) => wayOut(flaws, [{ figure, value }])),
      ...together.filter(({ changes }) => changes.some((change) => change.figure === figure)),
      ...named,
    ],
  };
}

/** Undoes one of several acts that could each explain the table; undefined where the values are not known. */
export function actWayOut(flaws: Flaws, act: Act): ArithmeticFix | undefined {
  const changes = act.isGuess === true ? undefined : changesOf(act.cells);
  return changes && { ...wayOut(flaws, changes), act };
}

/** The changes of a repair; undefined where unknown figures leave a value open. */
export function changesOf(cells: readonly MeantCell[]): readonly Change[] | undefined {
  const changes = cells.flatMap(({ figure, value }) => (value === undefined ? [] : [{ figure, value }]));
  return changes.length === cells.length ? changes : undefined;
}

function wayOut({ system, values, states }: Flaws, changes: readonly Change[]): ArithmeticFix {
  const changed = withChanges(values, changes);
  const touched = touchedBy(system, changes).flatMap((index) => system.identities[index] ?? []);
  const broken = new Set(touched.filter((identity) => isBroken(tallyOf(identity, changed))).map(({ index }) => index));
  const indexes = touched.map(({ index }) => index);
  return {
    changes,
    preferred: false,
    repairs: indexes.filter((index) => states[index] === 'broken' && !broken.has(index)),
    breaks: indexes.filter((index) => states[index] !== 'broken' && broken.has(index)),
  };
}

function touchedBy(system: IdentitySystem, changes: readonly Change[]): readonly number[] {
  return [...new Set(changes.flatMap(({ figure }) => system.memberships[figure] ?? []))].sort((a, b) => a - b);
}
