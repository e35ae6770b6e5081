import { isPageFurniture } from '../page-furniture.ts';
import { lineAt } from '../lines.ts';
import { insertText } from '../rewriting.ts';
import type { Rewriting, Row, Table } from '../tree.ts';
import { addAll, greatest } from '../lists.ts';

/**
 * What makes one pipe table of two: what stands between goes, so does the second delimiter row, and rows get the
 * number of columns of the first part by empty cells. None where that would lose words.
 */
export function joinPipeTables(first: Table, second: Table): Rewriting[] {
  const { chunk } = first;
  if (chunk !== second.chunk) {
    return [];
  }
  const between = chunk.text.slice(first.end, second.start);
  const columns = columnEdits(first, second);
  if (!isPageFurniture(between) || columns === undefined) {
    return [];
  }
  const eol = /\r\n|\r|\n/u.exec(between)?.[0] ?? '\n';
  return [{ place: { chunk, start: first.end, end: second.start }, newText: eol }, ...delimiterEdits(second), ...columns];
}

/** Deletes the lines of the table that belong to none of its rows. */
function delimiterEdits({ chunk, start, end, rows }: Table): Rewriting[] {
  const edits: Rewriting[] = [];
  for (let at = start; at < end;) {
    const { end: stop, next } = lineAt(chunk.text, at);
    const line = chunk.text.slice(at, stop);
    if (/^[\s|:]*-[\s|:-]*$/u.test(line) && !rows.some((row) => row.start < stop && row.end > at)) {
      edits.push({ place: { chunk, start: at, end: Math.min(next, chunk.text.length) }, newText: '' });
    }
    at = next;
  }
  return edits;
}

function widthOf({ rows }: Table): number {
  return greatest(rows.map(({ cells }) => cells.length));
}

/** The column in which most rows have their first figure. */
function figuresFrom({ rows }: Table): number {
  const votes = new Map<number, number>();
  for (const { cells } of rows) {
    const at = cells.findIndex(({ kind }) => kind === 'figure');
    if (at >= 0) {
      votes.set(at, (votes.get(at) ?? 0) + 1);
    }
  }
  return [...votes].sort((one, other) => other[1] - one[1])[0]?.[0] ?? 0;
}

/** Edits that give the rows of the second part the columns of the first; undefined where a row has no cell to spare. */
function columnEdits(first: Table, second: Table): Rewriting[] | undefined {
  const more = widthOf(second) - widthOf(first);
  if (more === 0) {
    return [];
  }
  const shift = figuresFrom(second) - figuresFrom(first);
  const edits: Rewriting[] = [];
  for (const row of second.rows) {
    const own = more > 0 ? dropCells(second, row, more, shift) : addCells(second, row, -more, shift);
    if (own === undefined) {
      return undefined;
    }
    addAll(edits, own);
  }
  return edits;
}

/** Drops blank cells: before the figures where these stand further right than in the first part, else at the end. */
function dropCells({ chunk }: Table, { cells }: Row, count: number, shift: number): Rewriting[] | undefined {
  const blanks = cells.filter(({ kind }) => kind === 'blank');
  const dropped = (shift > 0 ? blanks.slice(0, count) : blanks.slice(-count));
  const limit = cells.findIndex(({ kind }) => kind === 'figure');
  const isSafe = limit < 0 || dropped.every((cell) => (shift > 0 ? cells.indexOf(cell) < limit : cells.indexOf(cell) > limit));
  if (dropped.length < count || !isSafe) {
    return undefined;
  }
  return dropped.map((cell) => {
    const isFirst = cell === cells[0];
    return { place: isFirst ? { chunk, start: cell.start, end: cell.end + 1 } : { chunk, start: cell.start - 1, end: cell.end }, newText: '' };
  });
}

/** Adds blank cells where the figures stand further left than in the first part, else at the end. */
function addCells({ chunk }: Table, { cells }: Row, count: number, shift: number): Rewriting[] | undefined {
  const [first] = cells;
  const last = cells.at(-1);
  if (!first || !last || (shift < 0 && chunk.text[first.start - 1] !== '|')) {
    return undefined;
  }
  return [shift < 0 ? insertText(chunk, first.start, '  |'.repeat(count)) : insertText(chunk, last.end, '|  '.repeat(count))];
}
