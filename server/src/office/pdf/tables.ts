import { brokenRow } from './broken-row.ts';
import { brokenLine } from './cell-text.ts';
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
  const [whole, below] = withoutBreak(table, { ...next, rows: next.rows - again, cells: next.cells.flatMap((cell) => movedUp(cell, again)) });
  return { ...whole, rows: whole.rows + below.rows, cells: [...whole.cells, ...below.cells.map((cell) => ({ ...cell, row: cell.row + whole.rows }))] };
}

/** A cell so many rows further up; none where they are all of its rows. */
function movedUp(cell: PlacedCell, rows: number): PlacedCell[] {
  const [row, rowSpan] = [Math.max(0, cell.row - rows), cell.rowSpan - Math.max(0, rows - cell.row)];
  return rowSpan > 0 ? [{ ...cell, row, rowSpan }] : [];
}

/** Both parts of a table, where the end of the page broke a row with all of it in the first. */
function withoutBreak(table: WholeTable, next: WholeTable): readonly [WholeTable, WholeTable] {
  const foot = table.cells.filter(({ row, rowSpan }) => row + rowSpan === table.rows);
  const pairs = brokenRow(foot, next.cells.filter(({ row, rowSpan }) => row === 0 && rowSpan === 1));
  if (pairs === undefined) {
    return [table, next];
  }
  const rests = new Map(pairs.map(({ above, rest }) => [above, rest.text]));
  const cells = table.cells.map((cell) => ({ ...cell, text: joinedTexts(cell.text, rests.get(cell) ?? '') }));
  return [{ ...table, cells }, { ...next, rows: next.rows - 1, cells: next.cells.flatMap((cell) => movedUp(cell, 1)) }];
}

/** What a cell says on both pages; digits on each are put together to no number. */
function joinedTexts(text: string, rest: string): string {
  return text + (/\p{Nd}$/u.test(text) && /^\p{Nd}/u.test(rest) ? brokenLine : '') + rest;
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
