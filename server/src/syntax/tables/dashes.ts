import type { ReadableLayout, ReadTable, Source, TableReading } from '../layout.ts';
import type { Line } from '../lines.ts';
import { addAll, greatest } from '../lists.ts';
import { displayWidth, isBlank } from '../text.ts';
import type { Row, Span } from '../tree.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { createJoinedCell, createRow, hasWordsOfForm, joinedRow } from './cells.ts';

const fullRule = /^\s*-{8,}\s*$/u;
const columnRule = /^\s*-{2,}(?:\s-+)+\s*$/u;
const mostHeadLines = 20;
const mostEmptyLines = 3;

/** Columns by white space between rules of dashes, as pandoc draws tables of several lines a row. */
export const dashes: ReadableLayout = {
  name: 'dashes',
  keepsBlanks: true,
  columnsByPosition: true,
  rowsWrap: true,
  read: readDashes,
};

function readDashes({ text, lines, vocabulary, isHeading }: Source, at: number): TableReading | undefined {
  const count = dashedExtent(text, lines, at, isHeading);
  const table = count > 0 ? readDashedTable(text, lines.slice(at, at + count), vocabulary) : undefined;
  return table && { table, count };
}

/** A stretch of a line in which a column stands, in display columns; the last one goes on to the end of the line. */
interface Column {
  readonly from: number;
  readonly to: number;
}

/** The number of lines of a table between rules of dashes that starts here, one of which shows its columns; 0 if none does. */
function dashedExtent(text: string, lines: readonly Line[], from: number, isHeading: (line: string) => boolean): number {
  if (!fullRule.test(wordsOf(text, lines[from]))) {
    return 0;
  }
  const rule = lines.slice(from + 1, from + 1 + mostHeadLines).findIndex((line) => columnRule.test(wordsOf(text, line)));
  if (rule < 0) {
    return 0;
  }
  const second = columnsOf(wordsOf(text, lines[from + 1 + rule]))[1]?.from ?? 0;
  let empty = 0;
  for (let at = from + 1; at < lines.length; at += 1) {
    const words = wordsOf(text, lines[at]);
    empty = isBlank(words) ? empty + 1 : 0;
    if (fullRule.test(words)) {
      return at > from + 1 + rule ? at + 1 - from : 0;
    }
    if (empty > mostEmptyLines || (isHeading(words) && indentOf(words) < second)) {
      return 0;
    }
  }
  return 0;
}

/** The display columns before the words of a line: what begins below another column than the first is no heading. */
function indentOf(words: string): number {
  return displayWidth(words.slice(0, words.length - words.trimStart().length));
}

/** Reads a table between rules of dashes, in which rows are parted by empty lines; undefined where its words are none of a form's. */
function readDashedTable(text: string, lines: readonly Line[], vocabulary: Vocabulary): ReadTable | undefined {
  const rule = lines.findIndex((line) => columnRule.test(wordsOf(text, line)));
  const columns = columnsOf(wordsOf(text, lines[rule]));
  const isLabel = (words: string): boolean => vocabulary.isLabel(vocabulary.normalise(words));
  const head = lines.slice(1, rule).map((line) => spansOf(text, line, columns));
  const rows = [...headRows(text, head, isLabel), ...bodyRows(text, lines.slice(rule + 1, -1), columns)];
  const span = { start: lines[0]?.start ?? 0, end: lines.at(-1)?.end ?? 0 };
  return hasWordsOfForm(rows, vocabulary) ? { kind: 'table', layout: dashes, drawn: true, rows, ...span } : undefined;
}

function wordsOf(text: string, line: Line | undefined): string {
  return line ? text.slice(line.start, line.end) : '';
}

function columnsOf(rule: string): Column[] {
  return [...rule.matchAll(/-+/gu)].map(({ index, 0: dashes }, at, all) => ({
    from: index,
    to: at + 1 < all.length ? index + dashes.length : Number.POSITIVE_INFINITY,
  }));
}

/** What stands in each column of a line; where words reach over two columns, or a tab stands, the words between gaps, as many as they are. */
function spansOf(text: string, { start, end }: Line, columns: readonly Column[]): Span[] {
  const spans = columns.map((): { start: number; end: number } => ({ start: end, end }));
  let width = 0;
  let column = 0;
  for (let at = start; at < end; at += 1) {
    column += width >= (columns[column]?.to ?? 0) ? 1 : 0;
    const span = spans[column];
    if (span && width >= (columns[column]?.from ?? 0) && text[at] !== '\t') {
      span.start = Math.min(span.start, at);
      span.end = at + 1;
    } else if (!isBlank(text.charAt(at)) || text[at] === '\t') {
      return wordsIn(text, start, end);
    }
    width += displayWidth(text.charAt(at));
  }
  return spans;
}

function wordsIn(text: string, start: number, end: number): Span[] {
  return [...text.slice(start, end).matchAll(/\S+/gu)].map(({ index, 0: word }) => ({ start: start + index, end: start + index + word.length }));
}

/** Rows of the body: lines that stand together, of which one holds figures; else each line by itself. */
function bodyRows(text: string, lines: readonly Line[], columns: readonly Column[]): Row[] {
  const rows: Row[] = [];
  let open: Span[][] = [];
  const close = (): void => {
    const single = open.map((spans) => joinedRow(text, [spans]));
    const isOne = open.every(({ length }) => length === columns.length) && single.filter(hasFigures).length <= 1;
    addAll(rows, isOne && open.length > 0 ? [joinedRow(text, open)] : single);
    open = [];
  };
  for (const line of lines) {
    if (isBlank(wordsOf(text, line))) {
      close();
    } else if (!columnRule.test(wordsOf(text, line))) {
      open.push(spansOf(text, line, columns));
    }
  }
  close();
  return rows;
}

function hasFigures({ cells }: Row): boolean {
  return cells.some(({ kind }) => kind === 'figure');
}

/** The words above each column, level by level: the last lines are its own head, those before the heads of several. */
function headRows(text: string, lines: readonly (readonly Span[])[], isLabel: (words: string) => boolean): Row[] {
  const count = Math.max(0, greatest(lines.map(({ length }) => length)));
  const columns = Array.from({ length: count }, (_, column) =>
    levelsOf(lines.flatMap((spans) => spans[column] ?? []).filter(({ start, end }) => !isBlank(text.slice(start, end))), text, isLabel));
  const height = Math.max(0, greatest(columns.map(({ length }) => length)));
  return Array.from({ length: height }, (_, level) =>
    createRow(columns.map((levels, column) => createJoinedCell(text, levels[level - height + levels.length] ?? [], column))));
}

/** The lines above one column as the heads that they make up, the longest from the last line on. */
function levelsOf(lines: readonly Span[], text: string, isLabel: (words: string) => boolean): (readonly Span[])[] {
  const levels: (readonly Span[])[] = [];
  for (let end = lines.length; end > 0;) {
    const from = lines.slice(0, end).findIndex((_, at) => isLabel(lines.slice(at, end).map((line) => text.slice(line.start, line.end)).join('')));
    levels.unshift(lines.slice(Math.max(0, from), end));
    end = Math.max(0, from);
  }
  return levels;
}
