import { gridOf, type Grid, type GridCell, type TableName } from '../grid.ts';
import type { Sheet } from '../sheet.ts';
import { textLayout } from './document.ts';
import type { Layout, TableWriter } from './layout.ts';

/** How a web page's table came out of a converter that knows no merged cells and writes a bar after each cell. */
interface BarStyle {
  /** Bars at the end of a row for the places that no cell stands in. */
  readonly fill: boolean;
  readonly lead: 'none' | 'bar' | 'ownLine';
  readonly lines: 'row' | 'cell' | 'cellAndBar' | 'breakBefore';
  /** Cells below a merged one are there, and empty. */
  readonly covered: boolean;
}

const styles: readonly BarStyle[] = [
  { fill: false, lead: 'none', lines: 'row', covered: false },
  { fill: false, lead: 'none', lines: 'row', covered: true },
  { fill: true, lead: 'none', lines: 'row', covered: false },
  { fill: true, lead: 'bar', lines: 'row', covered: false },
  { fill: true, lead: 'none', lines: 'cell', covered: false },
  { fill: true, lead: 'ownLine', lines: 'cell', covered: false },
  { fill: false, lead: 'none', lines: 'cellAndBar', covered: false },
  { fill: true, lead: 'bar', lines: 'breakBefore', covered: false },
];

/** Text of web pages in which each cell is followed by a bar, with bars to fill up the rows or without. */
export const bars: Layout = textLayout('a bar after each cell', ({ random }) => ({
  language: random.pick(['plaintext', 'markdown']),
}), ({ random }) => barWriter(random.pick(styles)));

function barWriter(style: BarStyle): TableWriter {
  return {
    name: 'bars',
    keepsBlanks: !style.fill && style.lines === 'row',
    endsWithEmptyLine: false,
    write: (sheet, table) => writeBars(sheet, table, style),
  };
}

function writeBars(sheet: Sheet, table: TableName, style: BarStyle): string {
  const grid = gridOf(sheet, table, 'delimited');
  const extra = sheet.random.integer(0, 2);
  const keepsBlanks = barWriter(style).keepsBlanks;
  const rows = Array.from({ length: grid.height }, (_, row) => cellTexts(sheet, grid, row, style, keepsBlanks));
  const width = grid.width + extra;
  return rows.filter((row) => row.length > 0).map((row) => writeRow(row, style, style.fill ? width - row.length : 0)).join('\n');
}

/** The cells that begin in a row; blank ones only where the style keeps them. */
function cellTexts(sheet: Sheet, grid: Grid, row: number, style: BarStyle, keepsBlanks: boolean): string[] {
  const covering = grid.cells.filter((cell) => cell.role === 'label' && cell.row < row && row < cell.row + cell.rowSpan);
  const begin = grid.cells.filter((cell) => cell.row === row && cell.role !== 'unused');
  const texts = begin.filter(({ text }) => text !== '' || keepsBlanks).map((cell) => textOf(sheet, cell));
  return style.covered ? [...covering.map(() => ''), ...texts] : texts;
}

function textOf({ random }: Sheet, { text }: GridCell): string {
  return text.replaceAll('\n', random.pick([' ', '']));
}

function writeRow(cells: readonly string[], style: BarStyle, fill: number): string {
  switch (style.lines) {
    case 'row': {
      const line = `${style.lead === 'bar' ? '| ' : ''}${cells.map((cell) => (cell === '' ? '' : `${cell} `)).join('| ')}|`;
      return fill > 0 ? `${line} ${'|'.repeat(fill)}` : line;
    }
    case 'cell': {
      const lines = cells.map((cell) => `${cell} |`);
      const end = fill > 0 ? (style.lead === 'ownLine' ? ` ${'|'.repeat(fill)}` : `\n${'|'.repeat(fill)}`) : '';
      return `${style.lead === 'ownLine' ? '|\n' : ''}${lines.join('\n')}${end}`;
    }
    case 'cellAndBar':
      return cells.map((cell) => `${cell}\n|`).join('\n');
    case 'breakBefore':
      return `${cells.map((cell) => `| \n ${cell}  `).join('')}${fill > 0 ? `| ${'|'.repeat(fill)}` : '|'}`;
  }
}
