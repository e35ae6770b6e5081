import { gridOf, slotsOf, type TableName } from '../grid.ts';
import { columnsOf, cut } from '../marked-text.ts';
import type { Sheet } from '../sheet.ts';
import { textLayout } from './document.ts';
import type { Layout } from './layout.ts';

/** Tables without upright lines, as Pandoc writes them in plain text: rules of dashes, cells over several lines. */
export const dashed: Layout = textLayout('rules of dashes', ({ random }) => ({ language: random.pick(['plaintext', 'markdown']) }), () => ({
  name: 'dashed', keepsBlanks: true, endsWithEmptyLine: true, write: writeDashed,
}));

function writeDashed(sheet: Sheet, table: TableName): string {
  const grid = gridOf(sheet, table, 'spaced');
  const rows = slotsOf(grid).map((slots) => slots.map((slot) => {
    const text = slot === undefined || slot.covered !== false ? '' : slot.cell.text.replaceAll('\n', '');
    return slot?.cell.role === 'figure' ? [text] : cut(text, slot?.cell.role === 'label' ? 10 : 4);
  }));
  const widths = Array.from({ length: Math.max(...rows.map(({ length }) => length)) }, (_, column) =>
    Math.max(4, ...rows.flatMap((row) => (row[column] ?? []).map((line) => columnsOf(line, 2)))));
  const rule = `  ${'-'.repeat(widths.reduce((sum, width) => sum + width + 1, 0))}`;
  const dashes = `  ${widths.map((width) => '-'.repeat(width)).join(' ')}`;
  const texts = rows.map((row) => dashedRow(row, widths));
  return [rule, texts.slice(0, grid.headerRows).join('\n'), dashes, texts.slice(grid.headerRows).join('\n\n'), rule].join('\n');
}

function dashedRow(cells: readonly (readonly string[])[], widths: readonly number[]): string {
  const height = Math.max(1, ...cells.map(({ length }) => length));
  return Array.from({ length: height }, (_, line) => `  ${widths.map((width, column) => {
    const text = cells[column]?.[line] ?? '';
    return text + ' '.repeat(Math.max(width - columnsOf(text, 2), 0));
  }).join(' ')}`.trimEnd()).join('\n');
}
