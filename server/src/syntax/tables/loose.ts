import type { ReadableLayout, ReadTable, TableReading } from '../layout.ts';
import { placeIn, type ReadingLine } from '../lines.ts';
import { displayWidth } from '../text.ts';
import type { Cell, Row } from '../tree.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { isYearLine } from '../year-line.ts';
import { createCell, createRow, rowsFromStream } from './cells.ts';
import { fewestRowFigures, type LineReading, type Word } from './line-reading.ts';
import { endsInList } from './listed-line.ts';
import { readLine } from './loose-line.ts';

const mostForeignLines = 3;
/** So many figures are a table without any words of a form. */
const fewestLoneFigures = 15;

/** Label and figures on one line, or columns by white space, as in a page's text. */
export const spaces: ReadableLayout = {
  name: 'spaces',
  keepsBlanks: false,
  columnsByPosition: true,
  rowsWrap: true,
  labelsWrap: true,
  isRow: endsInList,
  readPlain: readLooseTable,
};

/** One cell a line. The reader of white space tells it apart. */
export const cellPerLine: ReadableLayout = {
  name: 'lines',
  keepsBlanks: false,
  cellIsLine: true,
  labelsWrap: true,
};

/** Reads the table that starts with a line, whose cells stand one a line or are separated by white space. */
function readLooseTable(lines: readonly ReadingLine[], from: number, vocabulary: Vocabulary): TableReading {
  const first = readLine(lines[from]?.text ?? '', vocabulary, lines[from + 1]?.text);
  if (first.kind !== 'words' && !(first.kind === 'figures' && first.figures >= 3)) {
    return { table: undefined, count: 1 };
  }
  const readings = extentFrom(lines, from, first, vocabulary);
  const labels = readings.filter((reading) => reading.label).length;
  const figures = readings.reduce((sum, reading) => sum + reading.figures, 0);
  if (!(labels >= 3 || (labels >= 1 && figures >= 3) || figures >= fewestLoneFigures)) {
    return { table: undefined, count: readings.length };
  }
  const used = lines.slice(from, from + readings.length);
  return { table: createTable(used, readings, vocabulary), count: readings.length };
}

function extentFrom(lines: readonly ReadingLine[], from: number, first: LineReading, vocabulary: Vocabulary): LineReading[] {
  const readings = [first];
  let kept = 1;
  for (let at = from + 1; at < lines.length && readings.length - kept <= mostForeignLines; at += 1) {
    const line = lines[at] as ReadingLine;
    const reading = readLine(line.text, vocabulary, lines[at + 1]?.text);
    if (reading.kind === 'sentence' || line.isTitle || isYearAlone(lines, at)) {
      break;
    }
    readings.push(reading);
    if (reading.kind === 'words' || reading.kind === 'figures' || endsLabel(readings.at(-2) as LineReading, reading, vocabulary)) {
      kept = readings.length;
    }
  }
  return readings.slice(0, kept);
}

/** Whether the first words of a line end the label that the last words of the line above begin, however short they are. */
function endsLabel(above: LineReading, { rows: [row] }: LineReading, { isLabel, normalise }: Vocabulary): boolean {
  const last = above.rows.at(-1)?.at(-1);
  const [first] = row ?? [];
  return last !== undefined && first !== undefined && !last.isFigure && !first.isFigure && isLabel(normalise(last.text + first.text));
}

/** Two lines that name years one behind the other are the heads of columns. */
function isYearAlone(lines: readonly ReadingLine[], at: number): boolean {
  return isYearLine(lines[at]?.text ?? '') && ![lines[at - 1], lines[at + 1]].some((line) => isYearLine(line?.text ?? ''));
}

function createTable(lines: readonly ReadingLine[], read: readonly LineReading[], vocabulary: Vocabulary): ReadTable {
  const readings = withoutLineNumbers(read);
  const span = { start: lines[0]?.start ?? 0, end: lines.at(-1)?.end ?? 0 };
  if (readings.every(isOneCell)) {
    const cells = lines.flatMap((line, at) => (readings[at] as LineReading).rows.flatMap((row) => createCells(line, [wholeOf(row, line.text)])));
    return { kind: 'table', layout: cellPerLine, rows: rowsFromStream(cells, vocabulary), ...span };
  }
  const hasLongRows = readings.some(({ figures }) => figures >= fewestRowFigures);
  const rows = lines.flatMap((line, at) => (isPageNumber(lines, readings, at, hasLongRows)
    ? []
    : (readings[at] as LineReading).rows.map((row) => createRow(createCells(line, row)))));
  return { kind: 'table', layout: spaces, rows: joinSingles(rows.filter((row) => row.cells.length > 0)), ...span };
}

