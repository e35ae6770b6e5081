import type { PrintedTable } from '../types/printed.ts';
import { cellLook } from './look.ts';

export type Cell = PrintedTable['cells'][number];

/** The cells that begin in each row. */
export function rowsOf({ height, cells }: PrintedTable): readonly (readonly Cell[])[] {
  const rows: Cell[][] = Array.from({ length: height }, () => []);
  for (const cell of cells) {
    rows[cell.row]?.push(cell);
  }
  return rows;
}

/** Whether a cell says what others hold. */
export function isHead({ kind }: Pick<Cell, 'kind'>): boolean {
  return kind === 'heading' || kind === 'corner' || kind === 'header';
}

/** Labels stand at the left, but those that name several rows. */
export function cellAlign(cell: Pick<Cell, 'kind' | 'rowSpan' | 'text'> & { readonly align?: 'left' | 'center' }): 'left' | 'center' {
  const { kind, rowSpan, text, align } = cell;
  return align ?? ((kind === 'label' && rowSpan === 1) || (kind === 'cell' && text.length > longestCentred) ? 'left' : 'center');
}

/** In characters. */
const longestCentred = 12;

/** Whether a table has so many columns that its text has to be smaller. */
export function isSmall({ width }: PrintedTable): boolean {
  return width >= cellLook.manyColumns;
}

/** How many rows at the head of a table hold heads alone, which are repeated on each page. */
export function headRows(table: PrintedTable): number {
  const rows = rowsOf(table);
  const first = rows.findIndex((cells) => cells.some((cell) => !isHead(cell)));
  return rows.slice(0, Math.max(0, first)).some((cells) => cells.some(({ kind }) => kind === 'heading')) ? 0 : Math.max(0, first);
}
