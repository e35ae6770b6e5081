import type { Cell } from '../../../syntax/tree.ts';
import type { Candidate } from '../rows/candidate.ts';
import { greatest, least } from '../../../syntax/lists.ts';

/** The figures of a row whose blanks or end are lost; undefined where they cannot be told for certain. */
export function pickAll(candidate: Candidate, count: number, complete: readonly Candidate[]): readonly Cell[] | undefined {
  const { figures, part } = candidate;
  const filled = figures.filter((cell) => cell.kind !== 'blank');
  if (!part.broken) {
    return filled.length === count ? filled : undefined;
  }
  // A word among the figures may be a mark between cells.
  if (filled.some(({ kind }) => kind === 'text') || complete.some((other) => mayBeginAs(candidate, other, count))) {
    return undefined;
  }
  const end = figures.findLastIndex((cell) => cell.kind !== 'blank') + 1;
  return figures.length >= count && (end === count || end === 0) ? figures.slice(0, count) : undefined;
}

/** Whether the blank cells that a row begins with may be what its label covers, as they are in a longer one that has all its figures behind them. */
function mayBeginAs({ figures, part }: Candidate, other: Candidate, count: number): boolean {
  const isCovered = figures[0]?.kind === 'blank' && figures.some(({ kind }) => kind !== 'blank') && other.part === part && other.figures.length > figures.length;
  const first = isCovered ? other.figures.findIndex(({ kind }) => kind !== 'blank') : 0;
  return first > 0 && other.figures.slice(first, first + count).filter(({ kind }) => kind === 'figure').length === count;
}

/** So many complete rows must stand in line before a column is trusted. */
const fewestAligned = 4;

/** Whether two columns or more of room part the figures, as they do where columns are aligned. */
function hasWideGaps({ figures }: Candidate): boolean {
  return figures.every((cell, at) => at === 0 || cell.column - cell.text.length - (figures[at - 1]?.column ?? 0) >= 2);
}

/**
 * Figures of a row whose blanks are lost, told by where they stand below the figures of complete rows:
 * by column of the form, undefined where none stands; undefined altogether where two columns could be meant, or where none
 * stands in the last one: a cell that is lost moves those behind it.
 */
export function pickByPosition(candidate: Candidate, complete: readonly Candidate[], count: number): readonly (Cell | undefined)[] | undefined {
  const rows = complete.filter(({ part, figures }) => part === candidate.part && figures.length === count).slice(0, 40);
  if (!candidate.part.layout.columnsByPosition || rows.length < fewestAligned || ![...rows, candidate].every(hasWideGaps)) {
    return undefined;
  }
  const spans = Array.from({ length: count }, (_, at) => {
    const cells = rows.map((row) => row.figures[at] as Cell);
    return {
      start: least(cells.map((cell) => cell.column - cell.text.length)),
      end: greatest(cells.map((cell) => cell.column)),
    };
  });
  if (spans.some((span, at) => at > 0 && span.start <= (spans[at - 1]?.end ?? 0))) {
    return undefined;
  }
  const picked = new Array<Cell | undefined>(count).fill(undefined);
  for (const cell of candidate.figures) {
    const at = spans.findIndex((span) => cell.column - cell.text.length < span.end && cell.column > span.start);
    if (at < 0 || picked[at]) {
      return undefined;
    }
    picked[at] = cell;
  }
  return picked.at(-1) && picked;
}
