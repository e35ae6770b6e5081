import type { FormTable } from '../../forms/table.ts';
import { printedGrid, type PrintedCell, type PrintedGrid } from './grid.ts';

/** The layouts in which every cell has its place even when it is blank. */
export type WritableLayout = 'pipe' | 'tabs' | 'word' | 'html';

export interface TableStyle {
  readonly layout: WritableLayout;
  readonly lineEnd: string;
  /** Pipe tables: whether a space stands on either side of a cell's text. */
  readonly padded?: boolean;
  /** HTML: the opening tag of the table. */
  readonly tag?: string;
}

/** The empty table of a form as text, without a line end behind it. */
export function writeBlankTable(table: FormTable, style: TableStyle): string {
  return writeTable(table, style, []);
}

/** The table of a form as text, with what its figures' cells hold by the index of the figure; without a line end behind it. */
export function writeTable(table: FormTable, style: TableStyle, figures: readonly string[]): string {
  return writeGrid(filled(printedGrid(table), figures), style);
}

/** A grid as text, its texts as they are given; without a line end behind it. */
export function writeGrid(grid: PrintedGrid, style: TableStyle): string {
  switch (style.layout) {
    case 'pipe': return writePipes(grid, style.lineEnd, style.padded ?? true);
    case 'tabs': return slotsOf(grid).map((slots) => slots.map(ownText).join('\t')).join(style.lineEnd);
    case 'word': return writeWord(grid, style.lineEnd);
    case 'html': return writeHtml(grid, style.lineEnd, style.tag ?? '<table border="1">');
  }
}

/** The grid with its figures, which are numbered in the order of reading. */
function filled(grid: PrintedGrid, figures: readonly string[]): PrintedGrid {
  let figure = 0;
  return { ...grid, cells: grid.cells.map((cell) => (cell.kind === 'figure' ? { ...cell, text: figures[figure++] ?? '' } : cell)) };
}

/** A place of the grid: the cell that starts there or reaches over it. */
interface Slot {
  readonly cell: PrintedCell | undefined;
  readonly row: number;
  readonly column: number;
}

function slotsOf({ width, height, cells }: PrintedGrid): Slot[][] {
  const slots = Array.from({ length: height }, (_row, row) => Array.from({ length: width }, (_, column): Slot => ({ cell: undefined, row, column })));
  for (const cell of cells) {
    for (let row = cell.row; row < cell.row + cell.rowSpan; row += 1) {
      for (let column = cell.column; column < cell.column + cell.columnSpan; column += 1) {
        const line = slots[row];
        if (line) {
          line[column] = { cell, row, column };
        }
      }
    }
  }
  return slots;
}

/** What stands in a place where merged cells keep an empty one for each place that they cover. */
function ownText({ cell, row, column }: Slot): string {
  return cell && cell.row === row && cell.column === column ? cell.text : '';
}

function writePipes(grid: PrintedGrid, lineEnd: string, padded: boolean): string {
  const line = (texts: readonly string[]): string => `|${texts.map((text) => (padded ? ` ${text} ` : text)).join('|')}|`;
  const [first = [], ...rest] = slotsOf(grid).map((slots) => slots.map(ownText));
  return [line(first), line(first.map(() => '---')), ...rest.map(line)].join(lineEnd);
}

/** A cell a line behind a tab, an empty line between rows; cells that reach across stand once, those from above are blank. */
function writeWord(grid: PrintedGrid, lineEnd: string): string {
  const rows = slotsOf(grid).map((slots) =>
    slots.filter(({ cell, column }) => cell === undefined || cell.column === column).map((slot) => `\t${ownText(slot)}`).join(lineEnd));
  return rows.join(lineEnd + lineEnd);
}

function writeHtml(grid: PrintedGrid, lineEnd: string, tag: string): string {
  const rows = Array.from({ length: grid.height }, (_, row) => {
    const cells = grid.cells.filter((cell) => cell.row === row).map((cell) => `<td${span('rowspan', cell.rowSpan)}${span('colspan', cell.columnSpan)}>${cell.text}</td>`);
    return `<tr>${cells.join('')}</tr>`;
  });
  return [tag, ...rows, '</table>'].join(lineEnd);
}

function span(name: string, count: number): string {
  return count > 1 ? ` ${name}="${count}"` : '';
}
