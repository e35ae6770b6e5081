import type { ReadableLayout, ReadTable, Source, TableReading } from '../layout.ts';
import type { Line } from '../lines.ts';
import { Notes } from '../notes.ts';
import { looksLikeFigure } from '../number.ts';
import { isBlank, trimmed, withoutRemarks } from '../text.ts';
import type { Cell, Row } from '../tree.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { createCell, createRow, createWrittenCell, rowsFromStream } from './cells.ts';
import { pipeWriter } from './pipe-writer.ts';
import { columnsOf, readRuledTable, ruledExtent } from './ruled.ts';
import { cellsInLines, spreadExtent } from './spread.ts';
import { wrappedRows } from './wrapped.ts';
import { greatest } from '../lists.ts';

const longestBareLine = 60;
const mostBareLines = 3;

/** Cells between bars: a table of Markdown, or one that is drawn. */
export const pipe: ReadableLayout = {
  name: 'pipe',
  keepsBlanks: true,
  goesOnWithoutHeads: true,
  toldByMarks: true,
  writer: pipeWriter,
  isRow: (line) => line.includes('|'),
  read: (source, at) => readRuled(source, at) ?? readBars(source, at),
};

/** Lines that are drawn as a table but hold no words of a form, up to one, by the numbers of columns that their first rules drew. */
const foreign = new Notes<Source, { readonly end: number; readonly columns: Set<number> }>();

/** A drawn table; one that would begin within another without words of a form, and is parted alike, has no more of them. */
function readRuled(source: Source, at: number): TableReading | undefined {
  const { text, lines, vocabulary } = source;
  const columns = columnsOf(text.slice(lines[at]?.start, lines[at]?.end));
  const before = foreign.get(source);
  if (before && at < before.end && before.columns.has(columns)) {
    return undefined;
  }
  const count = ruledExtent(text, lines, at);
  const rows = count > 0 ? readRuledTable(text, lines.slice(at, at + count), vocabulary) : undefined;
  if (count > 0 && !rows) {
    foreign.set(source, { end: at + count, columns: new Set(before && before.end === at + count ? [...before.columns, columns] : [columns]) });
  }
  return rows && { table: { ...tableOf(lines.slice(at, at + count)), drawn: true, rows }, count };
}

function readBars({ text, lines, vocabulary, isHeading }: Source, at: number): TableReading | undefined {
  const count = spreadExtent(text, lines, at, isHeading) || pipeExtent(text, lines, at, isHeading);
  return count > 0 ? { table: readPipeTable(text, lines.slice(at, at + count), vocabulary), count } : undefined;
}

function tableOf(lines: readonly Line[]): Omit<ReadTable, 'rows'> {
  return { kind: 'table', layout: pipe, start: lines[0]?.start ?? 0, end: lines.at(-1)?.end ?? 0 };
}

/** Whether the line holds a `|` that is not escaped. */
function hasPipe(line: string): boolean {
  for (let at = line.indexOf('|'); at >= 0; at = line.indexOf('|', at + 1)) {
    if (line[at - 1] !== '\\') {
      return true;
    }
  }
  return false;
}

/** The number of lines of the pipe table that starts here, 0 if none does; cells broken by line ends are followed. */
function pipeExtent(text: string, lines: readonly Line[], from: number, isHeading: (line: string) => boolean): number {
  const first = wordsOf(text, lines[from]);
  if (!hasPipe(first) && !(isBareCell(first) && /^\s*\|+\s*$/u.test(wordsOf(text, lines[from + 1])) && !isHeading(first))) {
    return 0;
  }
  let end = from;
  let bare = 0;
  for (let at = from; at < lines.length && bare <= mostBareLines; at += 1) {
    const words = wordsOf(text, lines[at]);
    if (hasPipe(words)) {
      end = at + 1;
      bare = 0;
    } else if (isBareCell(words) && !isHeading(words)) {
      bare += 1;
    } else {
      break;
    }
  }
  const last = wordsOf(text, lines[end]);
  return end - from + (endsInBar(wordsOf(text, lines[end - 1])) && looksLikeFigure(last) ? 1 : 0);
}

function wordsOf(text: string, line: Line | undefined): string {
  return line ? text.slice(line.start, line.end) : '';
}

/** A line without a bar that may be a cell, or a piece of one, between lines with bars. */
function isBareCell(words: string): boolean {
  return !isBlank(words) && words.length <= longestBareLine && !/[。；]/u.test(words) && !words.startsWith('#');
}

