import type { RowDefinition } from '../../../forms/table.ts';
import type { Table } from '../../../syntax/tree.ts';
import type { Candidate } from './candidate.ts';
import type { TableLabels } from '../labels.ts';

/** A row of the form, and figures beside its own that stand behind a piece of the same label. */
export interface Twin {
  readonly definition: RowDefinition;
  readonly candidate: Candidate;
}

const leastPiece = 2;

/**
 * Rows that stand twice where words alone tell rows, once with their label cut in pieces: the figures that stand with the
 * whole label may be last year's, and nothing tells which are meant.
 */
export function tornTwins(candidates: readonly Candidate[], byRow: readonly (Candidate | undefined)[], labels: TableLabels): Twin[] {
  const filled = candidates.filter(({ part, hasFigures }) => hasFigures && !part.layout.keepsBlanks);
  const rows = new Map(byRow.flatMap((one, index) => (one?.hasFigures ? [[one, index] as const] : [])));
  return filled.flatMap((candidate, at) => (rows.has(candidate) || candidate.named ? [] : [filled[at - 1], filled[at + 1]].flatMap((beside) => {
    const index = beside?.part === candidate.part ? rows.get(beside) : undefined;
    const definition = index === undefined ? undefined : labels.table.rows[index];
    return definition && holdsPiece(candidate, definition, labels) ? [{ definition, candidate }] : [];
  })));
}

/** Whether a word of a row is the beginning or the end of a label. */
function holdsPiece({ own }: Candidate, { index }: RowDefinition, { spellings }: TableLabels): boolean {
  return own.some((piece) => piece.length >= leastPiece
    && (spellings[index] ?? []).some((label) => label.startsWith(piece) || label.endsWith(piece)));
}

/** So many figures are a whole row's. */
const leastOfRow = 5;

/** Lines of as many figures as a row has, without words and behind rows that have theirs: some row stands twice, and it is not told which. */
export function linesTooMany(candidates: readonly Candidate[], byRow: readonly (Candidate | undefined)[], { table }: TableLabels): Candidate[] {
  const used = new Set(byRow.filter((one) => one?.hasFigures));
  const counts = new Set(table.rows.map(({ figures }) => figures.length).filter((count) => count >= leastOfRow));
  const partsWithRow = new Set<Table>();
  return candidates.filter((candidate) => {
    const { part, own, hasFigures, figures } = candidate;
    if (used.has(candidate)) {
      partsWithRow.add(part);
      return false;
    }
    return !part.layout.keepsBlanks && hasFigures && own.length === 0 && counts.has(figures.length) && partsWithRow.has(part);
  });
}
