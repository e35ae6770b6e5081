import { cellText } from './cell-text.ts';
import { gap, linesOf } from './lines.ts';
import type { Box, Glyph } from './page.ts';
import { clustered, Groups, near, type RuledArea } from './rules.ts';

/** A cell between rules, which may cover several rows and columns. */
export interface PdfCell extends Box {
  readonly row: number;
  readonly rowSpan: number;
  readonly text: string;
}

/** A table between rules, on one page or more. */
export interface PdfTable {
  readonly rows: number;
  readonly cells: readonly PdfCell[];
  readonly left: number;
  readonly right: number;
}

/**
 * The cells between the rules of an area with what stands in them; undefined where that cannot be told for certain: a box that is no
 * rectangle, a glyph on a rule, a number that goes on behind one.
 */
export function readRuledTable(area: RuledArea, glyphs: readonly Glyph[]): PdfTable | undefined {
  const xs = withOpenEnds(clustered(area.down.map(({ left }) => left)), area.left, area.right, glyphs.map(({ left, right }) => (left + right) / 2));
  const ys = withOpenEnds(clustered(area.across.map(({ top }) => top)), area.top, area.bottom, glyphs.map(({ top, bottom }) => (top + bottom) / 2));
  const [columns, rows] = [xs.length - 1, ys.length - 1];
  if (columns < 1 || rows < 1 || columns * rows > 20_000 || crossesRule(area, glyphs)) {
    return undefined;
  }
  const groups = new Groups(columns * rows);
  const at = (row: number, column: number): number => row * columns + column;
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const [x, y] = [xs[column + 1] as number, ys[row + 1] as number];
      const [centerX, centerY] = [((xs[column] as number) + x) / 2, ((ys[row] as number) + y) / 2];
      if (column + 1 < columns && !area.down.some((rule) => Math.abs(rule.left - x) <= near && rule.top <= centerY && centerY <= rule.bottom)) {
        groups.join(at(row, column), at(row, column + 1));
      }
      if (row + 1 < rows && !area.across.some((rule) => Math.abs(rule.top - y) <= near && rule.left <= centerX && centerX <= rule.right)) {
        groups.join(at(row, column), at(row + 1, column));
      }
    }
  }
  const boxes = groups.all().map((members) => {
    const [ownRows, ownColumns] = [members.map((member) => Math.floor(member / columns)), members.map((member) => member % columns)];
    return { top: Math.min(...ownRows), bottom: Math.max(...ownRows), left: Math.min(...ownColumns), right: Math.max(...ownColumns), count: members.length };
  });
  if (boxes.some(({ top, bottom, left, right, count }) => (bottom - top + 1) * (right - left + 1) !== count)) {
    return undefined;
  }
  const filled = boxes.map((box) => {
    const edges = { left: xs[box.left] as number, right: xs[box.right + 1] as number, top: ys[box.top] as number, bottom: ys[box.bottom + 1] as number };
    return { ...edges, row: box.top, rowSpan: box.bottom - box.top + 1, glyphs: glyphs.filter((glyph) => isWithin(glyph, edges)) };
  });
  const margin = narrowestMargin(filled);
  const cells = filled.map(({ glyphs: own, ...cell }): PdfCell => ({ ...cell, text: cellText(own, cell.right - cell.left - 2 * margin) }));
  return { rows, cells, left: xs[0] as number, right: xs.at(-1) as number };
}

/**
 * The edges of rows or columns, with those of a row that the end of a page leaves open, or of a column without a rule at the side:
 * the rules of the others go on beyond the last edge, and something is written there.
 */
function withOpenEnds(edges: readonly number[], from: number, to: number, middles: readonly number[]): number[] {
  const [first, last] = [edges[0] ?? from, edges.at(-1) ?? to];
  return [
    ...(middles.some((middle) => from <= middle && middle < first) ? [from] : []),
    ...edges,
    ...(middles.some((middle) => last <= middle && middle < to) ? [to] : []),
  ];
}

/** How close to the rules beside them the texts of a table come. */
function narrowestMargin(cells: readonly (Box & { readonly glyphs: readonly Glyph[] })[]): number {
  const margins = cells.flatMap(({ left, right, glyphs }) => glyphs.map((glyph) => Math.min(glyph.left - left, right - glyph.right)));
  return margins.reduce((least, margin) => Math.min(least, Math.max(margin, 0)), Infinity);
}

/** Whether the middle of a glyph stands in the box. */
export function isWithin({ left, right, top, bottom }: Box, box: Box): boolean {
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  return box.left <= x && x < box.right && box.top <= y && y < box.bottom;
}

/** Whether two glyphs beside each other may stand in one number. */
export function mayBeOneNumber(glyph: Glyph, next: Glyph): boolean {
  return /[\d.,]/u.test(glyph.text) && /[\d.,]/u.test(next.text) && gap(glyph, next) < 0.15;
}

/** Whether a rule down goes through a glyph, or between two figures of what may be one number. */
function crossesRule(area: RuledArea, glyphs: readonly Glyph[]): boolean {
  return linesOf(glyphs).some((line) => line.glyphs.some((glyph, index) => {
    const width = glyph.right - glyph.left;
    const isCut = (x: number): boolean => glyph.left + 0.3 * width < x && x < glyph.right - 0.3 * width;
    const next = line.glyphs[index + 1];
    const mayGoOn = next !== undefined && mayBeOneNumber(glyph, next);
    const y = (glyph.top + glyph.bottom) / 2;
    return area.down.some((rule) => rule.top < y && y < rule.bottom
      && (isCut(rule.left) || (mayGoOn && glyph.right - 0.3 * width <= rule.left && rule.left <= (next?.left ?? 0) + 0.3 * width)));
  }));
}
