import { gridOf, slotsOf, type TableName } from '../grid.ts';
import { columnsOf, cut } from '../marked-text.ts';
import type { Sheet } from '../sheet.ts';
import { textLayout } from './document.ts';
import type { Layout, TableWriter } from './layout.ts';

/** The characters that a table is drawn with. */
interface Lines {
  readonly upright: string;
  readonly level: string;
  readonly top: readonly [string, string, string];
  readonly middle: readonly [string, string, string];
  readonly bottom: readonly [string, string, string];
}

const drawn: Lines = { upright: '│', level: '──', top: ['┌', '┬', '┐'], middle: ['├', '┼', '┤'], bottom: ['└', '┴', '┘'] };
const typed: Lines = { upright: '|', level: '--', top: ['+', '+', '+'], middle: ['+', '+', '+'], bottom: ['+', '+', '+'] };

/** Tables drawn with lines, as some word processors save them as text. */
export const box: Layout = textLayout('box drawing', () => ({ language: 'plaintext' }), () => boxWriter('box', drawn));

/** Grid tables of Pandoc. */
export const gridTable: Layout = textLayout('grid table', () => ({ language: 'markdown' }), () => boxWriter('grid', typed));

function boxWriter(name: string, lines: Lines): TableWriter {
  return { name, keepsBlanks: true, endsWithEmptyLine: true, write: (sheet, table) => writeBox(sheet, table, lines) };
}

function writeBox(sheet: Sheet, table: TableName, { level, upright, top, middle, bottom }: Lines): string {
  const grid = gridOf(sheet, table, 'spaced');
  const labelWidth = sheet.random.integer(6, 20);
  const rows = slotsOf(grid).map((slots) => slots.map((slot) => {
    const text = slot === undefined || slot.covered !== false ? '' : slot.cell.text.replaceAll('\n', '');
    return slot?.cell.role === 'figure' ? [text] : cut(text, slot?.cell.role === 'label' ? labelWidth : 6);
  }));
  const widths = Array.from({ length: Math.max(...rows.map(({ length }) => length)) }, (_, column) =>
    2 * Math.ceil(Math.max(2, ...rows.flatMap((row) => (row[column] ?? []).map((line) => columnsOf(line, 2)))) / 2));
  const rule = ([left, between, right]: Lines['top']): string =>
    left + widths.map((width) => level.repeat(width / 2)).join(between) + right;
  const texts = rows.map((row) => boxRow(row, widths, upright)).join(`\n${rule(middle)}\n`);
  return [rule(top), texts, rule(bottom)].join('\n');
}

/** One row of the table: as many lines as its longest cell needs. */
function boxRow(cells: readonly (readonly string[])[], widths: readonly number[], upright: string): string {
  const height = Math.max(1, ...cells.map(({ length }) => length));
  return Array.from({ length: height }, (_, line) => upright + widths.map((width, column) => {
    const text = cells[column]?.[line] ?? '';
    return text + ' '.repeat(width - columnsOf(text, 2));
  }).join(upright) + upright).join('\n');
}
