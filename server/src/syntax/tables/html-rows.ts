import { insertText } from '../rewriting.ts';
import type { Cell, NewRow, Rewriting, Row, Span, Spread, Table } from '../tree.ts';

/** The edits that put rows behind another one; undefined where tags do not tell where rows and cells begin and end. */
export function insertHtmlRows(
  table: Table, behind: Row, rows: readonly NewRow[], spreads: readonly Spread[], escape: (text: string) => string,
): readonly Rewriting[] | undefined {
  const { chunk } = table;
  const place = rowSpan(table, behind);
  const written = rows.map((row) => rowLike(table, row, escape));
  const grown = spreads.map((spread) => respread(table, spread));
  if (!place || written.includes(undefined) || grown.includes(undefined)) {
    return undefined;
  }
  return [...grown.flatMap((edits) => edits ?? []), insertText(chunk, place.end, written.join(''))];
}

/** The edits that take a row away with its tags, and let cells that reach into it from above reach over one row less. */
export function removeHtmlRow(table: Table, row: Row): readonly Rewriting[] | undefined {
  const at = table.rows.findIndex(({ start, end }) => start === row.start && end === row.end);
  const place = rowSpan(table, row);
  const ends = row.cells.some(({ merged }) => (merged?.rows ?? 1) > 1);
  if (!place || at < 0 || ends) {
    return undefined;
  }
  const shrunk = table.rows.slice(0, at).flatMap(({ cells }, above) => cells.filter(({ merged }) => above + (merged?.rows ?? 1) > at))
    .map((cell) => respread(table, { cell, from: cell.merged?.rows ?? 1, to: (cell.merged?.rows ?? 1) - 1 }));
  return shrunk.includes(undefined) ? undefined
    : [...shrunk.flatMap((edits) => edits ?? []), { place: { chunk: table.chunk, start: leadOf(table, place), end: place.end }, newText: '' }];
}

/** A row from its first tag to its last, where each is written. */
function rowSpan({ chunk: { text } }: Table, { cells }: Row): Span | undefined {
  const [first, last] = [cells[0], cells.at(-1)];
  if (!first || !last) {
    return undefined;
  }
  const start = openingOf(text, first, 'tr');
  const close = /^(?:(?!<\/?(?:tr|table)\b)[^])*?<\/tr\s*>/iu.exec(text.slice(last.end, last.end + farthest));
  return start === undefined || !close ? undefined : { start, end: last.end + close[0].length };
}

/** Tags stand no farther than this from what they hold. */
const farthest = 2000;

/** Where the tag that a cell stands in begins, if no other row begins or ends between. */
function openingOf(text: string, { start }: Cell, name: 'tr' | 't[dh]'): number | undefined {
  const from = Math.max(0, start - farthest);
  const before = text.slice(from, start);
  const at = [...before.matchAll(new RegExp(`<${name}\\b`, 'giu'))].at(-1)?.index;
  return at === undefined || /<\/(?:tr|table)\b/iu.test(before.slice(at)) ? undefined : from + at;
}

/** Where the white space before a row begins. */
function leadOf({ chunk: { text } }: Table, { start }: Span): number {
  return start - (/(?<!\s)\s*$/u.exec(text.slice(Math.max(0, start - farthest), start))?.[0].length ?? 0);
}

/** A row written like another one, with the white space before it. */
function rowLike(table: Table, { like, textOf }: NewRow, escape: (text: string) => string): string | undefined {
  const { text } = table.chunk;
  const place = rowSpan(table, like);
  if (!place) {
    return undefined;
  }
  const pieces: string[] = [];
  let from = leadOf(table, place);
  for (const cell of like.cells) {
    const wanted = textOf(cell);
    if (wanted !== undefined) {
      pieces.push(text.slice(from, cell.start), escape(wanted));
      from = cell.end;
    }
  }
  return pieces.join('') + text.slice(from, place.end);
}

/** Lets a cell reach over another number of rows; nothing where its tag says that already, undefined where it says a third. */
function respread({ chunk }: Table, { cell, from, to }: Spread): readonly Rewriting[] | undefined {
  const start = openingOf(chunk.text, cell, 't[dh]');
  const tag = start === undefined ? undefined : /^<t[dh]\b[^<>]*>/iu.exec(chunk.text.slice(start, cell.start))?.[0];
  if (start === undefined || tag === undefined) {
    return undefined;
  }
  const attribute = /\browspan\s*=[\s"']*(\d+)/iu.exec(tag);
  const said = Number(attribute?.[1] ?? 1);
  if (said === to) {
    return [];
  }
  if (said !== from) {
    return undefined;
  }
  const end = start + (attribute ? attribute.index + attribute[0].length : 3);
  return attribute
    ? [{ place: { chunk, start: end - (attribute[1] ?? '').length, end }, newText: String(to) }]
    : [insertText(chunk, end, ` rowspan="${to}"`)];
}
