import { gridOf, slotsOf, type GridCell, type TableName } from '../grid.ts';
import type { Sheet } from '../sheet.ts';
import { textLayout } from './document.ts';
import type { Layout, TableWriter } from './layout.ts';

/** Markdown of a converter that keeps the line ends and the indentation of the page inside its cells. */
export const indentedCells: Layout = converted('cells with the line ends of the page', (rows) =>
  rows.map((row) => `| \n       ${row.map(textOf).join('  | \n      \n       ')}  | \n    ${'|'.repeat(widthOf(rows) - row.length)}`).join('\n'));

/** Markdown of a converter that writes each paragraph of a cell on lines of its own, with a bar between cells. */
export const paragraphCells: Layout = converted('paragraphs between bars', (rows) =>
  rows.map((row, at) => `${row.map(textOf).join('\n\n| \n\n')}  \n  ${at === 0 ? `\n${row.map(() => '---').join('|')}  \n  ` : ''}`).join('\n'));

/** The same with a pipe at the beginning of each row. */
export const barredParagraphs: Layout = converted('paragraphs behind bars', (rows) =>
  rows.map((row) => `| ${row.map((cell) => `\n\n${textOf(cell)}\n\n`).join('| ')}|`).join('\n'));

/** Rows copied from a spreadsheet: cells with line ends stand in quotes. */
export const spreadsheet: Layout = {
  ...textLayout('rows of a spreadsheet', () => ({ language: 'plaintext' }), () => ({
    name: 'spreadsheet',
    keepsBlanks: true,
    endsWithEmptyLine: true,
    write: (sheet, table) => slotsOf(gridOf(sheet, table, 'delimited')).map((slots) => slots.flatMap((slot) =>
      (slot === undefined ? [] : [slot.covered === false ? quoted(slot.cell.text) : ''])).join('\t')).join('\n'),
  })),
};

/** Markdown of a word processor's document without tables: a paragraph for each cell, marks escaped, headings in bold. */
export const escapedParagraphs: Layout = textLayout('paragraphs with escapes', () => ({ language: 'markdown', strong: '__' }), () => ({
  ...converter((rows) => rows.flatMap((row) => row.map((cell) => escaped(textOf(cell)).replaceAll('\n', '\n\n'))).join('\n\n')),
  name: 'escaped paragraphs',
}));

function quoted(text: string): string {
  return text.includes('\n') ? `"${text}"` : text;
}

function escaped(text: string): string {
  return text.replace(/^(\d)\./, '$1\\.').replace(/(?<=\d)\.(?=\d)/, '\\.').replace(/(?<=\uf000)([-+])/, '\\$1');
}

function textOf({ text }: GridCell): string {
  return text;
}

function widthOf(rows: readonly (readonly GridCell[])[]): number {
  return Math.max(...rows.map(({ length }) => length));
}

function converted(name: string, write: (rows: readonly (readonly GridCell[])[]) => string): Layout {
  return textLayout(name, () => ({ language: 'markdown' }), () => converter(write));
}

/** A writer of the cells that begin in each row; places that a merged cell covers are not there, nor are blank ones. */
function converter(write: (rows: readonly (readonly GridCell[])[]) => string): TableWriter {
  return {
    name: 'converted',
    keepsBlanks: false,
    endsWithEmptyLine: true,
    write: (sheet: Sheet, table: TableName) => {
      const { cells, height } = gridOf(sheet, table, 'delimited');
      const rows = Array.from({ length: height }, (_, row) =>
        cells.filter((cell) => cell.row === row && cell.text !== ''));
      return write(rows.filter(({ length }) => length > 0));
    },
  };
}
