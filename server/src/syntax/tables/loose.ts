import { looksLikeFigure } from '../number.ts';
import { placeIn, type ReadingLine } from '../lines.ts';
import { displayWidth, isBlankCode } from '../text.ts';
import type { Cell, Row, Table } from '../tree.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { createCell, createRow, rowsFromStream } from './cells.ts';

/** How a line stands to a table without delimiters. */
interface LineReading {
  readonly kind: 'words' | 'figures' | 'furniture' | 'other' | 'sentence';
  /** Whether a whole label of a form stands in it. */
  readonly label: boolean;
  readonly words: readonly Word[];
  readonly figures: readonly Word[];
}

interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const longestLine = 300;
const longestWords = 60;
const mostForeignLines = 3;
/** So many figures behind words are a row, whatever the words. */
const fewestRowFigures = 5;
/** So many figures are a table without any words of a form. */
const fewestLoneFigures = 15;
const pageNumber = /^[\s\f]*(?:[-—–－―~·•]+\s*\d{1,4}\s*[-—–－―~·•]+|第\s*\d{1,4}\s*页(?:\s*[,，/]?\s*共\s*\d{1,4}\s*页)?|\d{1,4}\s*\/\s*\d{1,4}|P(?:age)?\.?\s*\d{1,4}(?:\s*[-—–].*)?)[\s\f]*$/iu;

/** A line that is only drawn. */
const ruledLine = /^(?=.*[-—_=+]{4})[\s\-—_=+]+$/u;
const listLine = /^\s*(?:[-*•]\s+)?["“]?(?<label>.{2,80}?)["”]?\s*[:：,，;；]\s*(?<figures>["“]?[-+]?\d[\d.]*["”]?(?:\s*[,，、;；]\s*["“]?[-+]?\d[\d.]*["”]?)*)\s*$/u;

/** A table whose cells stand one a line or are separated by spaces. */
export interface LooseTable {
  /** Undefined where the lines read are no table; then none starts among them. */
  readonly table: Omit<Table, 'chunk'> | undefined;
  /** The number of lines read. */
  readonly count: number;
}

/** Reads the loose table that starts with a line. */
export function readLooseTable(lines: readonly ReadingLine[], from: number, vocabulary: Vocabulary): LooseTable {
  const first = readLine(lines[from] as ReadingLine, vocabulary);
  if (first.kind !== 'words' && !(first.kind === 'figures' && first.figures.length >= 3)) {
    return { table: undefined, count: 1 };
  }
  const readings = extentFrom(lines, from, first, vocabulary);
  const labels = readings.filter((reading) => reading.label).length;
  const figures = readings.reduce((sum, reading) => sum + reading.figures.length, 0);
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
    const reading = readLine(lines[at] as ReadingLine, vocabulary);
    if (reading.kind === 'sentence') {
      break;
    }
    readings.push(reading);
    if (reading.kind === 'words' || reading.kind === 'figures') {
      kept = readings.length;
    }
  }
  return readings.slice(0, kept);
}

function createTable(lines: readonly ReadingLine[], readings: readonly LineReading[], vocabulary: Vocabulary): Omit<Table, 'chunk'> {
  const oneCell = readings.every((reading) => reading.figures.length + (reading.words.length > 0 ? 1 : 0) <= 1);
  const span = { start: lines[0]?.start ?? 0, end: lines.at(-1)?.end ?? 0 };
  if (oneCell) {
    const cells = lines.flatMap((line, at) => cellsOf(line, readings[at] as LineReading, true));
    return { kind: 'table', layout: 'lines', keepsBlanks: false, rows: rowsFromStream(cells, vocabulary), ...span };
  }
  const rows = lines.map((line, at) => {
    const reading = readings[at] as LineReading;
    return isPageNumber(lines, readings, at) ? createRow([]) : createRow(cellsOf(line, reading, false));
  });
  return { kind: 'table', layout: 'spaces', keepsBlanks: false, rows: joinSingles(rows.filter((row) => row.cells.length > 0)), ...span };
}

/** A number alone beside a form feed, or between empty lines in a table of long rows, is a page's. */
function isPageNumber(lines: readonly ReadingLine[], readings: readonly LineReading[], at: number): boolean {
  const reading = readings[at] as LineReading;
  if (reading.words.length > 0 || reading.figures.length !== 1) {
    return false;
  }
  const beside = `${lines[at]?.text ?? ''}${lines[at + 1]?.text ?? ''}`;
  const standsApart = (lines[at]?.apart ?? false) && (lines[at + 1]?.apart ?? false) && readings.some((other) => other.figures.length >= fewestRowFigures);
  return standsApart || beside.includes('\f');
}

