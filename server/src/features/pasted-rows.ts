import type { OpenDocument } from '../document.ts';
import type { Pasted } from '../service-types.ts';
import type { Cell } from '../syntax/tree.ts';

/** A cell with the column that it stands in. */
export type PastedCell = Pick<Cell, 'column' | 'text' | 'merged'>;

export type PastedRows = readonly (readonly PastedCell[])[];

/** The cells of what was copied as a table from a web page, from Word or a spreadsheet; undefined where it is none. */
export function pastedRows(document: OpenDocument, { html, text }: Pasted): PastedRows | undefined {
  return (html === undefined ? undefined : rowsOfPage(document, html)) ?? rowsOfText(text ?? '');
}

/** The one table of a page; none where there are several, or words besides. */
function rowsOfPage(document: OpenDocument, html: string): PastedRows | undefined {
  const nodes = document.read(`<html>${html}`).chunks.flatMap((chunk) => chunk.nodes);
  const [table] = nodes;
  return table?.kind === 'table' && nodes.length === 1 ? table.rows.map((row) => row.cells) : undefined;
}

/** Rows of cells between tabs; none where a line has no tab. */
function rowsOfText(text: string): PastedRows | undefined {
  const lines = linesIn(text).filter((line) => line !== '');
  return lines.length > 0 && lines.every((line) => line.includes('\t'))
    ? lines.map((line) => line.split('\t').map((cell, column) => ({ column, text: cell }))) : undefined;
}

/** The lines of a copied text; a line end behind the last one begins no other. */
export function linesIn(text: string): string[] {
  return text.replace(/(?:\r\n|\r|\n)$/u, '').split(/\r\n|\r|\n/u);
}
