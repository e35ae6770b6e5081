import type { Line } from '../lines.ts';
import { looksLikeFigure } from '../number.ts';
import { isBlank, trimmed } from '../text.ts';
import type { Cell, Row, Table } from '../tree.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { createCell, createRow, rowsFromStream } from './cells.ts';

const longestBareLine = 60;
const mostBareLines = 3;

/** Whether the line holds a `|` that is not escaped. */
export function hasPipe(line: string): boolean {
  for (let at = line.indexOf('|'); at >= 0; at = line.indexOf('|', at + 1)) {
    if (line[at - 1] !== '\\') {
      return true;
    }
  }
  return false;
}

/** The number of lines of the pipe table that starts here, 0 if none does; cells broken by line ends are followed. */
export function pipeExtent(text: string, lines: readonly Line[], from: number, isHeading: (line: string) => boolean): number {
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
  return end - from + (endsInBareBar(wordsOf(text, lines[end - 1])) && looksLikeFigure(last) ? 1 : 0);
}

function wordsOf(text: string, line: Line | undefined): string {
  return line ? text.slice(line.start, line.end) : '';
}

/** A line without a bar that may be a cell, or a piece of one, between lines with bars. */
function isBareCell(words: string): boolean {
  return !isBlank(words) && words.length <= longestBareLine && !/[。；]/u.test(words) && !words.startsWith('#');
}

function endsInBareBar(words: string): boolean {
  return /^\s*\|\s*$/u.test(words);
}

export function readPipeTable(text: string, lines: readonly Line[], vocabulary: Vocabulary): Omit<Table, 'chunk'> {
  const span = { start: lines[0]?.start ?? 0, end: lines.at(-1)?.end ?? 0 };
  if (isBroken(text, lines)) {
    const cells = splitCells(text, span.start, span.end).filter((cell) => cell.text.length > 0);
    return { kind: 'table', layout: 'pipe', keepsBlanks: true, broken: true, rows: rowsFromStream(cells, vocabulary), ...span };
  }
  const rows = logicalRows(text, lines);
  const isGrid = rows.some(({ start, end }) => isDelimiter(text.slice(start, end)));
  const read = rows.filter(({ start, end }) => !isDelimiter(text.slice(start, end))).map(({ start, end }) => readPipeRow(text, start, end, isGrid));
  return { kind: 'table', layout: 'pipe', keepsBlanks: true, rows: read, ...span };
}

/** Whether most lines hold one cell or only bars: the line ends stand inside the rows, and tell nothing. */
function isBroken(text: string, lines: readonly Line[]): boolean {
  const whole = lines.filter((line) => wordsOf(text, line).split('|').filter((cell) => !isBlank(cell)).length > 1).length;
  return lines.length >= 6 && whole * 10 < lines.length * 3;
}

/** Rows, each with the lines that go on with its last cell. */
function logicalRows(text: string, lines: readonly Line[]): { start: number; end: number }[] {
  const rows: { start: number; end: number }[] = [];
  for (const line of lines) {
    const { start, end } = trimmed(text, line.start, line.end);
    const last = rows.at(-1);
    const bare = !hasPipe(text.slice(start, end));
    const isOpen = last !== undefined && text[last.start] === '|' && text[last.end - 1] !== '|' && text[start] !== '|';
    if (last && (isOpen || bare)) {
      last.end = end;
    } else {
      rows.push({ start, end });
    }
  }
  return rows;
}

/** A row of dashes is a delimiter row when every cell is dashes; placeholders among figures are not. */
function isDelimiter(row: string): boolean {
  if (!/^[\s|:+=—-]+$/u.test(row) || !row.includes('-')) {
    return false;
  }
  const cells = row.replace(/^\|/u, '').replace(/\|$/u, '').split('|');
  return cells.every((cell) => /^\s*:?-+:?\s*$/u.test(cell)) && cells.some((cell) => /-{2,}|:-|-:/u.test(cell));
}

/** A run of bars at the end of a padded row stands for columns that the row does not have, unless the table is a grid. */
function readPipeRow(text: string, start: number, end: number, isGrid: boolean): Row {
  const cells = splitCells(text, start, end);
  const padded = cells.some((cell) => cell.kind !== 'blank') && cells.every((cell) => cell.kind === 'blank' || /^\s|\s$/u.test(cell.text));
  while (padded && !isGrid && cells.at(-1)?.text === '') {
    cells.pop();
  }
  return createRow(cells);
}

function splitCells(text: string, start: number, end: number): Cell[] {
  const cells: Cell[] = [];
  const first = text[start] === '|' ? start + 1 : start;
  let from = first;
  for (let at = first; at <= end; at += 1) {
    if (at === end || (text[at] === '|' && text[at - 1] !== '\\')) {
      const outside = at === end && text[end - 1] === '|' && from === end;
      if (!outside) {
        cells.push(createCell(cellText(text.slice(from, at)), from, at, cells.length));
      }
      from = at + 1;
    }
  }
  return cells.length > 0 ? cells : [createCell('', start, end, 0)];
}

/** Line breaks written as markup are white space; the length stays, so that offsets do. */
function cellText(raw: string): string {
  return raw.includes('<') || raw.includes('&') || raw.includes('*')
    ? raw.replace(/<br\s*\/?>|&nbsp;|&emsp;|&ensp;|\*\*/giu, (mark) => ' '.repeat(mark.length))
    : raw;
}