/** Figures that stand alone, one a line, belong to one row. */
function joinSingles(rows: readonly Row[]): Row[] {
  const joined: Row[] = [];
  let single = false;
  for (const row of rows) {
    const alone = row.cells.length === 1 && row.cells[0]?.kind === 'figure';
    const last = joined.at(-1);
    if (alone && single && last) {
      joined[joined.length - 1] = createRow([...last.cells, ...row.cells]);
    } else {
      joined.push(row);
    }
    single = alone;
  }
  return joined;
}

function cellsOf(line: ReadingLine, reading: LineReading, whole: boolean): Cell[] {
  const words = whole && reading.words.length > 1 ? [spanOf(reading.words, line.text)] : reading.words;
  return [...words, ...reading.figures].map((word) => {
    const start = placeIn(line, word.start);
    const end = Math.max(start, placeIn(line, word.end - 1) + 1);
    const column = displayWidth(line.text.slice(0, word.end));
    const { map } = line;
    return createCell(word.text, start, end, column, map && ((at) => map(word.start + at)));
  });
}

function spanOf(words: readonly Word[], text: string): Word {
  const start = words[0]?.start ?? 0;
  const end = words.at(-1)?.end ?? 0;
  return { text: text.slice(start, end), start, end };
}

function readLine(line: ReadingLine, vocabulary: Vocabulary): LineReading {
  const none = { label: false, words: [], figures: [] };
  if (line.text.length > longestLine) {
    return { kind: 'sentence', ...none };
  }
  if (pageNumber.test(line.text)) {
    return { kind: 'furniture', ...none };
  }
  if (ruledLine.test(line.text)) {
    return { kind: 'furniture', ...none };
  }
  const listed = readList(line.text, vocabulary);
  if (listed) {
    return listed;
  }
  const tokens = withoutRemark(joinParts(tokensOf(line.text), line.text), line.text, vocabulary);
  let firstFigure = tokens.length;
  while (firstFigure > 0 && looksLikeFigure((tokens[firstFigure - 1] as Word).text)) {
    firstFigure -= 1;
  }
  if (firstFigure > 0 && firstFigure === tokens.length - 1 && !/[\d０-９]/u.test(tokens[firstFigure]?.text ?? '')) {
    firstFigure = tokens.length;
  }
  const glued = firstFigure > 0 ? unglue(tokens[firstFigure - 1] as Word, vocabulary) : undefined;
  const figures = [...(glued ? [glued.figure] : []), ...tokens.slice(firstFigure)];
  const left = [...tokens.slice(0, glued ? firstFigure - 1 : firstFigure), ...(glued ? [glued.label] : [])];
  if (left.length === 0) {
    return { kind: figures.length > 0 ? 'figures' : 'furniture', label: false, words: [], figures };
  }
  const whole = spanOf(left, line.text);
  const words = knowledge(whole.text, vocabulary) > 1 ? [whole] : columnsOf(left, line.text);
  const known = [...words, ...left].map((word) => knowledge(word.text, vocabulary));
  if (known.some((level) => level > 0) || figures.length >= fewestRowFigures) {
    return { kind: 'words', label: known.some((level) => level > 1), words, figures };
  }
  const isSentence = /[。；！？]/u.test(line.text) || whole.text.length > longestWords;
  return { kind: isSentence ? 'sentence' : 'other', label: false, words, figures };
}

/** `1.属于国家秘密：0、0、1`: a whole label, and behind it figures with a mark between them. */
function readList(text: string, vocabulary: Vocabulary): LineReading | undefined {
  const parts = listLine.exec(text)?.groups;
  const label = parts?.['label'] ?? '';
  if (!parts || knowledge(label, vocabulary) < 2 || /^\d{1,3}(?:[,，]\d{3})+$/u.test((parts['figures'] ?? '').trim())) {
    return undefined;
  }
  const start = text.indexOf(label);
  const from = text.length - (parts['figures'] ?? '').length;
  const figures = [...text.slice(from).matchAll(/[-+]?\d[\d.]*/gu)].map((match) => {
    const at = from + match.index;
    return { text: match[0], start: at, end: at + match[0].length };
  });
  return { kind: 'words', label: true, words: [{ text: label, start, end: start + label.length }], figures };
}

