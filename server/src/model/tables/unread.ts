import type { Cell, Row, Table } from '../../syntax/tree.ts';
import type { BoundRow, StrayRow } from '../report.ts';

/** What a table was read as, as far as it matters which of its figures were. */
interface Read {
  readonly rows: readonly BoundRow[];
  readonly strays: readonly StrayRow[];
  readonly missingRows: readonly unknown[];
  /** How many figures a row wants; by default as many as the form's. */
  readonly wanted?: number;
}

/**
 * Whether figures stand in a table that belong to no cell of the form for certain, while cells of the form are without
 * one: then they may be theirs, and nothing can be said to be missing or blank.
 */
export function leavesUnread(parts: readonly Table[], read: Read): boolean {
  return lacksFigures(read) && parts.some((part) => part.rows.length > 0 && unreadIn(part, read));
}

/** Whether a row of the form is not there, or without any of its figures. */
function lacksFigures({ rows, missingRows }: Read): boolean {
  return missingRows.length > 0 || rows.some(({ figures }) => figures.every((figure) => figure === undefined));
}

function unreadIn(part: Table, { rows, strays, wanted }: Read): boolean {
  const explained = new Set<Cell>();
  const explain = (row: Row): void => row.cells.forEach((cell) => explained.add(cell));
  for (const row of rows) {
    const isShort = row.wrongCount !== undefined && (part.keepsBlanks || row.wrongCount < (wanted ?? row.definition.figures.length));
    if (isShort || row.figures.some((figure) => figure !== undefined)) {
      explain(row.row);
    }
  }
  strays.filter(({ kind }) => part.keepsBlanks || kind !== 'unknown').forEach(({ row }) => explain(row));
  return part.rows.some((row) => row.cells.some((cell) => isNumeral(cell) && !explained.has(cell)));
}

/** A number that is no year of a head. */
function isNumeral({ kind, text }: Cell): boolean {
  return kind === 'figure' && /[\d０-９]/u.test(text) && !/^\s*(?:19|20)\d\d\s*$/u.test(text);
}
