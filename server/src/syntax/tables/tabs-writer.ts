import { lineAt } from '../lines.ts';
import { ownText, slotsOf, type TextGrid } from '../text-grid.ts';
import type { Cell, Rewriting, Table, TableWriter } from '../tree.ts';

export const tabsWriter: TableWriter = {
  languages: ['plaintext'],
  write: (grid, lineEnd) => slotsOf(grid).map((slots) => slots.map(ownText).join('\t')).join(lineEnd),
  appendCells: ({ chunk }, { end }, count) => ({ place: { chunk, start: end, end }, newText: '\t'.repeat(count) }),
};

export const wordWriter: TableWriter = { languages: [], write: writeWord, appendCells: appendLines };

/** A cell a line behind a tab, an empty line between rows; cells that reach across stand once, those from above are blank. */
function writeWord(grid: TextGrid, lineEnd: string): string {
  const rows = slotsOf(grid).map((slots) =>
    slots.filter(({ cell, column }) => cell === undefined || cell.column === column).map((slot) => `\t${ownText(slot)}`).join(lineEnd));
  return rows.join(lineEnd + lineEnd);
}

function appendLines({ chunk }: Table, { end }: Cell, count: number): Rewriting {
  const { text } = chunk;
  const at = lineAt(text, end).end;
  const lineEnd = /^(?:\r\n|\r|\n)/u.exec(text.slice(at))?.[0] ?? '\n';
  const isRowEnd = /^(?:\r\n|\r|\n)(?:[\r\n]|$)/u.test(text.slice(at, at + 4)) || at === text.length;
  return { place: { chunk, start: at, end: at }, newText: `${lineEnd}\t`.repeat(count) + (isRowEnd ? '' : lineEnd) };
}
