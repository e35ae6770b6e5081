import type { BoundRow, BoundTable, Figure, Place } from '../report.ts';
import { determined, zeroAllowed } from '../arithmetic/index.ts';
import { isSameList } from '../../texts/same-list.ts';
import { memoised } from '../memo.ts';
import { visible } from '../places.ts';
import { isLacking } from './columns/lacking-columns.ts';

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
    } else if (open && isSameList(open.columns, columns) && adjoin(table, open.last, row)) {
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

/** Whether there are figures that lack a number, and all of them could be 0 at once. */
export function mayBeZero(table: BoundTable, lacking: readonly Figure[]): boolean {
  return lacking.length > 0 && zeroAllowed(table.form.system, table.values, lacking.map(({ definition }) => definition.index));
}

/** The blanks of a table. */
export function blanksOf(table: BoundTable): Figure[] {
  return table.rows.flatMap((row) => blanksAt(row, blanksIn(table, row)));
}

/** What the identities leave no choice about, by index of the figure. */
export const determinedIn = memoised(({ form, values }: BoundTable): ReadonlyMap<number, number> => determined(form.system, values));

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
