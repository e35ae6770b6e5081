import type { FigureDefinition, FormTable, RowDefinition } from '../../../forms/table.ts';
import { readNumber } from '../../../syntax/number.ts';
import { displayWidth } from '../../../syntax/text.ts';
import type { Cell, Table } from '../../../syntax/tree.ts';
import { evaluate, type IdentityState } from '../../arithmetic/index.ts';
import type { Candidate } from '../rows/candidate.ts';
import type { TableLabels } from '../labels.ts';
import { greatest, least } from '../../../syntax/lists.ts';

/** A narrow page breaks a row once or twice; more breaks come from cells read out of their order. */
const fewestLines = 3;

/**
 * Whether figures that were put together from several lines of a page may belong to different rows: they are read for
 * certain only where the row's own identities hold.
 */
export function isDoubtful(row: RowDefinition, candidate: Candidate, cells: readonly (Cell | undefined)[], labels: TableLabels): boolean {
  return areDoubtful([row], candidate.part, cells, labels)
    || (holdCellOfTwoLines(candidate) && new Set(cells.map((cell) => cell?.text.trim())).size > 1);
}

/**
 * Whether figures on a line of their own stand before the last of those above, and behind the beginning of the row: a cell holds two lines
 * there, and which columns the others belong to is not known. What a page breaks off begins again at the beginning of the line.
 */
function holdCellOfTwoLines({ part: { layout, chunk }, row, figures }: Candidate): boolean {
  const next = figures.findIndex((cell, at) => at > 0 && linesBetween(chunk.text.slice((figures[at - 1] as Cell).end, cell.start)) > 0);
  if (layout.columnsByPosition !== true || layout.keepsBlanks || next < 0) {
    return false;
  }
  const words = row.cells.find(({ kind, end }) => kind === 'text' && end <= (figures[0]?.start ?? 0));
  const below = figures.slice(next);
  return words !== undefined && startOf(below[0] as Cell) > startOf(words)
    && below.some((cell) => startOf(cell) < (figures[next - 1] as Cell).column);
}

/** Whether figures that room parts go on in a line below with some that stand before the last: cells of two lines may be among them. */
export function goOnBelow({ layout, chunk }: Table, cells: readonly Cell[]): boolean {
  const next = cells.findIndex((cell, at) => at > 0 && linesBetween(chunk.text.slice((cells[at - 1] as Cell).end, cell.start)) > 0);
  const above = cells.slice(0, Math.max(0, next));
  return layout.columnsByPosition === true && !layout.keepsBlanks && above.length > 1
    && above.every((cell, at) => at === 0 || startOf(cell) - (above[at - 1] as Cell).column > 1)
    && cells.slice(above.length).some((cell) => startOf(cell) < (above.at(-1) as Cell).column);
}

/** The column in which a figure begins, where its own is the one behind it. */
function startOf({ column, text }: Cell): number {
  return column - displayWidth(text);
}

/** The same of rows that stand side by side. */
export function areDoubtful(rows: readonly RowDefinition[], part: Table, cells: readonly (Cell | undefined)[], labels: TableLabels): boolean {
  if (!part.layout.rowsWrap) {
    return false;
  }
  const found = cells.filter((cell) => cell !== undefined);
  const start = least(found.map((cell) => cell.start));
  const end = greatest(found.map((cell) => cell.end));
  if (found.length === 0 || linesBetween(part.chunk.text.slice(start, end)) < fewestLines) {
    return false;
  }
  return statesOf(rows.flatMap((row) => row.figures), cells, labels.table).some((state) => state !== 'holds');
}

/** Several figures in one cell. */
const severalFigures = /^\s*[-+]?\d[\d.,]*(?:\s+[-+]?\d[\d.,]*)+\s*$/u;

/** Two figures that a converter ran together: no number begins with a 0 before another digit. */
const runTogether = /^\s*0\d/u;

/**
 * Whether a row of a drawn table has figures and is blank in its last place, or any row two figures in a cell and a blank that is
 * not beside it: the figures may stand in the places of their neighbours. A frame is filled up at the end of a row that has lost
 * a cell; behind blanks that stand before its last figure, no figure has moved.
 */
export function mayHaveSlipped({ drawn }: Table, cells: readonly (Cell | undefined)[]): boolean {
  const isFilled = (cell: Cell | undefined): boolean => cell !== undefined && cell.kind !== 'blank';
  const isDouble = (cell: Cell | undefined): boolean => cell !== undefined && severalFigures.test(cell.text);
  const hasBlankApart = cells.some((cell, at) => !isFilled(cell) && !isDouble(cells[at - 1]) && !isDouble(cells[at + 1]));
  const last = cells.reduce((one, other) => (one && other && other.column > one.column ? other : one), cells[0]);
  return (drawn === true && cells.some(isFilled) && (cells.includes(undefined) || !isFilled(last))) || (cells.some(isDouble) && hasBlankApart);
}

/** So many figures above nought before another one make that their sum. */
const fewestParts = 2;

/**
 * Whether the last figure of a row stands before the blank place of its total and is as much as all others or more, of which
 * none is blank, or two figures stand in one cell: a cell is lost, and all behind it stand one place before their own.
 */
export function mayHaveMovedUp({ figures }: RowDefinition, cells: readonly (Cell | undefined)[], { system }: FormTable): boolean {
  if (cells.at(-1)?.kind !== 'blank') {
    return false;
  }
  const last = figures.at(-1)?.index ?? -1;
  const own = new Set(figures.map(({ index }) => index));
  const isSummed = system.identities.some(({ left, right }) =>
    [...left, ...right].every((index) => own.has(index)) && [left, right].some((side) => side.length === 1 && side[0] === last));
  const values = cells.slice(0, -1).map((cell) => readNumber(cell?.text ?? '').value);
  if (isSummed && cells.some((cell) => cell !== undefined && (severalFigures.test(cell.text) || runTogether.test(cell.text)))) {
    return true;
  }
  if (!isSummed || values.includes(null)) {
    return false;
  }
  const before = values.slice(0, -1).reduce<number>((sum, value) => sum + (value ?? 0), 0);
  return values.slice(0, -1).filter((value) => value !== 0).length >= fewestParts && (values.at(-1) ?? 0) >= before;
}

/** Whether the cells of some figures break an identity that binds no others. */
export function breaksOwn(figures: readonly FigureDefinition[], cells: readonly (Cell | undefined)[], table: FormTable): boolean {
  return statesOf(figures, cells, table).includes('broken');
}

/** Whether the cells of some figures bear out identities that bind no others. */
export function holdsOwn(figures: readonly FigureDefinition[], cells: readonly (Cell | undefined)[], table: FormTable): boolean {
  const states = statesOf(figures, cells, table);
  return states.length > 0 && states.every((state) => state === 'holds');
}

/** The states of the identities that bind figures of these only. */
function statesOf(figures: readonly FigureDefinition[], cells: readonly (Cell | undefined)[], { system }: FormTable): IdentityState[] {
  const values = new Array<number | null>(system.size).fill(null);
  figures.forEach((figure, at) => (values[figure.index] = readNumber(cells[at]?.text ?? '').value));
  const own = new Set(figures.map(({ index }) => index));
  const states = evaluate(system, values);
  return system.identities.filter(({ left, right }) => [...left, ...right].every((index) => own.has(index)))
    .map(({ index }) => states[index] as IdentityState);
}

function linesBetween(text: string): number {
  return text.split(/\r\n|\r|\n/u).length - 1;
}