/** So many lines that begin in a number, each in a greater one, are numbered: nearly all lines of the table. */
const fewestNumbered = 4;
const shareOfNumbered = 0.9;
/** Lines between that hold nothing are numbered as well. */
const greatestStep = 4;

/** Lines without the numbers that an editor or a listing sets before each: they would fill up the row above that has lost a figure. */
function withoutLineNumbers(readings: readonly LineReading[]): readonly LineReading[] {
  const numbers = readings.map(numberBefore);
  const written = numbers.filter((number) => number !== undefined);
  const areInOrder = written.every((number, at) => {
    const step = number - (written[at - 1] ?? number - 1);
    return step > 0 && step <= greatestStep;
  });
  const count = readings.filter((reading, at) => numbers[at] !== undefined && !isAlone(reading)).length;
  if (count < fewestNumbered || written.length < readings.length * shareOfNumbered || !areInOrder) {
    return readings;
  }
  return readings.map((reading, at) => {
    const [first = [], ...others] = reading.rows;
    const rows = [first.slice(1), ...others].filter(({ length }) => length > 0);
    return numbers[at] === undefined ? reading : { ...reading, rows, figures: reading.figures - 1 };
  });
}

function isAlone({ rows }: LineReading): boolean {
  return rows.length === 1 && rows[0]?.length === 1;
}

/** The whole number that a line begins with; alone it stands before an empty line, or before a heading that was cut off. */
function numberBefore({ rows }: LineReading): number | undefined {
  const [first] = rows[0] ?? [];
  return first?.isFigure && /^\d{1,4}$/u.test(first.text) ? Number(first.text) : undefined;
}

/** Whether a line is one figure, or words without any. */
function isOneCell({ rows, figures }: LineReading): boolean {
  return figures === 0 || (figures === 1 && rows.length === 1 && rows[0]?.length === 1);
}

function wholeOf(words: readonly Word[], text: string): Word {
  const [first] = words;
  const end = words.at(-1)?.end ?? 0;
  return first && words.length > 1 ? { text: text.slice(first.start, end), start: first.start, end, isFigure: false } : (first as Word);
}

/** A number alone beside a form feed, or between empty lines in a table of long rows, is a page's; not so one beside another. */
function isPageNumber(lines: readonly ReadingLine[], readings: readonly LineReading[], at: number, hasLongRows: boolean): boolean {
  const { kind, figures } = readings[at] as LineReading;
  if (kind !== 'figures' || figures !== 1) {
    return false;
  }
  const isLone = (one: LineReading | undefined): boolean => one?.kind === 'figures' && one.figures === 1;
  const standsAlone = (lines[at]?.apart ?? false) && (lines[at + 1]?.apart ?? false) && !isLone(readings[at - 1]) && !isLone(readings[at + 1]);
  const beside = `${lines[at]?.text ?? ''}${lines[at + 1]?.text ?? ''}`;
  return (standsAlone && hasLongRows) || beside.includes('\f');
}

/** Figures that stand alone, one a line, belong to one row. */
function joinSingles(rows: readonly Row[]): Row[] {
  const joined: Row[] = [];
  let singles: Cell[] = [];
  const close = (): void => {
    if (singles.length > 0) {
      joined.push(createRow(singles));
      singles = [];
    }
  };
  for (const row of rows) {
    const [only] = row.cells;
    if (only?.kind === 'figure' && row.cells.length === 1) {
      singles.push(only);
    } else {
      close();
      joined.push(row);
    }
  }
  close();
  return joined;
}

function createCells(line: ReadingLine, words: readonly Word[]): Cell[] {
  const { map } = line;
  let width = 0;
  let from = 0;
  return words.map((word) => {
    const start = placeIn(line, word.start);
    const end = Math.max(start, placeIn(line, word.end - 1) + 1);
    width += displayWidth(line.text.slice(from, word.end));
    from = word.end;
    const cell = createCell(word.text, start, end, width, map && ((at) => map(word.start + at)));
    return word.isFigure || cell.kind !== 'figure' ? cell : { ...cell, kind: 'text' };
  });
}
