import type { IdentitySystem } from '../../forms/table.ts';
import type { Ledger, MeantCell } from './ledger.ts';

/** A row or a column of a table. */
export interface Line {
  readonly each: 'row' | 'column';
  /** Among the system's rows or columns. */
  readonly at: number;
  readonly figures: readonly number[];
  /** For each figure the identities that lead across the line: no other figure of the line takes part in them. */
  readonly across: readonly (readonly number[])[];
  /** The identities that lead along it: several of its figures take part in them. */
  readonly along: readonly number[];
  /** All identities that any of its figures takes part in. */
  readonly touched: ReadonlySet<number>;
  /** Whether all its figures are totals. */
  readonly isTotal: boolean;
  /** Lines of the same role can change places without any identity being broken. */
  readonly role: string;
}

const known = new WeakMap<IdentitySystem, readonly Line[]>();

/** The rows and then the columns of a table. */
export function linesOf(system: IdentitySystem): readonly Line[] {
  let lines = known.get(system);
  if (lines === undefined) {
    lines = [
      ...system.rows.map((figures, at) => lineOf(system, 'row', at, figures)),
      ...system.columns.map((figures, at) => lineOf(system, 'column', at, figures)),
    ];
    known.set(system, lines);
  }
  return lines;
}

function lineOf(system: IdentitySystem, each: 'row' | 'column', at: number, figures: readonly number[]): Line {
  const own = new Set(figures);
  const membersOf = (index: number): readonly number[] => {
    const identity = system.identities[index];
    return identity === undefined ? [] : [...identity.left, ...identity.right];
  };
  const isAcross = (index: number): boolean => membersOf(index).filter((figure) => own.has(figure)).length === 1;
  const across = figures.map((figure) => (system.memberships[figure] ?? []).filter(isAcross));
  const along = new Set(figures.flatMap((figure) => (system.memberships[figure] ?? []).filter((index) => !isAcross(index))));
  const roles = figures.map((figure, place) => (across[place] ?? []).map((index) => {
    const identity = system.identities[index];
    return `${index}${identity?.left.includes(figure) === true ? '+' : '-'}`;
  }).join(' '));
  const touched = new Set(figures.flatMap((figure) => system.memberships[figure] ?? []));
  return { each, at, figures, across, along: [...along], touched, isTotal: figures.every((figure) => system.isTotal[figure] === true), role: roles.join() };
}

/**
 * What the identities across a line ask of its figures: those that are other ones than stand there. Undefined where two
 * of them disagree, or ask for less than 0; a figure of which none tells stays as it is.
 */
export function askedOf(ledger: Ledger, { figures, across }: Line): readonly MeantCell[] | undefined {
  const cells: MeantCell[] = [];
  for (let at = 0; at < figures.length; at += 1) {
    const figure = figures[at] ?? 0;
    let asked: number | undefined;
    for (const index of across[at] ?? []) {
      const value = ledger.askedBy(index, figure);
      if (value !== undefined && (value < 0 || (asked !== undefined && asked !== value))) {
        return undefined;
      }
      asked ??= value;
    }
    if (asked !== undefined && asked !== ledger.valueOf(figure)) {
      cells.push({ figure, value: asked });
    }
  }
  return cells;
}
