import type { RowDefinition } from '../../forms/table.ts';
import { normalise, spellings } from '../../forms/vocabulary.ts';
import type { Cell, Row, Table } from '../../syntax/tree.ts';
import type { Candidate } from './candidates.ts';
import { withoutNote } from './labels.ts';

const nearestRows = 4;

/**
 * The cells of a row below the headers that name its columns, where one row of headers above it names them all and has
 * as many cells; where a merged header is repeated, the first cell of those that say the same.
 */
export function pickBelowHeader(row: RowDefinition, candidate: Candidate, parts: readonly Table[]): readonly Cell[] | undefined {
  const { part } = candidate;
  if (!part.keepsBlanks || part.broken) {
    return undefined;
  }
  const at = part.rows.indexOf(candidate.row);
  const before = at < nearestRows ? parts[parts.indexOf(part) - 1]?.rows : undefined;
  for (let above = at - 1; above >= at - nearestRows; above -= 1) {
    const header = above >= 0 ? part.rows[above] : before?.at(above);
    if (header?.cells.length === candidate.row.cells.length && header.cells.every((cell) => cell.kind !== 'figure')) {
      const normals = header.cells.map((cell) => cell.kind === 'text' ? normalise(cell.text) : '');
      const picked = row.block.columns.map((column) => cellBelow(normals, candidate.row, spellings(column)));
      const used = picked.filter((cell) => cell !== undefined);
      const others = candidate.figures.filter((cell) => cell.kind !== 'blank' && !used.includes(cell));
      if (used.length === picked.length && others.every((cell) => used.some((one) => one.text.trim() === cell.text.trim()))) {
        return used;
      }
    }
  }
  return undefined;
}

/** `header`: its words by cell, normalised; empty where the cell is no words. */
function cellBelow(header: readonly string[], row: Row, names: readonly string[]): Cell | undefined {
  const below = row.cells.filter((_, at) => {
    const normal = header[at] ?? '';
    return normal !== '' && (names.includes(normal) || names.includes(withoutNote(normal)));
  });
  const [first] = below;
  return below.every((cell) => cell.text.trim() === first?.text.trim()) ? first : undefined;
}
