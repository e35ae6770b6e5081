import { normalise, spellings } from '../../forms/vocabulary.ts';
import type { FormTable, GroupDefinition, RowDefinition } from '../../forms/table.ts';
import { lineEnd, lineStart } from '../../syntax/lines.ts';
import { insertText } from '../../syntax/rewriting.ts';
import type { Cell, NewRow, Row, Spread, Table } from '../../syntax/tree.ts';
import type { BoundRow, BoundTable, Place } from '../report.ts';
import type { Edit } from './edits.ts';
import { printedGrid, type PrintedCell } from './grid.ts';

/**
 * The edits that put rows of the form, with blank figures, where the form has them: each written like another row of its
 * kind. None where rows do not stand on a line each, or no row beside tells the place.
 */
export function insertRows(table: BoundTable, rows: readonly [RowDefinition, ...RowDefinition[]]): Edit[] {
  const lines = rows.map((row) => lineOf(table, row));
  const print = printOf(table.form);
  const [first] = rows;
  const last = rows.at(-1) ?? first;
  const before = table.rows.findLast(({ definition }) => definition.index < first.index);
  const after = table.rows.find(({ definition }) => definition.index > last.index);
  const within = before && partOf(table, before);
  if (before && within?.layout.writer?.insertRows && isBeside(print, before.definition, first)) {
    return insertMerged(table, within, before, rows);
  }
  const beside = before && isBeside(print, before.definition, first) ? before : after && isBeside(print, last, after.definition) ? after : undefined;
  if (!beside || !isOnOneLine(table, beside) || lines.includes(undefined)) {
    return [];
  }
  const { chunk } = beside.label;
  const eol = /\r\n|\r|\n/u.exec(chunk.text)?.[0] ?? '\n';
  return [beside === before
    ? insertText(chunk, lineEnd(chunk.text, beside.row.end), lines.map((line) => eol + (line ?? '')).join(''))
    : insertText(chunk, lineStart(chunk.text, beside.row.start), lines.map((line) => (line ?? '') + eol).join(''))];
}

/** The edit that takes a row away with its line; none where it does not stand on a line of its own. */
export function removeRow(table: BoundTable, row: RowInPlace): Edit[] {
  const { chunk } = row.label;
  const within = partOf(table, row);
  if (within?.layout.writer?.removeRow) {
    return [...within.layout.writer.removeRow(within, row.row) ?? []];
  }
  if (!isOnOneLine(table, row)) {
    return [];
  }
  const end = lineEnd(chunk.text, row.row.end);
  const eol = /^(?:\r\n|\r|\n)/u.exec(chunk.text.slice(end, end + 2))?.[0] ?? '';
  return [{ place: { chunk, start: lineStart(chunk.text, row.row.start), end: end + eol.length }, newText: '' }];
}

interface RowInPlace {
  readonly row: Row;
  readonly label: Place;
}

/** The part of a table that a row stands in. */
function partOf({ parts }: BoundTable, { row, label: { chunk } }: RowInPlace): Table | undefined {
  return parts.find((one) => one.chunk === chunk && one.start <= row.start && row.end <= one.end);
}

/** Rows behind another one in a layout in which names of groups may reach over their rows: those reach over the new ones too. */
function insertMerged(table: BoundTable, part: Table, before: BoundRow, rows: readonly [RowDefinition, ...RowDefinition[]]): Edit[] {
  const [{ groups }] = rows;
  const fits = rows.every((row) => row.groups.every((group) => before.definition.groups.includes(group)) && row.groups.length === groups.length);
  const like = rows.map((row) => likeRow(table, part, row));
  const spreads = groups.map((group) => spreadOf(table, part, group, rows.length));
  if (!fits || like.includes(undefined) || spreads.includes(undefined)) {
    return [];
  }
  return [...part.layout.writer?.insertRows?.(part, before.row, like.flatMap((one) => one ?? []), spreads.flatMap((one) => one ?? [])) ?? []];
}

/** How a row is written that is missing: like one of the same groups or of as many, which begins none of them. */
function likeRow(table: BoundTable, part: Table, wanted: RowDefinition): NewRow | undefined {
  const isWhole = ({ row, figures, wrongCount, merged, isOdd }: BoundRow): boolean => part.rows.some(({ start }) => start === row.start)
    && figures.every(Boolean) && wrongCount === undefined && !merged && !isOdd && row.cells.every((cell) => (cell.merged?.rows ?? 1) === 1);
  const known = table.rows.filter((one) => isLike(one.definition, wanted) && isWhole(one));
  const like = known.find(({ definition }) => definition.groups.every((group, at) => group === wanted.groups[at]))
    ?? known.find(({ row, figures }) => row.cells.length === figures.length + 1);
  if (!like) {
    return undefined;
  }
  const figures = new Set(like.figures.map((figure) => figure?.cell));
  const own = like.row.cells.find((cell) => cell.start <= like.label.start && like.label.start <= cell.end);
  return { like: like.row, textOf: (cell) => (cell === own ? wanted.label : figures.has(cell) ? '' : undefined) };
}

