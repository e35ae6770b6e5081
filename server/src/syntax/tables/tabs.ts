import type { ReadableLayout, ReadTable, Source, TableReading } from '../layout.ts';
import { lineAt, type Line } from '../lines.ts';
import { looksLikeFigure } from '../number.ts';
import { numeral, partName } from '../numerals.ts';
import { isBlank, trimmed } from '../text.ts';
import type { Cell, Row } from '../tree.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { createRow, createWrittenCell, hasWordsOfForm } from './cells.ts';
import { tabsWriter, wordWriter } from './tabs-writer.ts';
import { addAll } from '../lists.ts';

const longestCell = 90;
const mostEmptyLines = 3;
const longestQuoted = 2 * longestCell;
const quotedCell = /^"(?:[^"\t]|"")*"(?=[\t\r\n]|$)/u;

/** Rows of cells separated by tabs. */
export const tabs: ReadableLayout = {
  name: 'tabs',
  keepsBlanks: true,
  labelsWrap: true,
  toldByMarks: true,
  writer: tabsWriter,
  isRow: (line) => line.includes('\t', behindNumber(line)),
  read: readTabs,
};

/** Word saved as text: each cell a line that starts with a tab, an empty line ends the row. The reader of tabs tells it apart. */
export const word: ReadableLayout = {
  name: 'word',
  keepsBlanks: true,
  cutsCells: true,
  toldByMarks: true,
  writer: wordWriter,
};

/** A number at the start of a line, with the white space behind it: Word sets a tab there. */
const numberAndGap = new RegExp(String.raw`^[（(]?(?:第\s*)?(?:${numeral}|[\d０-９]{1,2})(?:\s*${partName})?\s*[）)]?\s*[、.．,，:：]?\s*`, 'u');

/** Where the words behind a number begin; 0 where no number stands at the start. */
function behindNumber(text: string): number {
  return text.includes('\t') ? (numberAndGap.exec(text)?.[0].length ?? 0) : 0;
}

function readTabs({ text, lines, vocabulary, isHeading, isTitle }: Source, at: number, words: string): TableReading | undefined {
  if (!isTabLine(words)) {
    return undefined;
  }
  const count = tabExtent(text, lines, at, isHeading, isTitle);
  return { table: readTabTable(text, lines.slice(at, at + count), vocabulary), count };
}

/** A figure with the mark of a sentence behind it: `118。`. */
const figureWithMark = /^\s*[\d.,]+。\s*$/u;

/** Whether a line can belong to a table of tabs: it holds one, and no sentence. */
function isTabLine(line: string): boolean {
  if (!line.includes('\t')) {
    return false;
  }
  return line.split('\t').every((cell) => cell.length <= longestCell && (!cell.includes('。') || figureWithMark.test(cell)));
}

/** The number of lines of the table that starts with a line of tabs: empty and broken lines between are its own. */
function tabExtent(text: string, lines: readonly Line[], from: number, isHeading: (line: string) => boolean, isTitle: (line: string) => boolean): number {
  let last = from;
  let empty = 0;
  for (let at = from + 1; at < lines.length && empty <= mostEmptyLines; at += 1) {
    const line = lines[at] as Line;
    const words = text.slice(line.start, line.end);
    if (isTitle(words)) {
      break;
    }
    if (isTabLine(words)) {
      last = at;
      empty = 0;
    } else if (isBlank(words)) {
      empty += 1;
    } else if (words.length > longestCell || words.includes('。') || isHeading(words) || at - last > 4) {
      break;
    }
  }
  const endsInCell = /^\s*\t[^\t]*$/u.test(text.slice(lines[last]?.start, lines[last]?.end));
  const isFigure = (line: Line | undefined): boolean => line !== undefined && looksLikeFigure(text.slice(line.start, line.end));
  while (endsInCell && isFigure(lines[last + 1])) {
    last += 1;
  }
  return last - from + 1;
}

/** So many cells that hold words and figures both show that tabs are only wide gaps. */
const fewestMixed = 2;
const fewestGaps = 3;

/**
 * Whether tabs stand for white space, as in the text of a page: a space before each, or words and figures together
 * between them, or all at the ends of lines; and never nothing.
 */
