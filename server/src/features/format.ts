import type { Diagnosis } from '../diagnosis.ts';
import type { OpenDocument } from '../document.ts';
import type { Range, TextEdit } from '../service-types.ts';
import { looksLikeFigure } from '../syntax/number.ts';
import { splitLines, type Line } from '../syntax/lines.ts';
import { displayWidth } from '../syntax/text.ts';
import type { Node, Table } from '../syntax/tree.ts';
import { readsTheSame } from './reading-again.ts';
import { isTouched } from '../model/places.ts';

/** A change within a chunk. */
interface Spacing {
  readonly start: number;
  readonly end: number;
  readonly newText: string;
}

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

/**
 * The edits that bring the pipe tables of reports into line (default: all): bars below bars, numbers to the right. Only
 * spaces and tabs change. A table whose reading or findings would be other ones afterwards is left as it is.
 */
export function format(diagnosis: Diagnosis, range?: Range): TextEdit[] {
  const { document } = diagnosis;
  const start = range ? document.offsetAt(range.start) : 0;
  const end = range ? document.offsetAt(range.end) : document.syntax.length;
  const byTable = document.reports.flatMap(({ nodes }) => nodes)
    .filter((node): node is Table => isPipeTable(node) && isTouched(node, start, end))
    .map((table) => editsFor(document, table))
    .filter((edits) => edits.length > 0);
  const all = byTable.flat();
  return readsTheSame(diagnosis, all) ? all : byTable.filter((edits) => readsTheSame(diagnosis, edits)).flat();
}

function isPipeTable(node: Node): boolean {
  return node.kind === 'table' && node.layout.name === 'pipe' && node.broken !== true;
}

function editsFor(document: OpenDocument, { chunk, start, end }: Table): TextEdit[] {
  const lines = splitLines(chunk.text.slice(start, end)).map((line) => ({ start: line.start + start, end: line.end + start, next: line.next + start }));
  const cells = lines.map((line) => cellsOf(chunk.text, line));
  if (cells.some((line) => line.some(({ isOpen, isClosed }) => !isOpen && !isClosed))) {
    // A line without a bar goes on with a cell of the line above.
    return [];
  }
  const widths = widthsOf(cells);
  return cells.flatMap((line) => line.flatMap((cell, column) => spacingOf(cell, column, widths)))
    .filter((edit) => chunk.text.slice(edit.start, edit.end) !== edit.newText)
    .map((edit) => ({ range: document.rangeOf({ chunk, start: edit.start, end: edit.end }), newText: edit.newText }));
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
function spacingOf(cell: LineCell, column: number, widths: readonly number[]): Spacing[] {
  const { start, end, from, to, width, isFigure, isOpen, isClosed } = cell;
  const room = ' '.repeat((widths[column] ?? width) - width);
  const before = isOpen ? ` ${isFigure ? room : ''}` : '';
  const behind = isClosed ? `${isFigure && isOpen ? '' : room} ` : '';
  return from === to
    ? [{ start, end, newText: before + behind }]
    : [{ start, end: from, newText: before }, { start: to, end, newText: behind }];
}
