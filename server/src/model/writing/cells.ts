import type { BoundRow, BoundTable } from '../report.ts';
import type { Edit } from './edits.ts';

/**
 * Edits that add the blank cells that a row lost at its end. None where it is not certain that its figures are the first
 * ones of the row.
 */
export function appendCells(table: BoundTable, row: BoundRow): Edit[] {
  const found = row.figures.findIndex((figure) => figure === undefined);
  const part = table.parts.find(({ rows, chunk }) => chunk === row.label.chunk && rows.some((one) => one.start <= row.row.start && row.row.end <= one.end));
  const last = row.row.cells.at(-1);
  if (row.merged || found <= 0 || row.figures.slice(found).some((figure) => figure !== undefined)
    || !part || !last || !part.layout.keepsBlanks || part.lossy === true || part.drawn === true) {
    return [];
  }
  const missing = row.figures.length - found;
  const edit = part.layout.writer?.appendCells?.(part, last, missing);
  return edit === undefined ? [] : [edit];
}
