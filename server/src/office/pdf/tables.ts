import type { PdfCell, PdfTable } from './ruled-table.ts';
import { clustered, nearest, near } from './rules.ts';

/** A cell with the page that it is on, from 1. */
interface PlacedCell extends PdfCell {
  readonly page: number;
}

/** Rows of cells, each at the first of the places that it covers. */
export type Rows = readonly (readonly (PlacedCell | undefined)[])[];

/** A table that goes on from page to page, put together. */
export interface WholeTable extends PdfTable {
  readonly cells: readonly PlacedCell[];
}

export function onPage(table: PdfTable, page: number): WholeTable {
  return { ...table, cells: table.cells.map((cell) => ({ ...cell, page })) };
}

/** The table with the one at the head of the next page, where both stand between the same edges; a head that is printed again is left out. */
export function continued(table: WholeTable, next: WholeTable): WholeTable | undefined {
  if (Math.abs(table.left - next.left) > 2 * near || Math.abs(table.right - next.right) > 2 * near) {
    return undefined;
  }
  const again = repeatedRows(table, next);
  const cells = next.cells.filter(({ row }) => row >= again).map((cell) => ({ ...cell, row: cell.row - again + table.rows }));
  return { ...table, rows: table.rows + next.rows - again, cells: [...table.cells, ...cells] };
}

/** How many rows of the next part are those that the table begins with; rows of figures are none. */
function repeatedRows(table: WholeTable, next: WholeTable): number {
  let count = 0;
  while (count < Math.min(table.rows, next.rows) && rowKey(table, count) === rowKey(next, count) && !holdsFigures(table, count)) {
    count += 1;
  }
  // A part of a head is not told apart from rows that happen to be alike, unless its cells all end there.
  return next.cells.some(({ row, rowSpan }) => row < count && row + rowSpan > count) ? 0 : count;
}

function rowKey({ cells }: WholeTable, row: number): string {
  return cells.filter((cell) => cell.row === row).sort((one, other) => one.left - other.left)
    .map(({ text, rowSpan, left }) => `${text} ${rowSpan} ${Math.round(left / 4)}`).join('|');
}

function holdsFigures({ cells }: WholeTable, row: number): boolean {
  const own = cells.filter((cell) => cell.row <= row && row < cell.row + cell.rowSpan);
  return own.some(({ text }) => /^[\s\d.,%-]+$/u.test(text)) || own.every(({ text }) => text.trim() === '');
}

/** The cells on the columns at which cells begin; undefined where two claim one place. */
export function rowsOf({ rows, cells }: WholeTable): Rows | undefined {
  const columns = clustered(cells.map(({ left }) => left));
  const slots = Array.from({ length: rows }, () => Array<PlacedCell | undefined>(columns.length).fill(undefined));
  for (const cell of cells) {
    const column = columns.indexOf(nearest(columns, cell.left));
    const row = slots[cell.row];
    if (row === undefined || row[column] !== undefined) {
      return undefined;
    }
    row[column] = cell;
  }
  return slots;
}
