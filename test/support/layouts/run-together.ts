import { gridOf, type TableName } from '../grid.ts';
import type { Sheet } from '../sheet.ts';
import { textLayout } from './document.ts';
import type { Layout, TableWriter } from './layout.ts';
import { pipeWriter, plainPipes } from './pipe.ts';

/**
 * The table of section 三 with all cells of a row run together without any separator, which nobody can read for
 * certain; the others are pipe tables.
 */
export const runTogether: Layout = textLayout('run together', () => ({ language: 'markdown' }), (_, table) =>
  (table === 'requests' ? runTogetherWriter : pipeWriter(plainPipes)));

const runTogetherWriter: TableWriter = { name: 'run together', keepsBlanks: false, endsWithEmptyLine: true, write: writeRows };

function writeRows(sheet: Sheet, table: TableName): string {
  const grid = gridOf(sheet, table, 'spaced');
  return Array.from({ length: grid.height }, (_, row) =>
    grid.cells.filter((cell) => cell.row === row).map(({ text }) => text.replaceAll('\n', '')).join('')).join('\n');
}
