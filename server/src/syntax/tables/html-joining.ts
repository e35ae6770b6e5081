import { isPageFurniture } from '../page-furniture.ts';
import type { Chunk, Rewriting, Table } from '../tree.ts';
import { greatest } from '../lists.ts';

/**
 * What makes one HTML table of two: everything from the last row of the first to the first row of the second goes.
 * None where words stand between, where tags would lose their partners, or where the parts differ in width.
 */
export function joinHtmlTables(first: Table, second: Table, chunks: readonly Chunk[]): Rewriting[] {
  const from = rowEnd(first);
  const to = rowStart(second);
  const between = chunks.slice(chunks.indexOf(first.chunk), chunks.indexOf(second.chunk) + 1);
  if (from === undefined || to === undefined || lastColumn(first) !== lastColumn(second) || between.length === 0) {
    return [];
  }
  const places = between.map((chunk) => ({ chunk, start: chunk === first.chunk ? from : 0, end: chunk === second.chunk ? to : chunk.text.length }));
  const removed = places.map(({ chunk, start, end }) => chunk.text.slice(start, end)).join('');
  if (!isPageFurniture(removed.replace(/<[^<>]*>|&nbsp;/gu, '\n')) || !isBalanced(removed)) {
    return [];
  }
  const eol = /\r\n|\r|\n/u.exec(removed)?.[0] ?? '';
  return places.map((place, at) => ({ place, newText: at === 0 ? eol : '' }));
}

/** Where the tag that ends the last row of a table ends. */
function rowEnd({ chunk, rows }: Table): number | undefined {
  const cell = rows.at(-1)?.cells.at(-1);
  const close = cell && chunk.text.toLowerCase().indexOf('</tr', cell.end);
  const end = close !== undefined && close >= 0 ? chunk.text.indexOf('>', close) : -1;
  return end < 0 ? undefined : end + 1;
}

/** Where the tag that starts the first row of a table starts. */
function rowStart({ chunk, rows }: Table): number | undefined {
  const cell = rows[0]?.cells[0];
  const open = cell === undefined ? -1 : chunk.text.toLowerCase().lastIndexOf('<tr', cell.start);
  return open < 0 ? undefined : open;
}

function lastColumn({ rows }: Table): number {
  return greatest(rows.map(({ cells }) => cells.at(-1)?.column ?? 0));
}

/** Whether as many tags of each name open as close. */
function isBalanced(html: string): boolean {
  const open = new Map<string, number>();
  for (const [, slash, name = ''] of html.matchAll(/<(\/?)([a-z]+\d?)\b[^<>]*>/giu)) {
    const tag = name.toLowerCase();
    if (!unpaired.has(tag)) {
      open.set(tag, (open.get(tag) ?? 0) + (slash === '/' ? -1 : 1));
    }
  }
  return [...open.values()].every((count) => count === 0);
}

const unpaired: ReadonlySet<string> = new Set(['br', 'hr', 'img', 'col', 'input']);
