import * as l10n from '@vscode/l10n';
import type { Diagnosis } from '../diagnosis.ts';
import type { OpenDocument } from '../document.ts';
import type { BoundTable } from '../model/report.ts';
import { printedGrid, type PrintedCell, type PrintedGrid } from '../model/writing/grid.ts';
import type { ConvertedLayout, Position, RefusableEdits, TextEdit } from '../service-types.ts';
import { layoutNamed } from '../syntax/tables/index.ts';
import { createNormaliser, isBlank } from '../syntax/text.ts';
import type { Table, TableWriter } from '../syntax/tree.ts';
import { tableExtent, startOf, endOf } from '../model/places.ts';
import { readsNoWorse } from './reading-again.ts';

/** Why a table is not converted, as a message for the user. */
class Refusal extends Error {}

/**
 * The edits that write the table at a position in another layout: as a Markdown table, or as HTML with merged headers.
 * Nothing that stands in it may be lost: where the result would not read the same, a refusal says why.
 */
export function convertTable(diagnosis: Diagnosis, position: Position, layout: ConvertedLayout): RefusableEdits {
  return refusable(() => {
    const { table, writer } = wanted(diagnosis.document, position, layout);
    return convert(diagnosis, table, writer);
  });
}

/** Whether the table at a position can be written in another layout, as far as the table alone tells. */
export function isConvertible({ document }: Diagnosis, position: Position, layout: ConvertedLayout): boolean {
  const { edits } = refusable(() => {
    const { table, writer } = wanted(document, position, layout);
    return { edits: written(document, table, writer) };
  });
  return edits.length > 0;
}

function wanted(document: OpenDocument, position: Position, layout: ConvertedLayout): { readonly table: BoundTable; readonly writer: TableWriter } {
  const writer = writerOf(document, layout);
  const table = tableAt(document, position);
  if (isWrittenBy(table, writer)) {
    throw new Refusal(l10n.t('The table has this layout already.'));
  }
  return { table, writer };
}

/** The same for all tables of the document that have another layout; the refusal names those that are left, with the reasons. */
export function convertTables(diagnosis: Diagnosis, layout: ConvertedLayout): RefusableEdits {
  return refusable(() => {
    const { document } = diagnosis;
    const writer = writerOf(document, layout);
    const tables = document.reports.flatMap((report) => [...report.tables.values()]).filter((table) => !isWrittenBy(table, writer));
    const outcomes = tables.map((table) => ({ title: table.form.data.title, ...refusable(() => convert(diagnosis, table, writer)) }));
    const edits = outcomes.flatMap((outcome) => outcome.edits);
    if (tables.length === 0) {
      throw new Refusal(l10n.t('All tables have this layout already.'));
    }
    if (edits.length > 0 && !readsNoWorse(diagnosis, edits)) {
      throw new Refusal(notTheSame());
    }
    const left = outcomes.flatMap(({ title, refusal }) => (refusal === undefined ? [] : [l10n.t('{0}: {1}', title, refusal)]));
    return left.length === 0 ? { edits } : { edits, refusal: left.join('\n') };
  });
}

function refusable(make: () => RefusableEdits): RefusableEdits {
  try {
    return make();
  } catch (error) {
    if (error instanceof Refusal) {
      return { edits: [], refusal: error.message };
    }
    throw error;
  }
}

/** Whoever shows a page shows no Markdown. */
function writerOf({ languageId }: OpenDocument, called: ConvertedLayout): TableWriter {
  const layout = layoutNamed(called);
  if (!layout?.writer || (languageId === 'html' && layout.isMarkup !== true)) {
    throw new Refusal(l10n.t('A web page does not show tables of this layout.'));
  }
  return layout.writer;
}

function isWrittenBy({ parts }: BoundTable, writer: TableWriter): boolean {
  return parts.every((part) => part.layout.writer === writer);
}

function convert(diagnosis: Diagnosis, table: BoundTable, writer: TableWriter): RefusableEdits {
  const edits = written(diagnosis.document, table, writer);
  if (!readsNoWorse(diagnosis, edits)) {
    throw new Refusal(notTheSame());
  }
  return { edits };
}

function written(document: OpenDocument, table: BoundTable, writer: TableWriter): TextEdit[] {
  requireWhole(table);
  const lines = linesOf(document, table);
  const grid = filledGrid(table);
  requireKept(table, grid);
  const text = writer.write({ ...grid, cells: grid.cells.map((cell) => ({ ...cell, text: writer.escape?.(cell.text) ?? cell.text })) }, document.lineEnd);
  return [{ range: document.rangeBetween(lines.start, lines.end), newText: apart(document, lines, text) }];
}

function notTheSame(): string {
  return l10n.t('Written in another layout, this table would not read the same. It was left as it is.');
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
function requireWhole(table: BoundTable): void {
  const isWhole = !table.unreadable && table.mixedWith === undefined && table.unboundRows.length === 0 && table.missingRows.length === 0
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
  const { syntax } = document;
  const parts = table.parts.map((part) => ({ start: startOf(part), end: endOf(part) + endTagOf(part).length }));
  const start = syntax.lineStart(document.positionAt(parts[0]?.start ?? 0).line);
  const end = syntax.lineEnd(document.positionAt(parts.at(-1)?.end ?? 0).line);
  const edges = [start, ...parts.flatMap((part) => [part.start, part.end]), end];
  const between = edges.flatMap((edge, at) => (at % 2 === 0 ? [syntax.slice(edge, edges[at + 1])] : []));
  if ([...between, ...table.parts.map(besideCells)].some((text) => !isBlank(text)) || syntax.slice(start, end).includes('<!--')) {
    throw new Refusal(l10n.t('Other text stands within the table. Please move it out first.'));
  }
  return { start, end };
}

/** What a table of markup holds in none of its cells: its caption, words between its rows, a row that is not shown. */
function besideCells({ chunk, start, end, layout, rows }: Table): string {
  const cells = layout.isMarkup === true ? rows.flatMap((row) => row.cells) : [{ start, end }];
  const edges = [start, ...cells.flatMap((cell) => [cell.start, cell.end]), end];
  const pieces = edges.flatMap((edge, at) => (at % 2 === 0 ? [chunk.text.slice(edge, edges[at + 1])] : []));
  return pieces.join('').replace(/<[^<>]*>|&nbsp;/gu, '');
}

/** The tag that ends a table of markup stands behind it. */
function endTagOf({ chunk, end, layout }: Table): string {
  return layout.isMarkup === true ? (/^<\/table\s*>/iu.exec(chunk.text.slice(end, end + longestTag))?.[0] ?? '') : '';
}

/** An end tag has room for a few blanks. */
const longestTag = 20;

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