function areGaps(text: string, lines: readonly Line[]): boolean {
  let gaps = 0;
  let inner = 0;
  let spaced = 0;
  let mixed = 0;
  for (const line of lines) {
    const words = text.slice(line.start, line.end);
    const cells = words.split('\t');
    if (cells.length > 1 && !isBlank(words)) {
      if (cells.slice(0, -1).some(isBlank)) {
        return false;
      }
      gaps += cells.length - 1;
      inner += isBlank(cells.at(-1) ?? '') && cells.length === 2 ? 0 : 1;
      spaced += cells.filter((cell, at) => (at < cells.length - 1 ? cell.endsWith(' ') : cell === '')).length;
      mixed += cells.filter((cell) => /[^\s\d.,，]\s+[-+]?\d[\d.,，]*(?:\s|$)/u.test(cell)).length;
    }
  }
  return mixed >= fewestMixed || inner === 0 || (gaps >= fewestGaps && spaced >= gaps);
}

/** Reads a table of tabs; undefined where its words are none of a form's, or its tabs only white space. */
function readTabTable(text: string, lines: readonly Line[], vocabulary: Vocabulary): ReadTable | undefined {
  if (areGaps(text, lines)) {
    return undefined;
  }
  const inner = lines.filter((line) => /[^\t]\t/u.test(text.slice(line.start, line.end).trimStart())).length;
  const leading = lines.filter((line) => /^[ \u00a0\u3000]*\t[^\t]*$/u.test(text.slice(line.start, line.end))).length;
  const isTabs = inner * 2 > leading;
  const rows = isTabs ? tabRows(text, lines) : wordRows(text, lines);
  if (!hasWordsOfForm(rows, vocabulary)) {
    return undefined;
  }
  return { kind: 'table', layout: isTabs ? tabs : word, rows, start: lines[0]?.start ?? 0, end: lines.at(-1)?.end ?? 0 };
}

function tabRows(text: string, lines: readonly Line[]): Row[] {
  const rows: Row[] = [];
  let next = 0;
  for (const line of lines) {
    const isEmpty = isBlank(text.slice(line.start, line.end)) && !text.slice(line.start, line.end).includes('\t');
    if (line.start >= next && !isEmpty) {
      const { row, end } = tabRow(text, line, lines.at(-1)?.end ?? line.end);
      rows.push(row);
      next = end;
    }
  }
  return rows;
}

/**
 * The row that starts in a line, and where it ends: quotation marks around a cell, as a spreadsheet sets them, are none of it, and
 * line ends inside them are.
 */
function tabRow(text: string, line: Line, last: number): { row: Row; end: number } {
  const cells: Cell[] = [];
  let stop = line.end;
  for (let from = line.start; from <= stop;) {
    const quoted = text[from] === '"' ? quotedEnd(text, from, last) : undefined;
    if (quoted !== undefined && quoted > stop) {
      stop = lineAt(text, quoted).end;
    }
    const tab = text.indexOf('\t', quoted ?? from);
    const end = tab < 0 || tab > stop ? stop : tab;
    const [start, to] = quoted === undefined ? [from, end] : [from + 1, quoted - 1];
    cells.push(createWrittenCell(text.slice(start, to), start, to, cells.length));
    from = end + 1;
  }
  return { row: createRow(cells), end: stop };
}

/** Where a cell in quotation marks ends, whatever it holds; undefined where none starts. */
function quotedEnd(text: string, from: number, last: number): number | undefined {
  const cell = quotedCell.exec(text.slice(from, Math.min(last, from + longestQuoted)))?.[0];
  return cell === undefined ? undefined : from + cell.length;
}

/** A tab starts a cell, and so does a figure behind words; any other line goes on with the last cell, an empty one ends the row. */
function wordRows(text: string, lines: readonly Line[]): Row[] {
  const rows: Row[] = [];
  let spans: { start: number; end: number }[] = [];
  const close = (): void => {
    if (spans.length > 0) {
      rows.push(createRow(spans.map(({ start, end }, column) => createWrittenCell(text.slice(start, end), start, end, column))));
      spans = [];
    }
  };
  for (const line of lines) {
    const words = text.slice(line.start, line.end);
    const tab = words.indexOf('\t');
    const last = spans.at(-1);
    if (words === '' || (tab < 0 && isBlank(words))) {
      close();
    } else if (tab >= 0 && isBlank(words.slice(0, tab))) {
      addAll(spans, splitAtTabs(text, line.start + tab + 1, line.end));
    } else if (last && !(looksLikeFigure(words) && last.end > last.start)) {
      last.end = trimmed(text, line.start, line.end).end;
    } else {
      spans.push({ start: line.start, end: line.end });
    }
  }
  close();
  return rows;
}

function splitAtTabs(text: string, start: number, end: number): { start: number; end: number }[] {
  const spans: { start: number; end: number }[] = [];
  for (let from = start; from <= end;) {
    const tab = text.indexOf('\t', from);
    const to = tab < 0 || tab > end ? end : tab;
    spans.push({ start: from, end: to });
    from = to + 1;
  }
  return spans;
}
