import { bothSides, type IdentitySystem } from '../../forms/table.ts';
import { memoised } from '../memo.ts';
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

const members = memoised((system: IdentitySystem): readonly (readonly number[])[] => system.identities.map(bothSides));

/** The figures of both sides of an identity. */
export function membersOf(system: IdentitySystem, index: number): readonly number[] {
  return members(system)[index] ?? [];
}

/** The rows and then the columns of a table. */
export const linesOf = memoised((system: IdentitySystem): readonly Line[] => [
  ...system.rows.map((figures, at) => lineOf(system, 'row', at, figures)),
  ...system.columns.map((figures, at) => lineOf(system, 'column', at, figures)),
]);

const byFigure = memoised((system: IdentitySystem): readonly (readonly Line[])[] =>
  Array.from({ length: system.size }, (_, figure) => linesOf(system).filter(({ figures }) => figures.includes(figure))));

const byIdentity = memoised((system: IdentitySystem): readonly (readonly Line[])[] =>
  system.identities.map(({ index }) => linesOf(system).filter(({ touched }) => touched.has(index))));

const groups = memoised((system: IdentitySystem): readonly (Line | undefined)[] => system.identities.map(({ index, defines }, at) =>
  (defines === undefined || system.columns.length > 0 ? undefined : lineOf(system, 'row', at, [...membersOf(system, index)].sort((one, other) => one - other)))));

/** The figures of a total and its parts in the order of print, where rows stand side by side on a single line. */
export function groupOf(system: IdentitySystem, index: number): Line | undefined {
  return groups(system)[index];
}

/** The lines that have a figure in an identity. */
export function linesTouching(system: IdentitySystem, index: number): readonly Line[] {
  return byIdentity(system)[index] ?? [];
}

/** The row and the column that a figure stands in. */
export function linesThrough(system: IdentitySystem, figure: number): readonly Line[] {
  return byFigure(system)[figure] ?? [];
}

function lineOf(system: IdentitySystem, each: 'row' | 'column', at: number, figures: readonly number[]): Line {
  const own = new Set(figures);
  const isAcross = (index: number): boolean => membersOf(system, index).filter((figure) => own.has(figure)).length === 1;
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
