import type { Candidate } from './candidate.ts';
import { isInLabel, type TableLabels } from '../labels.ts';
import { greatest, least } from '../../../syntax/lists.ts';
import { displayWidth } from '../../../syntax/text.ts';
import type { Cell, Table } from '../../../syntax/tree.ts';

/**
 * Sets right what a page's text does to the rows of a table: the figures of one row on two lines,
 * and labels that stand a line above their figures.
 */
export function setRight(candidates: readonly Candidate[], labels: TableLabels): Candidate[] {
  return straighten(join(candidates, labels), labels);
}

/** Joins neighbouring lines whose figures make up one row: no label of its own stands in the later ones. */
function join(candidates: readonly Candidate[], labels: TableLabels): Candidate[] {
  const joined: Candidate[] = [];
  const areTold = columnsTold(candidates);
  for (let at = 0; at < candidates.length;) {
    const count = linesOfRow(candidates, at, labels);
    const whole = count > 1 ? merge(candidates.slice(at, at + count), areTold) : undefined;
    joined.push(whole ?? (candidates[at] as Candidate));
    at += whole ? count : 1;
  }
  return joined;
}

/** `areTold`: whether rows of a part with so many figures have them below each other. */
function merge(candidates: readonly Candidate[], areTold: (part: Table, count: number) => boolean): Candidate | undefined {
  const first = candidates[0] as Candidate;
  const inLines = candidates.flatMap((one) => one.figures);
  const figures = inColumns(inLines, candidates);
  if (figures.some((cell, at) => cell !== inLines[at]) && !areTold(first.part, figures.length)) {
    return undefined;
  }
  const cells = candidates.flatMap((one) => one.row.cells);
  return {
    ...first,
    row: { cells, start: first.row.start, end: candidates.at(-1)?.row.end ?? first.row.end },
    figures,
    pieces: candidates.flatMap((one) => one.pieces),
    pieceCells: candidates.flatMap((one) => one.pieceCells),
    own: candidates.flatMap((one) => one.own),
  };
}

/**
 * The figures of several lines in the order of their columns, where those stand beside each other behind all words: a figure that takes up two
 * lines in its cell stands half a line above or below the others. What a page breaks off begins again before that, and goes on in its order.
 */
function inColumns(figures: readonly Cell[], candidates: readonly Candidate[]): readonly Cell[] {
  if (candidates[0]?.part.layout.columnsByPosition !== true) {
    return figures;
  }
  const sorted = [...figures].sort((one, other) => one.column - other.column);
  const words = greatest(candidates.flatMap(({ pieceCells }) => pieceCells.map(({ column }) => column)));
  return sorted.every((cell, at) => startOf(cell) > (sorted[at - 1]?.column ?? words)) ? sorted : figures;
}

/** So many rows show whether their columns stand below each other. */
const mostRows = 40;

/** Tells of a part whether columns are told by where the figures of rows with so many stand, each asked once. */
function columnsTold(candidates: readonly Candidate[]): (part: Table, count: number) => boolean {
  const known = new Map<Table, Map<number, boolean>>();
  return (part, count) => {
    const own = known.get(part) ?? new Map<number, boolean>();
    known.set(part, own);
    if (!own.has(count)) {
      own.set(count, areApart(candidates.filter((one) => one.part === part && one.figures.length === count)));
    }
    return own.get(count) ?? false;
  };
}

/** Whether no figure of some whole rows stands below one of another column, so that columns are told by where figures stand. */
function areApart(rows: readonly Candidate[]): boolean {
  const columns = (rows[0]?.figures ?? []).map((_, at) => rows.slice(0, mostRows).map(({ figures }) => figures[at] as Cell));
  return columns.every((cells, at) => at === 0 || least(cells.map(startOf)) > greatest((columns[at - 1] ?? []).map(({ column }) => column)));
}

function startOf({ column, text }: Cell): number {
  return column - displayWidth(text);
}

/** The number of lines whose figures together are as many as the row wants; 1 where they are not. */
function linesOfRow(candidates: readonly Candidate[], from: number, labels: TableLabels): number {
  const first = candidates[from] as Candidate;
  const wanted = first.named?.figures.length ?? widest(labels);
  let sum = first.figures.length;
  for (let at = from + 1; first.hasFigures && sum < wanted && at < candidates.length; at += 1) {
    const next = candidates[at] as Candidate;
    if (next.part !== first.part || !next.hasFigures || next.named || !isRest(next, first, labels)) {
      return 1;
    }
    sum += next.figures.length;
    if (sum === wanted) {
      return at - from + 1;
    }
  }
  return 1;
}

/** Figures alone go on with any row; beside words only where both lines bear pieces of a label, and the second starts none. */
function isRest(next: Candidate, first: Candidate, labels: TableLabels): boolean {
  const mayGoOn = first.part.layout.rowsWrap === true && !first.named && first.own.length > 0;
  return next.own.length === 0 || (mayGoOn && next.own.every((piece) => isInsideLabel(piece, labels)));
}

function widest(labels: TableLabels): number {
  return greatest(labels.table.rows.map((row) => row.figures.length));
}

function isInsideLabel(piece: string, labels: TableLabels): boolean {
  return isInLabel(piece, labels) && ![...labels.all].some((label) => label.startsWith(piece));
}

/** Where labels stand a line above their figures, labels and figures belong together in their order. */
function straighten(candidates: readonly Candidate[], labels: TableLabels): Candidate[] {
  const result = [...candidates];
  for (let at = 0; at < result.length; at += 1) {
    const run = raisedRun(result, at, labels);
    if (run > 0) {
      const moved = result.slice(at + 1, at + run + 1).map((one) => one.figures);
      moved.forEach((figures, index) => {
        result[at + index] = { ...(result[at + index] as Candidate), figures, hasFigures: true };
      });
      result.splice(at + run, 1, { ...(result[at + run] as Candidate), figures: [], hasFigures: false });
    }
  }
  return result;
}

/**
 * The number of lines from a label without figures to a line of figures without label, all labels between with figures; none
 * where figures stand above the first label, which may be its own.
 */
function raisedRun(candidates: readonly Candidate[], from: number, labels: TableLabels): number {
  const first = candidates[from] as Candidate;
  const above = candidates[from - 1];
  const hasFiguresAbove = above?.part === first.part && above.hasFigures && above.own.length === 0;
  if (!first.part.layout.rowsWrap || !first.named || hasFiguresAbove || first.row.cells.some(({ kind }) => kind === 'figure')) {
    return 0;
  }
  for (let at = from + 1; at < candidates.length; at += 1) {
    const candidate = candidates[at] as Candidate;
    if (candidate.part !== first.part || candidate.figures.length !== first.named.figures.length) {
      return 0;
    }
    if (!candidate.named) {
      return at > from + 1 && candidate.own.every((piece) => isPieceOfGroup(piece, labels)) ? at - from : 0;
    }
  }
  return 0;
}

function isPieceOfGroup(piece: string, labels: TableLabels): boolean {
  return labels.groupPieces.some((label) => label.includes(piece));
}
