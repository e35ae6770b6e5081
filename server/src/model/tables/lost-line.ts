import type { RowDefinition } from '../../forms/table.ts';
import type { Candidate } from './candidate.ts';
import { greatest, least } from '../../syntax/lists.ts';

/**
 * Whether the figures of a row may be those of the next one, which is not there: where rows do not end with their lines,
 * a line may be lost between the label of the one and the figures of the other, or among the figures of both.
 */
export function mayBeOfNext({ part, label, pieceCells, named, figures, hasFigures }: Candidate, row: RowDefinition, missing: readonly RowDefinition[]): boolean {
  if (!part.layout.rowsWrap || part.layout.keepsBlanks || !hasFigures || !missing.some(({ index }) => index === row.index + 1)) {
    return false;
  }
  const cells = [...(label ? [label] : []), ...(named ? [] : pieceCells), ...figures];
  const start = least(cells.map((cell) => cell.start));
  return /[\r\n]/u.test(part.chunk.text.slice(start, greatest(cells.map((cell) => cell.end))));
}