/** 2: a whole label stands in the words; 1: a piece of one; 0: nothing of a form. */
function knowledge(text: string, vocabulary: Vocabulary): 0 | 1 | 2 {
  const normal = vocabulary.normalise(text);
  if (vocabulary.isLabel(normal) || vocabulary.labelSuffix(normal) >= 0) {
    return 2;
  }
  return vocabulary.isFragment(normal) ? 1 : 0;
}

function tokensOf(text: string): Word[] {
  const tokens: Word[] = [];
  for (let at = 0; at < text.length;) {
    while (at < text.length && isBlankCode(text.charCodeAt(at))) {
      at += 1;
    }
    const start = at;
    while (at < text.length && !isBlankCode(text.charCodeAt(at))) {
      at += 1;
    }
    if (at > start) {
      tokens.push({ text: text.slice(start, at), start, end: at });
    }
  }
  return tokens;
}

const noteMark = /^[（(【〔[]?(?:注\s*\d{0,2}|[①-⑳]|\d{1,2}(?=[)）】〕\]]))[)）】〕\]]?[:：]?$/u;
/** So many figures between a label and a remark are the row's. */
const fewestBeforeRemark = 3;

/** The words of a line without those behind its figures that are no words of a form, where a whole label stands before. */
function withoutRemark(tokens: Word[], text: string, vocabulary: Vocabulary): Word[] {
  const behind = tokens.findLastIndex((token) => looksLikeFigure(token.text)) + 1;
  if (behind < 2 || behind === tokens.length) {
    return tokens;
  }
  let first = behind;
  while (first > 0 && looksLikeFigure((tokens[first - 1] as Word).text)) {
    first -= 1;
  }
  const remark = spanOf(tokens.slice(behind), text).text;
  const isRow = first > 0 && (behind - first >= fewestBeforeRemark || noteMark.test(remark));
  return isRow && knowledge(remark, vocabulary) === 0 && knowledge(spanOf(tokens.slice(0, first), text).text, vocabulary) === 2
    ? tokens.slice(0, behind)
    : tokens;
}

/** A sign before its number, or a unit behind it, is one figure with it. */
function joinParts(tokens: readonly Word[], text: string): Word[] {
  const joined: Word[] = [];
  for (const token of tokens) {
    const last = joined.at(-1);
    const unit = last && /^(?:万元|元|萬元)$/u.test(token.text) && /^[\d.,+-]+$/u.test(last.text);
    const signed = last && /^(?:增|减|減|增加|减少)$/u.test(last.text) && /^\d+$/u.test(token.text);
    if (last && (unit || signed)) {
      joined[joined.length - 1] = { text: text.slice(last.start, token.end), start: last.start, end: token.end };
    } else {
      joined.push(token);
    }
  }
  return joined;
}

/** `…申请数量3`: a figure that stands right behind its label. */
function unglue(token: Word, vocabulary: Vocabulary): { label: Word; figure: Word } | undefined {
  const digits = /[^\d.,+-]([+-]?\d+(?:\.\d+)?)$/u.exec(token.text)?.[1];
  if (digits === undefined) {
    return undefined;
  }
  const cut = token.end - digits.length;
  const label = token.text.slice(0, -digits.length);
  const normal = vocabulary.normalise(label);
  if (!vocabulary.isLabel(normal) && vocabulary.labelSuffix(normal) < 0) {
    return undefined;
  }
  return { label: { text: label, start: token.start, end: cut }, figure: { text: digits, start: cut, end: token.end } };
}

/** Words with one space between them belong together; wider gaps part columns. */
function columnsOf(tokens: readonly Word[], text: string): Word[] {
  const columns: Word[] = [];
  for (const token of tokens) {
    const last = columns.at(-1);
    const isNumbered = last !== undefined && /^\d{1,2}$/u.test(last.text) && /^[.．、]/u.test(token.text);
    if (last && (isNumbered || (token.start - last.end === 1 && text[last.end] !== '\u3000'))) {
      columns[columns.length - 1] = { text: text.slice(last.start, token.end), start: last.start, end: token.end };
    } else {
      columns.push(token);
    }
  }
  return columns;
}