/** Whether a line ends in a bar and does not begin with one, so that the last cell may stand in the next line. */
function endsInBar(words: string): boolean {
  return /^\s*(?:[^|\s].*)?\|\s*$/u.test(words);
}

function readPipeTable(text: string, lines: readonly Line[], vocabulary: Vocabulary): ReadTable {
  const table = tableOf(lines);
  const wrapped = wrappedRows(text, lines.filter((line) => !isDelimiter(wordsOf(text, line))), vocabulary);
  if (wrapped) {
    return { ...table, drawn: true, rows: wrapped };
  }
  if (!isBroken(text, lines)) {
    const rows = readRows(text, logicalRows(text, lines));
    return { ...table, rows, ...(rows.some((row) => (row.cells.at(-1)?.end ?? row.start) < row.end) ? { lossy: true } : {}) };
  }
  const inner = lines.filter((line) => !isDelimiter(wordsOf(text, line)));
  for (const extents of [rowsAtBars(text, inner), rowsBeforeBars(text, inner)]) {
    const rows = readRows(text, extents);
    if (isGrid(rows)) {
      return { ...table, rows: rows.map((row) => partFigures(row, text, vocabulary)) };
    }
  }
  const cells = splitCells(text, table.start, table.end, true).flatMap((cell) => (cell.kind === 'text' ? cellsInLines(cell, text, vocabulary) : [cell]))
    .filter((cell) => !/^\s*:?-{2,}:?\s*$/u.test(cell.text));
  const rows = rowsFromStream(cells, vocabulary).map((row) => createRow(withoutTail(row.cells)));
  return { ...table, broken: true, lossy: true, rows };
}

/** A row in which what follows a figure on lines of its own is a cell more. */
function partFigures(row: Row, text: string, vocabulary: Vocabulary): Row {
  const cells = row.cells.flatMap((cell) => {
    const parts = cell.kind === 'blank' ? [cell] : cellsInLines(cell, text, vocabulary);
    return parts[0]?.kind === 'figure' ? parts : [cell];
  });
  return cells.length === row.cells.length ? row : { ...row, cells: cells.map((cell, column) => ({ ...cell, column })) };
}

/** Blanks at the end of a row that run into bars without room between them may be lost ones; the bars are no cells. */
function withoutTail(cells: readonly Cell[]): Cell[] {
  const end = cells.findLastIndex((cell) => cell.kind !== 'blank') + 1;
  const hasFill = cells.slice(end).some((cell) => cell.text === '');
  return (hasFill ? cells.slice(0, end) : cells).filter((cell) => cell.text !== '');
}

interface Extent {
  start: number;
  end: number;
}

/** Whether most lines hold one cell or only bars: the line ends stand inside the rows, and tell nothing. */
function isBroken(text: string, lines: readonly Line[]): boolean {
  const whole = lines.filter((line) => wordsOf(text, line).split('|').filter((cell) => !isBlank(cell)).length > 1).length;
  return lines.length >= 6 && whole * 10 < lines.length * 3;
}

/** Rows of lines of one cell, where a line that begins with a bar begins a row. */
function rowsAtBars(text: string, lines: readonly Line[]): Extent[] {
  const rows: Extent[] = [];
  for (const line of lines) {
    const { start, end } = trimmed(text, line.start, line.end);
    const last = rows.at(-1);
    if (last && text[line.start] !== '|') {
      last.end = end;
    } else {
      rows.push({ start, end });
    }
  }
  return rows;
}

/** Rows of lines of one cell, where a bar alone ends a row. */
function rowsBeforeBars(text: string, lines: readonly Line[]): Extent[] {
  const rows: Extent[] = [];
  let isOpen = false;
  for (const line of lines) {
    const { start, end } = line;
    const last = rows.at(-1);
    if (last && isOpen) {
      last.end = end;
    } else {
      rows.push({ start, end });
    }
    isOpen = text.slice(start, end) !== '|';
  }
  return rows;
}

/** Whether most rows have the same number of cells. */
function isGrid(rows: readonly Row[]): boolean {
  const counts = new Map<number, number>();
  rows.forEach((row) => counts.set(row.cells.length, (counts.get(row.cells.length) ?? 0) + 1));
  const [width, count] = [...counts].sort((one, other) => other[1] - one[1])[0] ?? [0, 0];
  return rows.length >= 3 && width >= 3 && count * 10 >= rows.length * 6;
}

/**
 * Rows, each with the lines that go on with its last cell, which a bar at the start of each row tells, or the plus with which AsciiDoc
 * breaks a line in a cell, or that both make up a row as long as the longest or as most.
 */
