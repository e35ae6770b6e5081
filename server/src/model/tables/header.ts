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
  const before = parts[parts.indexOf(part) - 1]?.rows.slice(-nearestRows) ?? [];
  const rows = [...before, ...part.rows];
  const at = before.length + part.rows.indexOf(candidate.row);
  for (let above = at - 1; above >= 0 && above >= at - nearestRows; above -= 1) {
    const header = rows[above] as Row;
    if (header.cells.length === candidate.row.cells.length && header.cells.every((cell) => cell.kind !== 'figure')) {
      const picked = row.block.columns.map((column) => cellBelow(header, candidate.row, spellings(column)));
      const used = picked.filter((cell) => cell !== undefined);
      const others = candidate.figures.filter((cell) => cell.kind !== 'blank' && !used.includes(cell));
      if (used.length === picked.length && others.every((cell) => used.some((one) => one.text.trim() === cell.text.trim()))) {
        return used;
      }
    }
  }
  return undefined;
}

function cellBelow(header: Row, row: Row, names: readonly string[]): Cell | undefined {
  const below = header.cells.flatMap((cell, at) => {
    const figure = row.cells[at];
    const normal = normalise(cell.text);
    return cell.kind === 'text' && (names.includes(normal) || names.includes(withoutNote(normal))) && figure ? [figure] : [];
  });
  const [first] = below;
  return below.every((cell) => cell.text.trim() === first?.text.trim()) ? first : undefined;
}
