import type { RowDefinition } from '../../forms/table.ts';
import { readNumber } from '../../syntax/number.ts';
import type { Cell, Table } from '../../syntax/tree.ts';
import { evaluate } from '../arithmetic/index.ts';
import type { Candidate } from './candidates.ts';
import type { TableLabels } from './labels.ts';

/** A narrow page breaks a row once or twice; more breaks come from cells read out of their order. */
const fewestLines = 3;

/**
 * Whether figures that were put together from several lines of a page may belong to different rows: they are read for
 * certain only where the row's own identities hold.
 */
export function isDoubtful(row: RowDefinition, { part }: Candidate, cells: readonly (Cell | undefined)[], labels: TableLabels): boolean {
  return areDoubtful([row], part, cells, labels);
}

/** The same of rows that stand side by side. */
export function areDoubtful(rows: readonly RowDefinition[], part: Table, cells: readonly (Cell | undefined)[], labels: TableLabels): boolean {
  const found = cells.filter((cell) => cell !== undefined);
  const start = Math.min(...found.map((cell) => cell.start));
  const end = Math.max(...found.map((cell) => cell.end));
  if (part.layout !== 'spaces' || found.length === 0 || linesBetween(part.chunk.text.slice(start, end)) < fewestLines) {
    return false;
  }
  const { system } = labels.table;
  const values = new Array<number | null>(system.size).fill(null);
  rows.flatMap((row) => row.figures).forEach((figure, at) => (values[figure.index] = readNumber(cells[at]?.text ?? '').value));
  const states = evaluate(system, values);
  const own = system.identities.filter((identity) => [...identity.left, ...identity.right].every((index) =>
    rows.some((row) => labels.table.figures[index]?.row === row)));
  return own.some((identity) => states[identity.index] !== 'holds');
}

function linesBetween(text: string): number {
  return text.split(/\r\n|\r|\n/u).length - 1;
}
