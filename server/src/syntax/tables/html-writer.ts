import type { TextGrid } from '../text-grid.ts';
import type { Cell, Change, Rewriting, Table, TableWriter } from '../tree.ts';
import { joinHtmlTables } from './html-joining.ts';
import { insertHtmlRows, removeHtmlRow } from './html-rows.ts';

const escape = (text: string): string => text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;');

export const htmlWriter: TableWriter = {
  languages: ['html'],
  escape,
  write: (grid, lineEnd, like) => writeHtml(grid, lineEnd, (like && tagOf(like)) ?? '<table border="1">'),
  fill: (blank, value) => ({ ...innermost(blank), newText: value }),
  appendCells,
  join: joinHtmlTables,
  insertRows: (table, behind, rows, spreads) => insertHtmlRows(table, behind, rows, spreads, escape),
  removeRow: removeHtmlRow,
};

function writeHtml(grid: TextGrid, lineEnd: string, tag: string): string {
  const rows = Array.from({ length: grid.height }, (_, row) => {
    const cells = grid.cells.filter((cell) => cell.row === row).map((cell) => `<td${span('rowspan', cell.rowSpan)}${span('colspan', cell.columnSpan)}>${cell.text}</td>`);
    return `<tr>${cells.join('')}</tr>`;
  });
  return [tag, ...rows, '</table>'].join(lineEnd);
}

function span(name: string, count: number): string {
  return count > 1 ? ` ${name}="${count}"` : '';
}

/** The opening tag of a table. */
function tagOf({ chunk, start }: Table): string | undefined {
  return /^<table\b[^<>]*>/iu.exec(chunk.text.slice(start, start + 1000))?.[0];
}

const hiding = /\bhidden\b|display\s*:\s*none|mso-hide/iu;

/** The innermost place of a blank cell, so that its markup stays; before what the page does not show. */
function innermost(blank: string): Omit<Change, 'newText'> {
  if (hiding.test(blank)) {
    return { start: 0, end: 0 };
  }
  const close = blank.indexOf('</');
  if (close < 0) {
    return { start: 0, end: blank.includes('<!--') ? 0 : blank.length };
  }
  return { start: blank.lastIndexOf('>', close) + 1, end: close };
}

function appendCells({ chunk }: Table, { end }: Cell, count: number): Rewriting | undefined {
  const close = /^\s*(?:<\/[a-z]+>\s*)*?<\/(t[dh])\s*>/iu.exec(chunk.text.slice(end, end + 400));
  const at = end + (close?.[0].length ?? 0);
  return close ? { place: { chunk, start: at, end: at }, newText: `<${close[1]}></${close[1]}>`.repeat(count) } : undefined;
}