/** How far the name of a group reaches and shall reach; nothing where it stands in a cell of one row, undefined where it is not found. */
function spreadOf(table: BoundTable, part: Table, group: GroupDefinition, count: number): readonly Spread[] | undefined {
  const present = table.rows.filter(({ definition }) => definition.groups.includes(group));
  const cell = part.rows.flatMap(({ cells }) => cells).find(({ text }) => spellings(group).includes(normalise(text)));
  if (!cell) {
    return undefined;
  }
  const isMerged = (cell.merged?.rows ?? 1) > 1 || present.length === 1;
  return isMerged ? [{ cell, from: present.length, to: present.length + count }] : [];
}

/** Whether a row stands on a line that keeps blanks between marks, in a table that is not drawn around its cells. */
function isOnOneLine(table: BoundTable, { row, label }: RowInPlace): boolean {
  const part = partOf(table, { row, label });
  const { chunk } = label;
  return part?.layout.keepsBlanks === true && part.layout.isMarkup !== true && part.drawn !== true && part.broken !== true
    && !/[\r\n]/u.test(chunk.text.slice(row.start, row.end));
}

/** The line of a missing row, made of that of another row with as many labels before it and the same columns. */
function lineOf(table: BoundTable, wanted: RowDefinition): string | undefined {
  const like = table.rows.find((one) => isLike(one.definition, wanted) && one.figures.every(Boolean) && one.wrongCount === undefined
    && !one.merged && !one.isOdd && isOnOneLine(table, one));
  if (!like) {
    return undefined;
  }
  const { row, label: { chunk, start } } = like;
  const figures = new Set(like.figures.map((figure) => figure?.cell));
  const own = row.cells.findIndex((cell) => cell.start <= start && start <= cell.end);
  const labels = groupLabels(table, wanted);
  let line = chunk.text.slice(lineStart(chunk.text, row.start), lineEnd(chunk.text, row.end));
  const from = lineStart(chunk.text, row.start);
  for (const [at, cell] of [...row.cells.entries()].reverse()) {
    const text = at === own ? wanted.label : figures.has(cell) || at > own ? '' : labels.get(cell.column) ?? '';
    line = `${line.slice(0, cell.start - from)}${refilled(chunk.text, cell, text)}${line.slice(cell.end - from)}`;
  }
  return line;
}

function isLike(one: RowDefinition, other: RowDefinition): boolean {
  const columns = ({ figures }: RowDefinition): string => figures.map(({ column }) => column.label).join();
  return one.groups.length === other.groups.length && columns(one) === columns(other);
}

/** A cell with another text, within the white space that it has. */
function refilled(source: string, { start, end }: Cell, text: string): string {
  const own = source.slice(start, end);
  const lead = /^[ \t]*/u.exec(own)?.[0] ?? '';
  const trail = /(?<![ \t])[ \t]*$/u.exec(own.slice(lead.length))?.[0] ?? '';
  return text === '' ? lead + trail : `${lead.slice(0, 1)}${text}${(trail || lead).slice(0, 1)}`;
}

/** What stands before the label in its line: the names of groups that begin with the row, where they stand nowhere yet. */
function groupLabels(table: BoundTable, wanted: RowDefinition): ReadonlyMap<number, string> {
  const text = normalise(table.parts.map(({ chunk, start, end }) => chunk.text.slice(start, end)).join('\n'));
  return new Map((printOf(table.form).get(wanted)?.labels ?? [])
    .filter((cell) => cell.text !== wanted.label && !text.includes(normalise(cell.text))).map((cell) => [cell.column, cell.text]));
}

/** The printed line of each row, with its labels; a line between two rows that has neither parts them. */
type Print = ReadonlyMap<RowDefinition, { readonly line: number; readonly labels: readonly PrintedCell[] }>;

function printOf(form: FormTable): Print {
  const { cells } = printedGrid(form);
  const figures = cells.filter(({ kind }) => kind === 'figure');
  return new Map(form.rows.map((row) => {
    const line = figures[row.figures[0]?.index ?? 0]?.row ?? 0;
    return [row, { line, labels: cells.filter((cell) => cell.kind === 'label' && cell.row === line) }];
  }));
}

/** Whether nothing but rows of the table stands between two rows as they are printed. */
function isBeside(print: Print, one: RowDefinition, other: RowDefinition): boolean {
  const distance = (print.get(other)?.line ?? 0) - (print.get(one)?.line ?? 0);
  return distance === other.index - one.index;
}
