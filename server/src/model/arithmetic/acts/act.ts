import type { Ledger, MeantCell } from '../ledger.ts';
import type { Line } from '../lines.ts';
import type { Repairs } from '../repair.ts';

/** What a person did to the figures of a table, as far as the figures themselves show it. */
export interface Act {
  readonly kind: 'mistyped' | 'unfilled' | 'stale' | 'shifted' | 'copied' | 'swapped' | 'rewritten' | 'moved' | 'lowered' | 'misfiled';
  /** The dearer, the less likely; an explanation costs the sum of its acts. */
  readonly cost: number;
  /** The row or column that it was done to, two where they were taken for each other; none for cells. */
  readonly lines: readonly Line[];
  /** The figures that it made wrong, with the values that they were meant to have. */
  readonly cells: readonly MeantCell[];
  /** Figures whose values follow from the identities, so that another act that is undone may make them other ones. */
  readonly inferred?: readonly number[];
  /** Whether the values follow from the rest of the table only, so that they may be said and not written. */
  readonly isGuess?: boolean;
  /** How many cells to the right (or downwards) a line was shifted, or how many were counted in the wrong cell. */
  readonly by?: number;
}

/** Acts that, undone, make every identity of the table hold. */
export interface Explanation {
  readonly cost: number;
  /** What was done to rows, columns, or two cells at once. */
  readonly acts: readonly Act[];
  /** The cells mistyped besides; where several repairs do equally well, which of them is open. */
  readonly repairs: Repairs;
}

/** A line with what the identities across it ask of it, if they agree. */
export interface Suspect {
  readonly line: Line;
  readonly asked: readonly MeantCell[] | undefined;
  /** Whether an act on it alone can belong to an explanation; else only one that concerns another line as well. */
  readonly mayBeAlone: boolean;
}

/** Finds the acts of one kind that the figures allow for; whether they explain anything is tried afterwards. */
export type ActFinder = (ledger: Ledger, suspects: readonly Suspect[]) => readonly Act[];

export function figuresOf(cells: readonly MeantCell[]): readonly number[] {
  return cells.map(({ figure }) => figure);
}

/** Whether nothing but 0 stands in the line, or nothing at all. */
export function isEmpty(ledger: Ledger, { figures }: Line): boolean {
  return figures.every((figure) => (ledger.valueOf(figure) ?? 0) === 0);
}

/** So many figures of a line that are not 0 tell it from others. */
export const tellingFigures = 2;

export function countFilled(ledger: Ledger, figures: readonly number[]): number {
  let count = 0;
  for (const figure of figures) {
    count += (ledger.valueOf(figure) ?? 0) === 0 ? 0 : 1;
  }
  return count;
}
