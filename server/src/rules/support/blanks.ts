import { determined, zeroAllowed } from '../../model/arithmetic/index.ts';
import type { BoundRow, BoundTable, Figure, Place } from '../../model/report.ts';
import type { Table } from '../../syntax/tree.ts';
import type { Edit, FigureValues } from '../rule.ts';
import { isLacking } from './columns.ts';
import { replaceText } from './edits.ts';
import { placesOf } from './figures.ts';
import { memoised } from './memo.ts';
import { visible } from './places.ts';

/** Adjoining rows with the same columns that lack a number. */
export interface Run {
  readonly rows: readonly BoundRow[];
  /** Indexes of the columns. */
  readonly columns: readonly number[];
  /** Their cells in the first row. */
  readonly place: Place;
}

/** The blanks of a table. */
export function blankRuns(table: BoundTable): Run[] {
  return runsOf(table, (row) => blanksIn(table, row));
}

/** Adjoining rows of which the same columns are meant. Rows side by side do not adjoin; a total without any parts nothing. */
export function runsOf(table: BoundTable, columnsIn: (row: BoundRow) => readonly number[]): Run[] {
  const runs: Run[] = [];
  let open: { readonly columns: readonly number[]; readonly last: BoundRow; readonly rows: BoundRow[] } | undefined;
  for (const row of table.rows) {
    const columns = columnsIn(row);
    if (columns.length === 0) {
      open = open && isTotalRow(table, row) ? { ...open, last: row } : undefined;
    } else if (open && isSame(open.columns, columns) && adjoin(table, open.last, row)) {
      open.rows.push(row);
      open = { ...open, last: row };
    } else {
      open = { columns, last: row, rows: [row] };
      runs.push({ columns, rows: open.rows, place: placeOf(row, columns) });
    }
  }
  return runs;
}

const none: readonly number[] = [];

/** The blank columns of a row; all of them where it has no figures at all. */
function blanksIn(table: BoundTable, row: BoundRow): readonly number[] {
  const { figures, wrongCount } = row;
  let blanks: number[] | undefined;
  let found = false;
  for (let at = 0; at < figures.length; at += 1) {
    const figure = figures[at];
    found ||= figure !== undefined;
    if (figure?.state === 'blank' && !isLacking(table, row, at)) {
      (blanks ??= []).push(at);
    }
  }
  return found || wrongCount !== undefined || isCutOff(table, row) ? (blanks ?? none) : figures.map((_, at) => at);
}

/** Whether nothing of the table is left behind a row. */
function isCutOff({ form, missingRows }: BoundTable, { definition }: BoundRow): boolean {
  const behind = form.rows.slice(definition.index + 1);
  return behind.length > 0 && behind.every((row) => missingRows.includes(row));
}

function isSame(one: readonly number[], other: readonly number[]): boolean {
  return one.length === other.length && one.every((column, at) => column === other[at]);
}

function isTotalRow({ form }: BoundTable, { definition }: BoundRow): boolean {
  return definition.figures.every(({ index }) => form.system.isTotal[index] === true);
}

function adjoin({ form }: BoundTable, above: BoundRow, below: BoundRow): boolean {
  return form.data.arrangement === 'down' && above.definition.block === below.definition.block;
}

/** The blank figures of a run, row by row; none where the layout lost their cells. */
export function figuresOf({ rows, columns }: Run): Figure[] {
  return rows.flatMap((row) => blanksAt(row, columns));
}

function blanksAt({ figures }: BoundRow, columns: readonly number[]): Figure[] {
  return columns.flatMap((at) => figures[at] ?? []);
}

function placeOf(row: BoundRow, columns: readonly number[]): Place {
  const blanks = blanksAt(row, columns);
  const first = blanks[0];
  const last = blanks.at(-1);
  return first && last ? visible({ place: { ...first.place, end: Math.max(first.place.end, last.place.end) } }) : row.label;
}

/** Edits that put 0 into blanks (by default all of the table) or for signs that stand for none; none where an identity forbids it. */
export function zeroEdits(table: BoundTable, lacking: readonly Figure[] = blanksOf(table)): Edit[] {
  return mayBeZero(table, lacking) ? lacking.flatMap((figure) => writeValue(table, figure, '0')) : [];
}

/** Whether there are figures that lack a number, and all of them could be 0 at once. */
export function mayBeZero(table: BoundTable, lacking: readonly Figure[]): boolean {
  return lacking.length > 0 && zeroAllowed(table.form.system, table.values, lacking.map(({ definition }) => definition.index));
}

/** The blanks of a table. */
export function blanksOf(table: BoundTable): Figure[] {
  return table.rows.flatMap((row) => blanksAt(row, blanksIn(table, row)));
}

function writeValue(table: BoundTable, figure: Figure, value: string): Edit[] {
  return figure.state === 'blank' ? fillBlank(table, figure, value) : placesOf(figure, table).flatMap((place) => replaceText(place, value));
}

/** Edits that put in what the identities leave no choice about, where it is not 0. */
export function determinedEdits(table: BoundTable, blanks: readonly Figure[]): { readonly edits: Edit[]; readonly sets: FigureValues } {
  const known = determinedIn(table);
  const told = blanks.flatMap((figure) => {
    const value = known.get(figure.definition.index);
    return value === undefined ? [] : [{ figure, value }];
  });
  const isWorth = told.some(({ value }) => value !== 0);
  return {
    edits: isWorth ? told.flatMap(({ figure, value }) => writeValue(table, figure, String(value))) : [],
    sets: Object.fromEntries(told.map(({ figure, value }) => [figure.definition.id, value])),
  };
}

const determinedIn = memoised(({ form, values }: BoundTable): ReadonlyMap<number, number> => determined(form.system, values));

/** What may be said to belong into the blanks of a run: 0, the values that the identities leave, or nothing for certain. */
export function contentOf(table: BoundTable, { rows, columns }: Run): 'zero' | 'unknown' | readonly number[] {
  const { system } = table.form;
  const blanks = rows.flatMap(({ definition }) => columns.flatMap((at) => definition.figures[at]?.index ?? []));
  const values = blanks.flatMap((index) => determinedIn(table).get(index) ?? []);
  if (values.length === blanks.length && values.some((value) => value !== 0)) {
    return values;
  }
  return zeroAllowed(system, table.values, blanks) ? 'zero' : 'unknown';
}

/** Puts a value into a blank place, with as much white space around it as the layout has. */
export function fillBlank({ parts }: BoundTable, { place, cell }: Figure, value: string): Edit[] {
  const part = parts.find(({ chunk, start, end }: Table) => chunk === place.chunk && start <= cell.start && cell.end <= end);
  const source = place.chunk.text.slice(place.start, place.end);
  if (part?.layout === 'html') {
    return [{ place: inner(place, source), newText: value }];
  }
  const isPadded = part?.layout === 'pipe' && /^ +$/u.test(source);
  return [{ place, newText: isPadded ? ` ${value}`.padEnd(Math.max(source.length, value.length + 2)) : value }];
}

const hiding = /\bhidden\b|display\s*:\s*none|mso-hide/iu;

/** The innermost place of a blank HTML cell, so that its markup stays; before what the page does not show. */
function inner({ chunk, start, end }: Place, source: string): Place {
  if (hiding.test(source)) {
    return { chunk, start, end: start };
  }
  const close = source.indexOf('</');
  if (close < 0) {
    return { chunk, start, end: source.includes('<!--') ? start : end };
  }
  const from = source.lastIndexOf('>', close) + 1;
  return { chunk, start: start + from, end: start + close };
}
