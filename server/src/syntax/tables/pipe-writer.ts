import { lineAt } from '../lines.ts';
import { ownText, slotsOf, type TextGrid } from '../text-grid.ts';
import type { Table, TableWriter } from '../tree.ts';
import { alignPipes } from './pipe-alignment.ts';
import { joinPipeTables } from './pipe-joining.ts';

export const pipeWriter: TableWriter = {
  languages: ['markdown'],
  escape: (text) => text.replace(/(?<!\\)\|/gu, '\\|'),
  write: (grid, lineEnd, like) => writePipes(grid, lineEnd, like === undefined || isPadded(like)),
  fill: (blank, value) => ({
    start: 0, end: blank.length,
    newText: /^ +$/u.test(blank) ? ` ${value}`.padEnd(Math.max(blank.length, value.length + 2)) : value,
  }),
  appendCells({ chunk, broken }, { end }, count) {
    // Where each cell stands on a line of its own, a cell more on the last line would be one of another row.
    return broken ? undefined : { place: { chunk, start: end, end }, newText: '|  '.repeat(count) };
  },
  join: joinPipeTables,
  align: alignPipes,
  commentAt: endOfLastCell,
};

function writePipes(grid: TextGrid, lineEnd: string, padded: boolean): string {
  const line = (texts: readonly string[]): string => `|${texts.map((text) => (padded ? ` ${text} ` : text)).join('|')}|`;
  const [first = [], ...rest] = slotsOf(grid).map((slots) => slots.map(ownText));
  return [line(first), line(first.map(() => '---')), ...rest.map(line)].join(lineEnd);
}

/** Whether white space stands before the bars of a table. */
function isPadded({ chunk: { text }, start }: Table): boolean {
  return /[ \u3000]\|/u.test(text.slice(start, lineAt(text, start).end));
}

/** Behind the content of the last cell. */
function endOfLastCell(row: string): number {
  const content = row.trimEnd();
  const closed = content.endsWith('|') && !content.endsWith('\\|');
  return (closed ? content.slice(0, -1).trimEnd() : content).length;
}
