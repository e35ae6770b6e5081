import { displayWidth } from '../syntax/text.ts';
import type { SheetCell } from './workbook.ts';

/** Of one line and around it, in points. */
const lineHeight = 14;
const padding = 4;
/** What a cell's border and inner margin take of its width, in characters. */
const margin = 1;

/** The height of each row, in points: programs find out that of a row by themselves only where none of its cells is merged. */
export function rowHeights(cells: readonly SheetCell[], widths: readonly number[]): Map<number, number> {
  const heights = new Map<number, number>();
  for (const { row, column, rowSpan = 1, columnSpan = 1, value } of cells) {
    const width = widths.slice(column, column + columnSpan).reduce((sum, one) => sum + one, 0) - margin;
    const lines = rowSpan > 1 ? 1 : Math.max(1, Math.ceil(displayWidth(String(value ?? '')) / Math.max(1, width)));
    heights.set(row, Math.max(heights.get(row) ?? 0, lines * lineHeight + padding));
  }
  return heights;
}
