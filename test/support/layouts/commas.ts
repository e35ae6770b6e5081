import { gridOf, slotsOf, type TableName } from '../grid.ts';
import type { Sheet } from '../sheet.ts';
import { textLayout } from './document.ts';
import type { Layout, TableWriter } from './layout.ts';

/** Rows of cells separated by commas, the text of merged cells repeated, as converters to plain text write them. */
export const commas: Layout = textLayout('comma-separated', ({ random }) => ({
  language: random.pick(['plaintext', 'markdown']),
}), () => commaWriter);

const commaWriter: TableWriter = { name: 'commas', keepsBlanks: true, endsWithEmptyLine: true, write: writeCommas };

function writeCommas(sheet: Sheet, table: TableName): string {
  const repeated = sheet.random.chance(0.7);
  return slotsOf(gridOf(sheet, table, 'delimited')).map((slots) => slots.flatMap((slot) => {
    if (slot === undefined) {
      return [];
    }
    const text = slot.covered !== false && !repeated ? '' : slot.cell.text.replaceAll('\n', '');
    return [/,/.test(text) ? `"${text}"` : text];
  }).join(',')).join('\n');
}
