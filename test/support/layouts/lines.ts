import { gridOf, type GridCell, type TableName } from '../grid.ts';
import { cut } from '../marked-text.ts';
import type { Sheet } from '../sheet.ts';
import { pageNumber, textLayout } from './document.ts';
import type { Layout, TableWriter } from './layout.ts';

/** One cell a line, blank cells lost. */
export const lines: Layout = textLayout('one cell a line', ({ random }) => ({
  language: random.pick(['plaintext', 'plaintext', 'markdown']),
  ...(random.chance(0.3) && { wrapAt: 32 }),
}), () => lineWriter);

/** One cell a line with an empty line between cells. */
export const spacedLines: Layout = textLayout('one cell a line, empty lines between', ({ random }) => ({
  language: random.pick(['plaintext', 'markdown']),
}), () => spacedLineWriter);

export const lineWriter: TableWriter = {
  name: 'lines', keepsBlanks: false, endsWithEmptyLine: false, write: (sheet, table) => writeLines(sheet, table, '\n'),
};

export const spacedLineWriter: TableWriter = {
  name: 'spaced lines', keepsBlanks: false, endsWithEmptyLine: true, write: (sheet, table) => writeLines(sheet, table, '\n\n'),
};

function writeLines(sheet: Sheet, table: TableName, between: string): string {
  const { random, damage } = sheet;
  const wrap = random.chance(0.3) ? random.integer(8, 14) : undefined;
  const indent = random.pick(['', '', ' ', '\u3000']);
  const texts: string[] = [];
  const breaks = damage.pageBreaks && table === 'requests' ? random.integer(5, 20) : -1;
  for (const cell of gridOf(sheet, table, 'spaced').cells) {
    if (cell.row === breaks && cell.column === 0) {
      texts.push(pageNumber(sheet));
    }
    if (cell.text !== '') {
      texts.push(writeCell(cell, wrap, indent, between, sheet));
    }
  }
  return texts.join(between);
}

function writeCell(cell: GridCell, wrap: number | undefined, indent: string, between: string, sheet: Sheet): string {
  if (cell.role === 'figure') {
    return `${sheet.random.pick(['', sheet.damage.spaces])}${cell.text}${sheet.random.pick(['', sheet.damage.spaces])}`;
  }
  const parts = wrap === undefined ? cell.text.split('\n') : cut(cell.text.replaceAll('\n', ''), wrap);
  return parts.map((part) => indent + part).join(sheet.random.chance(0.8) ? '\n' : between);
}
