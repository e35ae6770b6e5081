import type { RowDefinition } from '../../../forms/table.ts';
import type { Candidate } from '../rows/candidate.ts';
import { greatest, least } from '../../../syntax/lists.ts';

/**
 * Whether the figures of a row may be those of the next one, which is not there: where rows do not end with their lines,
 * a line may be lost between the label of the one and the figures of the other, or among the figures of both.
 */
export function mayBeOfNext(
  { part, label, pieceCells, named, figures, hasFigures }: Candidate, row: RowDefinition, missing: readonly RowDefinition[],
): boolean {
  if (!part.layout.rowsWrap || part.layout.keepsBlanks || !hasFigures || !missing.some(({ index }) => index === row.index + 1)) {
    return false;
  }
  const cells = [...(label ? [label] : []), ...(named ? [] : pieceCells), ...figures];
  const start = least(cells.map((cell) => cell.start));
  return /[\r\n]/u.test(part.chunk.text.slice(start, greatest(cells.map((cell) => cell.end))));
}

/**
 * Whether the figures of a row, on a line of their own, may be a neighbour's: it or a row next to it that stands so too adjoins a row
 * without figures, and nothing tells whether figures stand above or below their labels there.
 */
export function mayBeOfNeighbour(byRow: readonly (Candidate | undefined)[], at: number): boolean {
  const standsAlone = (index: number): boolean => {
    const candidate = byRow[index];
    return candidate !== undefined && candidate.part.layout.rowsWrap === true && candidate.hasFigures && candidate.own.length === 0;
  };
  const reachesLack = (step: 1 | -1): boolean => {
    let index = at;
    while (standsAlone(index)) {
      index += step;
    }
    return index >= 0 && index < byRow.length && byRow[index]?.hasFigures !== true;
  };
  return standsAlone(at) && (reachesLack(1) || reachesLack(-1));
}
