import { gridOf, slotsOf, type TableName } from '../grid.ts';
import type { Sheet } from '../sheet.ts';
import { textLayout } from './document.ts';
import type { Layout, TableWriter } from './layout.ts';
import { spaced } from './tabs.ts';

/** Rows of cells between broken bars, as no report writes them: an invented layout, to try what a new one takes. */
export const brokenBars: Layout = textLayout('broken bars', ({ random }) => ({
  language: random.pick(['plaintext', 'markdown']),
}), () => brokenBarWriter);

const brokenBarWriter: TableWriter = { name: 'broken bars', keepsBlanks: true, endsWithEmptyLine: true, write: writeBars };

function writeBars(sheet: Sheet, table: TableName): string {
  return slotsOf(gridOf(sheet, table, 'delimited')).map((slots) => slots.flatMap((slot) => {
    if (slot === undefined || slot.covered !== false) {
      return slot === undefined ? [] : [''];
    }
    const text = slot.cell.text.replaceAll('\n', '');
    return [slot.cell.role === 'figure' ? spaced(text, sheet) : text];
  }).join('¦')).join('\n');
}
