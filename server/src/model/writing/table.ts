import type { FormTable } from '../../forms/table.ts';
import type { Table, TableWriter } from '../../syntax/tree.ts';
import { printedGrid, type PrintedGrid } from './grid.ts';

/** How a table is to be written. */
export interface TableStyle {
  readonly writer: TableWriter;
  readonly lineEnd: string;
  /** A table of the same layout in whose manner it is written. */
  readonly like?: Table;
}

/** The empty table of a form as text, without a line end behind it. */
export function writeBlankTable(table: FormTable, style: TableStyle): string {
  return writeTable(table, style, []);
}

/** The table of a form as text, with what its figures' cells hold by the index of the figure; without a line end behind it. */
export function writeTable(table: FormTable, { writer, lineEnd, like }: TableStyle, figures: readonly string[]): string {
  return writer.write(filledGrid(table, figures), lineEnd, like);
}

/** The grid of a form's table with its figures, which are numbered in the order of reading. */
export function filledGrid(table: FormTable, figures: readonly string[]): PrintedGrid {
  const grid = printedGrid(table);
  let figure = 0;
  return { ...grid, cells: grid.cells.map((cell) => (cell.kind === 'figure' ? { ...cell, text: figures[figure++] ?? '' } : cell)) };
}
