import { gridOf, slotsOf, type Grid, type Slot, type TableName } from '../grid.ts';
import type { Sheet } from '../sheet.ts';
import { textLayout } from './document.ts';
import type { Layout, TableWriter } from './layout.ts';

/** Tab-separated rows, with the shifts that merged cells leave behind. */
export const tabs: Layout = textLayout(
  'tabs',
  ({ random }) => ({ language: random.pick(['plaintext', 'markdown']) }),
  ({ random }) => tabWriter(random.pick(['none', 'header', 'any'])),
);

/** Rows that have lost the places covered by merged cells: none, those of the header with row 一, or any. */
type Shifts = 'none' | 'header' | 'any';

export function tabWriter(shifts: Shifts): TableWriter {
  return {
    name: 'tabs',
    keepsBlanks: shifts === 'none',
    endsWithEmptyLine: false,
    write: (sheet, table) => writeTabs(sheet, table, shifts),
  };
}

/** What becomes of the places that a merged cell covers, in all rows or row by row. */
type Merged = 'blank' | 'dropped' | 'repeated';

function writeTabs(sheet: Sheet, table: TableName, shifts: Shifts): string {
  const { random, damage } = sheet;
  const grid = gridOf(sheet, table, 'delimited');
  const merged: Merged = shifts === 'none' ? random.pick(['blank', 'blank', 'repeated']) : 'blank';
  const trailing = damage.blanks === 0 ? random.pick([0, 0, 2]) : 0;
  const lead = random.chance(0.15) ? '\t' : '';
  const lines = slotsOf(grid).map((slots, row) => {
    const shifted = shifts === 'any' ? random.chance(0.5) : shifts === 'header' && row <= grid.headerRows;
    return lead + cells(sheet, slots, shifted ? 'dropped' : merged).join('\t') + '\t'.repeat(trailing);
  });
  if (random.chance(0.3)) {
    lines.splice(firstRowEnd(grid), 0, '');
  }
  return lines.join('\n');
}

/** Behind the first row of figures, where one published report has an empty line. */
function firstRowEnd(grid: Grid): number {
  return Math.min(grid.headerRows + 1, grid.height);
}

function cells(sheet: Sheet, slots: readonly Slot[], merged: Merged): string[] {
  return slots.flatMap((slot) => {
    if (slot === undefined || (slot.covered === 'across' && merged === 'dropped')) {
      return [];
    }
    if (slot.covered !== false && merged !== 'repeated') {
      return [''];
    }
    const text = slot.cell.text.replaceAll('\n', '');
    return [slot.cell.role === 'figure' ? spaced(text, sheet) : text];
  });
}

/** The figure with the white space that the damage puts before or after it. */
export function spaced(text: string, { damage, random }: Sheet): string {
  return random.pick([text, `${damage.spaces}${text}`, `${text}${damage.spaces}`]);
}
