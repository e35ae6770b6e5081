import { gridOf, slotsOf, type TableName } from '../grid.ts';
import { columnsOf, cut } from '../marked-text.ts';
import type { Sheet } from '../sheet.ts';
import { textLayout } from './document.ts';
import type { Layout, TableWriter } from './layout.ts';

/** Tables drawn with lines, as some word processors save them as text. */
export const box: Layout = textLayout('box drawing', () => ({ language: 'plaintext' }), () => boxWriter);

const boxWriter: TableWriter = { name: 'box', keepsBlanks: true, endsWithEmptyLine: true, write: writeBox };

function writeBox(sheet: Sheet, table: TableName): string {
  const grid = gridOf(sheet, table, 'spaced');
  const labelWidth = sheet.random.integer(6, 20);
  const rows = slotsOf(grid).map((slots) => slots.map((slot) => {
    const text = slot === undefined || slot.covered !== false ? '' : slot.cell.text.replaceAll('\n', '');
    return slot?.cell.role === 'figure' ? [text] : cut(text, slot?.cell.role === 'label' ? labelWidth : 6);
  }));
  const widths = Array.from({ length: grid.width }, (_, column) =>
    2 * Math.ceil(Math.max(2, ...rows.flatMap((row) => (row[column] ?? []).map((line) => columnsOf(line, 2)))) / 2));
  const rule = (left: string, middle: string, right: string): string =>
    left + widths.map((width) => '─'.repeat(width / 2)).join(middle) + right;
  return [
    rule('┌', '┬', '┐'),
    rows.map((row) => boxRow(row, widths)).join(`\n${rule('├', '┼', '┤')}\n`),
    rule('└', '┴', '┘'),
  ].join('\n');
}

/** One row of the table: as many lines as its longest cell needs. */
function boxRow(cells: readonly (readonly string[])[], widths: readonly number[]): string {
  const height = Math.max(1, ...cells.map(({ length }) => length));
  return Array.from({ length: height }, (_, line) => `│${widths.map((width, column) => {
    const text = cells[column]?.[line] ?? '';
    return text + ' '.repeat(width - columnsOf(text, 2));
  }).join('│')}│`).join('\n');
}
