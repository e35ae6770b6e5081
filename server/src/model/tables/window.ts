import { normalise } from '../../forms/vocabulary.ts';
import type { Cell, Table } from '../../syntax/tree.ts';
import type { Candidate } from './candidates.ts';
import type { TableLabels } from './labels.ts';

/** Rows of one part and of the same width: in HTML, where spans are known, all of the part's rows. */
export function gridOf({ part, row }: Candidate): string {
  return part.layout === 'html' ? '' : String(row.cells.length);
}

/** By part and width, the grid column in which the figures begin, as most complete rows have it. */
export function figureWindows(candidates: readonly Candidate[], count: number): ReadonlyMap<Table, ReadonlyMap<string, number>> {
  const votes = new Map<Table, Map<string, Map<number, number>>>();
  for (const candidate of candidates) {
    const { part, figures } = candidate;
    const filled = figures.filter((cell) => cell.kind !== 'blank');
    const complete = filled.length === count && filled.every((cell) => cell.kind === 'figure') && isContiguous(filled);
    if (part.keepsBlanks && (complete || figures.length === count)) {
      const start = (complete ? filled : figures)[0]?.column ?? 0;
      const grids = votes.get(part) ?? new Map<string, Map<number, number>>();
      const counts = grids.get(gridOf(candidate)) ?? new Map<number, number>();
      votes.set(part, grids.set(gridOf(candidate), counts.set(start, (counts.get(start) ?? 0) + 1)));
    }
  }
  return new Map([...votes].map(([part, grids]) => [part, new Map([...grids].map(([grid, counts]) => [grid, mostOf(counts)]))]));
}

function mostOf(counts: ReadonlyMap<number, number>): number {
  return [...counts].sort((one, other) => other[1] - one[1])[0]?.[0] ?? 0;
}

/** The grid column of the first figure by the header, where its columns stand side by side. */
export function headerWindow(candidate: Candidate, count: number, labels: TableLabels): number | undefined {
  const { part } = candidate;
  const rows = part.rows.filter((row) => part.layout === 'html' || row.cells.length === candidate.row.cells.length);
  const columns = rows.flatMap((row) =>
    row.cells.filter((cell) => cell.kind === 'text' && labels.columnNamed(normalise(cell.text)) !== undefined).map((cell) => cell.column),
  );
  const first = Math.min(...columns);
  return columns.length === count && Math.max(...columns) - first === count - 1 ? first : undefined;
}

function isContiguous(cells: readonly Cell[]): boolean {
  return cells.every((cell, at) => at === 0 || cell.column === (cells[at - 1]?.column ?? 0) + 1);
}

/** The cells of a row that are its figures; undefined where they cannot be told for certain. */
export function pickFigures(candidate: Candidate, count: number, window: number | undefined): readonly Cell[] | undefined {
  const { figures, part } = candidate;
  const filled = figures.filter((cell) => cell.kind !== 'blank');
  if (!part.keepsBlanks) {
    return filled.length === count ? filled : undefined;
  }
  if (figures.length === count && !part.broken) {
    return figures;
  }
  if (figures.length < count) {
    return filled.length === 0 ? figures : undefined;
  }
  if (part.broken) {
    const end = figures.findLastIndex((cell) => cell.kind !== 'blank') + 1;
    return end === count || end === 0 ? figures.slice(0, count) : undefined;
  }
  if (window !== undefined) {
    const inside = figures.filter((cell) => cell.column >= window && cell.column < window + count);
    if (inside.length === count && filled.every((cell) => inside.includes(cell))) {
      return inside;
    }
  }
  if (filled.length === count) {
    return filled;
  }
  if (filled.length === 0) {
    return figures.slice(-count);
  }
  return isRepeated(filled, count) ? filled.slice(0, 1) : undefined;
}

/** A converter repeats a merged cell's text in each column that it covered. */
function isRepeated(filled: readonly Cell[], count: number): boolean {
  return count === 1 && filled.every((cell) => cell.text.trim() === filled[0]?.text.trim());
}

/** So many complete rows must stand in line before a column is trusted. */
const fewestAligned = 4;

/** Whether two columns or more of room part the figures, as they do where columns are aligned. */
function hasWideGaps({ figures }: Candidate): boolean {
  return figures.every((cell, at) => at === 0 || cell.column - cell.text.length - (figures[at - 1]?.column ?? 0) >= 2);
}

/**
 * Figures of a row whose blanks are lost, told by where they stand below the figures of complete rows:
 * by column of the form, undefined where none stands; undefined altogether where two columns could be meant.
 */
export function pickByPosition(candidate: Candidate, complete: readonly Candidate[], count: number): readonly (Cell | undefined)[] | undefined {
  const rows = complete.filter(({ part, figures }) => part === candidate.part && figures.length === count).slice(0, 40);
  if (candidate.part.layout !== 'spaces' || rows.length < fewestAligned || ![...rows, candidate].every(hasWideGaps)) {
    return undefined;
  }
  const spans = Array.from({ length: count }, (_, at) => {
    const cells = rows.map((row) => row.figures[at] as Cell);
    return {
      start: Math.min(...cells.map((cell) => cell.column - cell.text.length)),
      end: Math.max(...cells.map((cell) => cell.column)),
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
  return picked;
}
