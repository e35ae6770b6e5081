import type { Line } from '../lines.ts';
import { trimmed } from '../text.ts';
import type { Cell, Row, Table } from '../tree.ts';
import { createCell, createRow, rowsFromStream } from './cells.ts';

const delimiterRow = /^[\s|:+=—-]*-{1,}[\s|:+=—-]*$/u;

/** Whether the line holds a `|` that is not escaped. */
export function hasPipe(line: string): boolean {
  for (let at = line.indexOf('|'); at >= 0; at = line.indexOf('|', at + 1)) {
    if (line[at - 1] !== '\\') {
      return true;
    }
  }
  return false;
}

/** The number of lines of the pipe table that starts with the given line; a cell broken by a line end is followed. */
export function pipeExtent(text: string, lines: readonly Line[], from: number): number {
  let count = 0;
  let open = false;
  for (let at = from; at < lines.length; at += 1) {
    const line = lines[at] as Line;
    const words = text.slice(line.start, line.end);
    const { start, end } = trimmed(words);
    if (start === end || (!hasPipe(words) && !open)) {
      break;
    }
    count += 1;
    if (words[start] === '|') {
      open = words[end - 1] !== '|';
    } else if (open) {
      open = words[end - 1] !== '|';
    }
    open &&= !isOneCell(words.slice(start, end));
  }
  return count;
}

/** `| 3`: a row of one cell that nobody closed; the next line is no continuation of it. */
function isOneCell(row: string): boolean {
  return row.startsWith('|') && !hasPipe(row.slice(1)) && row.length <= 3;
}

export function readPipeTable(text: string, lines: readonly Line[]): Omit<Table, 'chunk'> {
  const rows = logicalRows(text, lines).map(({ start, end }) => readPipeRow(text, start, end));
  const filled = rows.filter((row) => row !== undefined);
  const single = filled.filter((row) => row.cells.length === 1).length;
  const broken = filled.length >= 6 && single >= filled.length * 0.8;
  return {
    kind: 'table',
    layout: 'pipe',
    keepsBlanks: true,
    rows: broken ? rowsFromStream(filled.flatMap((row) => row.cells)) : filled,
    start: lines[0]?.start ?? 0,
    end: lines.at(-1)?.end ?? 0,
  };
}

function logicalRows(text: string, lines: readonly Line[]): { start: number; end: number }[] {
  const rows: { start: number; end: number }[] = [];
  for (const line of lines) {
    const { start, end } = trimmed(text, line.start, line.end);
    const last = rows.at(-1);
    if (last && text[start] !== '|' && text[last.start] === '|' && text[last.end - 1] !== '|') {
      last.end = end;
    } else {
      rows.push({ start, end });
    }
  }
  return rows;
}

function readPipeRow(text: string, start: number, end: number): Row | undefined {
  const row = text.slice(start, end);
  if (delimiterRow.test(row) && row.includes('-') && (row.includes('--') || row.includes('|'))) {
    return isDelimiter(row) ? undefined : createRow(splitCells(text, start, end));
  }
  return createRow(splitCells(text, start, end));
}

/** A row of dashes is a delimiter row when every cell is dashes; placeholders among figures are not. */
function isDelimiter(row: string): boolean {
  const cells = row.replace(/^\|/u, '').replace(/\|$/u, '').split('|');
  return cells.every((cell) => /^\s*:?(?:-{2,}|-{1,}:|-)\s*:?\s*$/u.test(cell)) && cells.some((cell) => /-{2,}|:-|-:/u.test(cell));
}

function splitCells(text: string, start: number, end: number): Cell[] {
  const cells: Cell[] = [];
  const first = text[start] === '|' ? start + 1 : start;
  let from = first;
  for (let at = first; at <= end; at += 1) {
    if (at === end || (text[at] === '|' && text[at - 1] !== '\\')) {
      const outside = at === end && (text[end - 1] === '|' && from === end);
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

