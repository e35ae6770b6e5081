import * as l10n from '@vscode/l10n';
import type { Diagnosis } from '../diagnosis.ts';
import type { OpenDocument } from '../document.ts';
import type { BoundTable } from '../model/report.ts';
import { printedGrid, type PrintedCell, type PrintedGrid } from '../model/writing/grid.ts';
import type { ConvertedLayout, Position, RefusableEdits } from '../service-types.ts';
import { layoutNamed } from '../syntax/tables/index.ts';
import { createNormaliser, isBlank } from '../syntax/text.ts';
import type { TableWriter } from '../syntax/tree.ts';
import { tableExtent, startOf, endOf } from '../model/places.ts';
import { readsNoWorse } from './reading-again.ts';

/** Why a table is not converted, as a message for the user. */
class Refusal extends Error {}

/**
 * The edits that write the table at a position in another layout: as a Markdown table, or as HTML with merged headers.
 * Nothing that stands in it may be lost: where the result would not read the same, a refusal says why.
 */
export function convertTable(diagnosis: Diagnosis, position: Position, layout: ConvertedLayout): RefusableEdits {
  const { document } = diagnosis;
  const writer = layoutNamed(layout)?.writer;
  if (!writer) {
    return { edits: [] };
  }
  try {
    const table = tableAt(document, position);
    requireWhole(table, writer);
    const lines = linesOf(document, table);
    const grid = filledGrid(table);
    requireKept(table, grid);
    const text = writer.write({ ...grid, cells: grid.cells.map((cell) => ({ ...cell, text: writer.escape?.(cell.text) ?? cell.text })) }, document.lineEnd);
    const edits = [{ range: document.rangeBetween(lines.start, lines.end), newText: apart(document, lines, text) }];
    if (!readsNoWorse(diagnosis, edits)) {
      throw new Refusal(l10n.t('Written in another layout, this table would not read the same. It was left as it is.'));
    }
    return { edits };
  } catch (error) {
    if (error instanceof Refusal) {
      return { edits: [], refusal: error.message };
    }
    throw error;
  }
}

function tableAt(document: OpenDocument, position: Position): BoundTable {
  const offset = document.offsetAt(position);
  const found = document.reports.flatMap(({ tables }) => [...tables.values()]).find((table) => {
    const [start, end] = tableExtent(table);
    return start <= offset && offset <= end;
  });
  if (!found) {
    throw new Refusal(l10n.t('The caret is in no table of a report.'));
  }
  return found;
}

/** Each row, column and figure of the form has to be there, and nothing else. */
function requireWhole(table: BoundTable, writer: TableWriter): void {
  if (table.parts.every((part) => part.layout.writer === writer)) {
    throw new Refusal(l10n.t('The table has this layout already.'));
  }
  const isWhole = !table.unreadable && table.mixedWith === undefined && table.strays.length === 0 && table.missingRows.length === 0
    && table.missingColumns.length === 0 && table.rows.every(({ wrongCount }) => wrongCount === undefined)
    && table.figures.every((figure) => figure !== undefined);
  if (!isWhole) {
    throw new Refusal(l10n.t('Rows or cells of this table are missing, or cannot be told apart. Please correct that first.'));
  }
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** The whole lines of the table; nothing else may stand in them, or between its parts. */
function linesOf(document: OpenDocument, table: BoundTable): Stretch {
  const [from, to] = tableExtent(table);
  const { syntax } = document;
  const start = syntax.lineStart(document.positionAt(from).line);
  const end = syntax.lineEnd(document.positionAt(to).line);
  const parts = table.parts.map((part) => ({ start: startOf(part), end: endOf(part) }));
  const edges = [start, ...parts.flatMap((part) => [part.start, part.end]), end];
  const between = edges.flatMap((edge, at) => (at % 2 === 0 ? [syntax.slice(edge, edges[at + 1])] : []));
  if (between.some((text) => !isBlank(text)) || syntax.slice(start, end).includes('<!--')) {
    throw new Refusal(l10n.t('Other text stands within the table. Please move it out first.'));
  }
  return { start, end };
}

/** The form's table with the labels and figures of the text. */
function filledGrid(table: BoundTable): PrintedGrid {
  const grid = printedGrid(table.form);
  const altered = new Map(table.rows.filter((row) => row.altered).map((row) => [row.definition.label, oneLine(row.labelText)]));
  let figure = 0;
  const textOf = (cell: PrintedCell): string => {
    if (cell.kind === 'figure') {
      const text = table.figures[figure]?.text ?? '';
      figure += 1;
      return oneLine(text);
    }
    return cell.kind === 'label' ? (altered.get(cell.text) ?? cell.text) : cell.text;
  };
  return { ...grid, cells: grid.cells.map((cell) => ({ ...cell, text: textOf(cell) })) };
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

const normalise = createNormaliser({});

/** Every text of the table has to stand in the written one, spelled alike but for spaces and marks. */
function requireKept({ parts }: BoundTable, { cells }: PrintedGrid): void {
  const written = cells.map((cell) => normalise(cell.text));
  const isKept = (text: string): boolean => written.some((one) => one.includes(normalise(text)));
  for (const { text } of parts.flatMap(({ rows }) => rows).flatMap((row) => row.cells)) {
    // The labels of a group and of its first row may stand in one cell.
    if (!isKept(text) && !text.split(/\s+/u).every(isKept)) {
      throw new Refusal(l10n.t('“{0}” has no place in the form and would be lost. The table was left as it is.', oneLine(text).slice(0, 40)));
    }
  }
}

/** With an empty line on either side, where there is none yet. */
function apart(document: OpenDocument, { start, end }: Stretch, text: string): string {
  const above = document.lineAt(document.positionAt(start).line - 1) ?? '';
  const below = document.lineAt(document.positionAt(end).line + 1) ?? '';
  return `${isBlank(above) ? '' : document.lineEnd}${text}${isBlank(below) ? '' : document.lineEnd}`;
}
