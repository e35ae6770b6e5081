import { splitLines, type Line } from '../lines.ts';
import { looksLikeFigure } from '../number.ts';
import { displayWidth } from '../text.ts';
import type { Change } from '../tree.ts';

/** A cell of a line: where it stands between its bars, and its text without the spaces around it. */
interface LineCell {
  readonly start: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
  /** Columns that the text takes in a font where a Chinese character takes two. */
  readonly width: number;
  readonly isFigure: boolean;
  /** Whether a bar stands before and behind it. */
  readonly isOpen: boolean;
  readonly isClosed: boolean;
}

/** The changes that bring a pipe table into line: bars below bars, numbers to the right. */
export function alignPipes(table: string): Change[] {
  const cells = splitLines(table).map((line) => cellsOf(table, line));
  if (cells.some((line) => line.some(({ isOpen, isClosed }) => !isOpen && !isClosed))) {
    // A line without a bar goes on with a cell of the line above.
    return [];
  }
  const widths = widthsOf(cells);
  return cells.flatMap((line) => line.flatMap((cell, column) => spacingOf(cell, column, widths)))
    .filter(({ start, end, newText }) => table.slice(start, end) !== newText);
}

/** What stands in the cells of the line below the header. */
const delimiter = /^:?-{2,}:?$/u;

/** The cells of a line; the room before the first bar and behind the last one is no cell. */
function cellsOf(text: string, line: Line): LineCell[] {
  const bars: number[] = [];
  for (let at = line.start; at < line.end; at += 1) {
    if (text[at] === '|' && text[at - 1] !== '\\') {
      bars.push(at);
    }
  }
  const isOuter = bars[0] !== undefined && text.slice(line.start, bars[0]).trim() === '';
  const last = bars.at(-1);
  const isEnded = last !== undefined && text.slice(last + 1, line.end).trim() === '';
  const edges = [...(isOuter ? [] : [line.start - 1]), ...bars, ...(isEnded ? [] : [line.end])];
  return edges.slice(1).map((end, at) => cellOf(text, (edges[at] ?? 0) + 1, end, {
    isOpen: at > 0 || isOuter,
    isClosed: at < edges.length - 2 || isEnded,
  }));
}

function cellOf(text: string, start: number, end: number, bars: { isOpen: boolean; isClosed: boolean }): LineCell {
  const raw = text.slice(start, end);
  const inner = raw.replace(/^[ \t]+|[ \t]+$/gu, '');
  const from = inner === '' ? end : start + raw.length - raw.replace(/^[ \t]+/u, '').length;
  return { start, end, from, to: from + inner.length, width: displayWidth(inner), isFigure: looksLikeFigure(inner) && !delimiter.test(inner), ...bars };
}

function widthsOf(lines: readonly (readonly LineCell[])[]): number[] {
  const widths: number[] = [];
  for (const line of lines) {
    line.forEach(({ width }, column) => {
      widths[column] = Math.max(widths[column] ?? 0, width);
    });
  }
  return widths;
}

/** A space at least on either side of the text; the rest of the column's room before a number, behind anything else. */
function spacingOf(cell: LineCell, column: number, widths: readonly number[]): Change[] {
  const { start, end, from, to, width, isFigure, isOpen, isClosed } = cell;
  const room = ' '.repeat((widths[column] ?? width) - width);
  const before = isOpen ? ` ${isFigure ? room : ''}` : '';
  const behind = isClosed ? `${isFigure && isOpen ? '' : room} ` : '';
  return from === to
    ? [{ start, end, newText: before + behind }]
    : [{ start, end: from, newText: before }, { start: to, end, newText: behind }];
}
