import type { Candidate } from './candidates.ts';
import type { TableLabels } from './labels.ts';

/**
 * Sets right what a page's text does to the rows of a table: the figures of one row on two lines,
 * and labels that stand a line above their figures.
 */
export function setRight(candidates: readonly Candidate[], labels: TableLabels): Candidate[] {
  return straighten(join(candidates, labels), labels);
}

/** Joins two neighbouring lines whose figures make up one row: no label of its own stands in the second. */
function join(candidates: readonly Candidate[], labels: TableLabels): Candidate[] {
  const joined: Candidate[] = [];
  for (const candidate of candidates) {
    const last = joined.at(-1);
    if (last && isRestOf(candidate, last, labels)) {
      joined[joined.length - 1] = {
        ...last,
        row: { cells: [...last.row.cells, ...candidate.row.cells], start: last.row.start, end: candidate.row.end },
        figures: [...last.figures, ...candidate.figures],
        pieces: [...last.pieces, ...candidate.pieces],
        pieceCells: [...last.pieceCells, ...candidate.pieceCells],
        own: [...last.own, ...candidate.own],
      };
    } else {
      joined.push(candidate);
    }
  }
  return joined;
}

function isRestOf(candidate: Candidate, last: Candidate, labels: TableLabels): boolean {
  if (candidate.part !== last.part || !candidate.hasFigures || !last.hasFigures || candidate.named || last.own.length === 0) {
    return false;
  }
  const wanted = last.named?.figures.length ?? widest(labels);
  const isPiece = candidate.own.every((piece) => isPieceOfLabel(piece, labels));
  return candidate.figures.length + last.figures.length === wanted && (last.named ? candidate.own.length === 0 : isPiece);
}

function widest(labels: TableLabels): number {
  return Math.max(...labels.table.rows.map((row) => row.figures.length));
}

function isPieceOfLabel(piece: string, labels: TableLabels): boolean {
  return [...labels.all].some((label) => label.includes(piece));
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

/** The number of lines from a label without figures to a line of figures without label, all labels between with figures. */
function raisedRun(candidates: readonly Candidate[], from: number, labels: TableLabels): number {
  const first = candidates[from] as Candidate;
  if (first.part.layout !== 'spaces' || !first.named || first.figures.length > 0) {
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
