import type { RowDefinition } from '../../../forms/table.ts';
import type { Cell, Table } from '../../../syntax/tree.ts';
import type { Candidate } from '../rows/candidate.ts';
import { columnsOfHeads } from '../columns/grid.ts';
import { greatest } from '../../../syntax/lists.ts';

/** What merged cells leave of the figures of a row. */
export interface MergedFigures {
  /** From left to right; empty where one cell stands for several figures, and so says of none of them what it is. */
  readonly cells: readonly (Cell | undefined)[];
  /** How many figures are written in the row; undefined where nothing is, in it or in cells that reach into it. */
  readonly count: number | undefined;
}

/** The most rows that a cell reaches over. */
const longestReach = 100;

/**
 * The figures of a row in which a merged cell stands for several of them, of this row or of another of `bound`; undefined
 * where each figure has a cell of its own, or where the cells do not stand below the heads.
 */
export function mergedFigures(row: RowDefinition, candidate: Candidate, bound: readonly Candidate[]): MergedFigures | undefined {
  const { part, figures } = candidate;
  const at = part.rows.indexOf(candidate.row);
  const above = part.layout.mergesCells && at >= 0 ? reachingInto(part, at) : [];
  if (above.length === 0 && figures.every((cell) => cell.merged === undefined)) {
    return undefined;
  }
  const starts = columnsOfHeads(part.rows, row.block) ?? commonStarts(row, part, bound);
  const own = starts.map((start) => figures.find((cell) => covers(cell, start)));
  const reaches = ({ merged }: Cell): boolean => bound.some((other) => other.part === part && other !== candidate
    && part.rows.slice(at + 1, at + (merged?.rows ?? 1)).includes(other.row));
  const isMerged = (cell: Cell): boolean => own.indexOf(cell) !== own.lastIndexOf(cell) || reaches(cell);
  const hiding = starts.flatMap((start, index) => {
    const cell = own[index] ?? above.find((one) => covers(one, start));
    return cell && (cell !== own[index] || isMerged(cell)) ? [cell] : [];
  });
  if (hiding.length === 0 || figures.some((cell) => cell.kind !== 'blank' && !starts.includes(cell.column))) {
    return undefined;
  }
  const filled = figures.filter(({ kind }) => kind !== 'blank').length;
  return {
    cells: own.map((cell) => (cell && !isMerged(cell) ? cell : undefined)),
    count: filled > 0 || hiding.some(({ kind }) => kind !== 'blank') ? filled : undefined,
  };
}

function covers({ column, merged }: Cell, start: number): boolean {
  return column <= start && start < column + (merged?.columns ?? 1);
}

/** The cells of rows above that reach into a row. */
function reachingInto({ rows }: Table, row: number): Cell[] {
  return rows.slice(Math.max(0, row - longestReach), row)
    .flatMap(({ cells }, at, { length }) => cells.filter(({ merged }) => merged !== undefined && merged.rows > length - at));
}

/** The grid columns in which most complete rows have their figures. */
function commonStarts({ block }: RowDefinition, part: Table, bound: readonly Candidate[]): readonly number[] {
  const complete = bound.filter((one) => one.part === part && one.figures.length === block.columns.length && one.figures.every(({ kind }) => kind === 'figure'));
  const starts = complete.map(({ figures }) => figures.map(({ column }) => column));
  const votes = new Map<string, number>();
  starts.forEach((one) => votes.set(one.join(), (votes.get(one.join()) ?? 0) + 1));
  const most = greatest(votes.values());
  return starts.find((one) => votes.get(one.join()) === most) ?? [];
}