function logicalRows(text: string, lines: readonly Line[]): Extent[] {
  const most = greatest(lines.map((line) => barsIn(text, line)));
  const usual = usualBars(text, lines);
  const areFramed = lines.every((line) => barsIn(text, line) === 0 || text[trimmed(text, line.start, line.end).start] === '|');
  const rows: Extent[] = [];
  for (const line of lines) {
    const { start, end } = trimmed(text, line.start, line.end);
    const last = rows.at(-1);
    const own = barsIn(text, line);
    const bars = last ? barsIn(text, last) + own : 0;
    const fits = areFramed ? bars <= most : own > 0 && (bars === most || bars === usual);
    const goesOn = last && (text.endsWith(' +', last.end) || (fits && text[last.start] === '|' && text[last.end - 1] !== '|'));
    if (goesOn && text[start] !== '|') {
      last.end = end;
    } else {
      rows.push({ start, end });
    }
  }
  return rows;
}

/** How many bars most lines hold that begin and end in one; a head may be written with two for each. */
function usualBars(text: string, lines: readonly Line[]): number {
  const counts = new Map<number, number>();
  for (const line of lines) {
    const { start, end } = trimmed(text, line.start, line.end);
    if (text[start] === '|' && text[end - 1] === '|') {
      const bars = barsIn(text, line);
      counts.set(bars, (counts.get(bars) ?? 0) + 1);
    }
  }
  return [...counts].sort((one, other) => other[1] - one[1])[0]?.[0] ?? 0;
}

function barsIn(text: string, { start, end }: Extent): number {
  let bars = 0;
  for (let at = text.indexOf('|', start); at >= 0 && at < end; at = text.indexOf('|', at + 1)) {
    bars += 1;
  }
  return bars;
}

function readRows(text: string, extents: readonly Extent[]): Row[] {
  const rows = extents.filter(({ start, end }) => !isDelimiter(text.slice(start, end)));
  const outer = rows.every(({ start }) => text[start] === '|');
  const read = rows.map(({ start, end }) => splitCells(text, start, end, outer));
  const hasFill = rows.length === extents.length && read.some((cells) => isPadded(cells) && endsInFill(cells));
  return read.map((cells) => ({ ...createRow(cells), ...(hasFill && isPadded(cells) ? { cells: withoutFill(cells) } : {}) }));
}

function isPadded(cells: readonly Cell[]): boolean {
  return cells.some((cell) => cell.kind !== 'blank') && cells.every((cell) => cell.kind === 'blank' || /^\s|\s$/u.test(cell.written ?? cell.text));
}

function endsInFill(cells: readonly Cell[]): boolean {
  return cells.slice(cells.findLastIndex((cell) => cell.kind !== 'blank') + 1).some((cell) => cell.text === '');
}

/** A run of bars at the end of a row stands for columns that the row does not have; blanks may be lost among them. */
function withoutFill(cells: readonly Cell[]): Cell[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell.kind !== 'blank' || !/^(?:.?|[^\S\r\n]*[\r\n]\s*)$/u.test(cell.text)) + 1);
}

/** A row of dashes is a delimiter row when every cell is dashes; placeholders among figures are not. */
function isDelimiter(row: string): boolean {
  if (!row.includes('-') || !/^[\s|:+=—-]+$/u.test(row)) {
    return false;
  }
  const cells = row.replace(/\s+/gu, ' ').replace(/^\|/u, '').replace(/\|$/u, '').split('|');
  return cells.every((cell) => /^\s*(?::?-+:?\s*)?$/u.test(cell)) && cells.some((cell) => /-{2,}|:-|-:/u.test(cell));
}

/** `outer`: a bar at the start is the row's border, no cell's end. */
function splitCells(text: string, start: number, end: number, outer: boolean): Cell[] {
  const cells: Cell[] = [];
  const first = outer && text[start] === '|' ? start + 1 : start;
  for (let from = first; from <= end;) {
    const at = barAt(text, from, end);
    const outside = at === end && text[end - 1] === '|' && from === end;
    if (!outside) {
      cells.push(createWrittenCell(withoutRemarks(text.slice(from, at)), from, at, cells.length));
    }
    from = at + 1;
  }
  return cells.length > 0 ? cells : [createCell('', start, end, 0)];
}

/** Where the next bar that is not escaped stands before `end`; `end` where none does. */
function barAt(text: string, from: number, end: number): number {
  let at = text.indexOf('|', from);
  while (at >= 0 && text[at - 1] === '\\') {
    at = text.indexOf('|', at + 1);
  }
  return at < 0 || at > end ? end : at;
}
