import type { PrintedTable } from '../types/printed.ts';
import { displayWidth } from '../syntax/text.ts';

/** The widths of columns, in half the width of a character. */
const least = 5;
const most = 18;
/** Into so many lines a label or a head may be broken. */
const linesOfLabel = 4;
const linesOfHead = 3;
/** A cell that reaches over rows has room below each other. */
const charactersOfTall = 6;

/** What each column takes of the whole width; the sum is 1. */
export function columnShares({ width, cells, shares }: PrintedTable): readonly number[] {
  if (shares !== undefined) {
    return shares;
  }
  const widths = Array.from({ length: width }, () => least);
  for (const { column, columnSpan, rowSpan, kind, text } of cells) {
    if (columnSpan === 1) {
      widths[column] = Math.max(widths[column] ?? least, Math.min(most, wanted(kind, text, rowSpan)));
    }
  }
  const sum = widths.reduce((whole, one) => whole + one, 0);
  return widths.map((one) => one / sum);
}

function wanted(kind: PrintedTable['cells'][number]['kind'], text: string, rowSpan: number): number {
  const length = displayWidth(text);
  switch (kind) {
    case 'figure': return length + 1;
    case 'header':
    case 'corner':
    case 'heading': return Math.ceil(length / linesOfHead);
    case 'label':
    case 'cell': return rowSpan > 1 ? Math.min(length, charactersOfTall) : Math.ceil(length / linesOfLabel) + 2;
  }
}
