import { gridOf, slotsOf, type Slot, type TableName } from '../grid.ts';
import type { Sheet } from '../sheet.ts';
import { textLayout } from './document.ts';
import type { Layout, TableWriter } from './layout.ts';
import { spaced } from './tabs.ts';

/** Word saved as text: each cell starts with a tab on its own line, an empty line ends a row, a blank is a lone tab. */
export const word: Layout = textLayout(
  'Word saved as text',
  ({ random }) => ({ language: random.pick(['plaintext', 'plaintext', 'markdown']) }),
  () => wordWriter,
);

export const wordWriter: TableWriter = { name: 'word', keepsBlanks: true, endsWithEmptyLine: true, write: writeWord };

function writeWord(sheet: Sheet, table: TableName): string {
  const coveredRows = sheet.random.pick(['blank', 'dropped']);
  return slotsOf(gridOf(sheet, table, 'delimited')).map((slots) => wordRow(sheet, slots, coveredRows === 'blank'))
    .filter((row) => row !== '').join('\n\n');
}

function wordRow(sheet: Sheet, slots: readonly Slot[], keepCovered: boolean): string {
  return slots.flatMap((slot, at) => {
    if (slot === undefined || slots[at - 1]?.cell === slot.cell || (slot.covered === 'down' && !keepCovered)) {
      return [];
    }
    if (slot.covered === 'down') {
      return ['\t'];
    }
    return [`\t${slot.cell.role === 'figure' ? spaced(slot.cell.text, sheet) : slot.cell.text}`];
  }).join('\n');
}
