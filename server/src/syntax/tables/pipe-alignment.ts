import { splitLines, type Line } from '../lines.ts';
import { looksLikeFigure } from '../number.ts';
import { displayWidth } from '../text.ts';
import type { Change } from '../tree.ts';
import { greatest } from '../lists.ts';

/** A cell of a line: where it stands between its bars, and its text without the spaces around it. */
interface LineCell {
  readonly start: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
  /** Columns that the text takes in a font where a Chinese character takes two. */
  readonly width: number;
  readonly isFigure: boolean;
  /** Whether it is of the line below the header. */
  readonly isRule: boolean;
  /** Whether a bar stands before and behind it. */
  readonly isOpen: boolean;
  readonly isClosed: boolean;
}

/** The room of all labels before the figures of a row, in columns: rows with longer ones would wrap the whole table. */
const mostForLabels = 50;

/** A longer text in another cell gives its column no room. */
const mostForText = 24;

/**
 * The changes that bring a pipe table into line: figures below figures and to the right. The labels before them stand close
 * together, so that the first figures of all rows can begin at one place, however deep a label stands.
 */
export function alignPipes(table: string): Change[] {
  const cells = splitLines(table).map((line) => cellsOf(table, line));
  if (cells.some((line) => line.some(({ isOpen, isClosed }) => !isOpen && !isClosed))) {
    // A line without a bar goes on with a cell of the line above.
    return [];
  }
  const labels = labelColumns(cells);
  const room = Math.min(mostForLabels, greatest(cells.map((line) => widthTogether(line.slice(0, labels)))));
  const widths = widthsOf(cells);
  return cells.flatMap((line) => line.flatMap((cell, column) => spacingOf(cell, column < labels
    ? (column === labels - 1 ? room - widthTogether(line.slice(0, labels)) : 0)
    : (widths[column] ?? 0) - cell.width)))
    .filter(({ start, end, newText }) => table.slice(start, end) !== newText);
}

/** How many columns stand before the first in which there are more figures than words. */
function labelColumns(lines: readonly (readonly LineCell[])[]): number {
  const width = greatest(lines.map((line) => line.length));
  for (let column = 0; column < width; column += 1) {
    const filled = lines.flatMap((line) => line[column] ?? []).filter(({ width: own, isRule }) => own > 0 && !isRule);
    if (filled.filter(({ isFigure }) => isFigure).length * 2 > filled.length) {
      return column;
    }
  }
  return 0;
}

/** What cells take with a space on either side and a bar. */
function widthTogether(cells: readonly LineCell[]): number {
  return cells.reduce((sum, { width }) => sum + width + 3, 0);
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
  const inner = raw.replace(/^[ \t]+/u, '').replace(/(?<![ \t])[ \t]+$/u, '');
  const from = inner === '' ? end : start + raw.length - raw.replace(/^[ \t]+/u, '').length;
  const isRule = delimiter.test(inner);
  return { start, end, from, to: from + inner.length, width: displayWidth(inner), isFigure: looksLikeFigure(inner) && !isRule, isRule, ...bars };
}

function widthsOf(lines: readonly (readonly LineCell[])[]): number[] {
  const widths: number[] = [];
  for (const line of lines) {
    line.forEach(({ width, isFigure }, column) => {
      widths[column] = Math.max(widths[column] ?? 0, isFigure || width <= mostForText ? width : 0);
    });
  }
  return widths;
}

/** A space at least on either side of the text; what its column has room for besides before a number, behind anything else. */
function spacingOf({ start, end, from, to, isFigure, isOpen, isClosed }: LineCell, left: number): Change[] {
  const room = ' '.repeat(Math.max(0, left));
  const before = isOpen ? ` ${isFigure ? room : ''}` : '';
  const behind = isClosed ? `${isFigure && isOpen ? '' : room} ` : '';
  return from === to
    ? [{ start, end, newText: before + behind }]
    : [{ start, end: from, newText: before }, { start: to, end, newText: behind }];
}
