import type { Diagnosis } from '../diagnosis.ts';
import type { OpenDocument } from '../document.ts';
import type { Pasted, Range } from '../service-types.ts';
import { writerFor } from '../syntax/tables/index.ts';
import { isBlank } from '../syntax/text.ts';
import type { TextCell, TextGrid } from '../syntax/text-grid.ts';
import type { Node, Table, TableWriter } from '../syntax/tree.ts';
import { pastedRows, type PastedRows } from './pasted-rows.ts';
import { startOf, endOf } from '../model/places.ts';
import { greatest } from '../syntax/lists.ts';

/**
 * What was copied from a web page, from Word or a spreadsheet as a table in the document's own layout. Null where it is
 * no table, or where it would land in one.
 */
export function pasteTable({ document }: Diagnosis, range: Range, pasted: Pasted): string | null {
  const start = document.offsetAt(range.start);
  const tables = document.syntax.chunks.flatMap(({ nodes }) => nodes).filter((node) => isTable(node));
  if (tables.some((table) => startOf(table) < start && start < endOf(table))) {
    return null;
  }
  const rows = sized(pastedRows(document, pasted));
  if (!rows) {
    return null;
  }
  const writer = tables.find(({ layout }) => layout.writer)?.layout.writer ?? writerFor(document.languageId);
  return apart(document, range, writer.write(gridOf(rows, writer), document.lineEnd));
}

function isTable(node: Node): node is Table {
  return node.kind === 'table';
}

/** A table has two rows and two columns at least. */
function sized(rows: PastedRows | undefined): PastedRows | undefined {
  return rows && rows.length > 1 && rows.some((row) => row.length > 1) ? rows : undefined;
}

function gridOf(rows: PastedRows, writer: TableWriter): TextGrid {
  const textOf = (text: string): string => writer.escape?.(onOneLine(text)) ?? onOneLine(text);
  const cells = rows.flatMap((row, at) => row.map(({ column, text, merged }): TextCell => ({
    row: at, column, rowSpan: Math.min(merged?.rows ?? 1, rows.length - at), columnSpan: merged?.columns ?? 1, text: textOf(text),
  })));
  return { width: greatest(cells.map(({ column, columnSpan }) => column + columnSpan)), height: rows.length, cells };
}

/** Where a line was broken between Chinese characters, there is no space. */
function onOneLine(text: string): string {
  return text.trim().replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, (gap) => (/[\r\n\v]/u.test(gap) ? '' : ' ')).replace(/\s+/gu, ' ');
}

/** With an empty line between the table and what stands around it. */
function apart(document: OpenDocument, { start, end }: Range, table: string): string {
  const { lineEnd } = document;
  const before = (document.lineAt(start.line) ?? '').slice(0, start.character);
  const after = (document.lineAt(end.line) ?? '').slice(end.character);
  const above = isBlank(before) ? (isBlank(document.lineAt(start.line - 1) ?? '') ? '' : lineEnd) : lineEnd.repeat(2);
  const below = isBlank(after) ? (isBlank(document.lineAt(end.line + 1) ?? '') ? '' : lineEnd) : lineEnd.repeat(2);
  return `${above}${table}${below}`;
}
