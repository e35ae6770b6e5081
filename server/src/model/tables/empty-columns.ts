import { normalise } from '../../forms/vocabulary.ts';
import { greatest } from '../../syntax/lists.ts';
import type { Cell, Row, Table } from '../../syntax/tree.ts';
import { hasGrid, widthOf } from './grid.ts';
import type { TableLabels } from './labels.ts';

/** So many heads in a row show that it names columns. */
const fewestHeads = 2;

/**
 * The parts of a table without columns that a page break or a converter adds: those empty throughout among a part's figures, for
 * rows that end before one would seem to be as wide as those that reach over it, and those before a part that make it wider than
 * the one that it goes on with.
 */
export function withoutEmptyColumns(parts: readonly Table[], labels: TableLabels): Table[] {
  return parts.map((part, at) => {
    const empty = hasGrid(part) && part.drawn !== true ? emptyColumns(part) : [];
    const added = at === 0 || empty.length === 0 ? 0 : width(part) - width(parts[at - 1] as Table);
    const isAdded = (column: number): boolean => column < added && empty[added - 1] === added - 1;
    const dropped = empty.filter((column) => isAdded(column) || part.rows.some((row) => spans(row, column, labels)));
    return dropped.length === 0 ? part : { ...part, rows: part.rows.map((row) => without(row, dropped)) };
  });
}

function width({ rows }: Table): number {
  return Math.max(0, greatest(rows.map(widthOf)));
}

/** The columns with a cell and nothing but blank ones, of which none is merged. */
function emptyColumns({ rows }: Table): number[] {
  const states: ('empty' | 'filled' | undefined)[] = [];
  for (const { cells } of rows) {
    for (const { kind, column, merged } of cells) {
      const end = column + (merged?.columns ?? 1);
      for (let at = column; at < end; at += 1) {
        states[at] = kind === 'blank' && merged === undefined ? states[at] ?? 'empty' : 'filled';
      }
    }
  }
  return states.flatMap((state, column) => (state === 'empty' ? [column] : []));
}

/** Whether a row has all its figures, or names columns, on both sides of a column. */
function spans({ cells }: Row, column: number, labels: TableLabels): boolean {
  const figures = cells.filter(({ kind }) => kind === 'figure');
  return figures.length > 0 ? standAround(figures, column) && isFull(cells, figures, labels) : standAround(cells.filter((cell) => isColumn(cell, labels)), column);
}

function standAround(cells: readonly Cell[], column: number): boolean {
  return cells.length >= fewestHeads && cells.some((cell) => cell.column < column) && cells.some((cell) => cell.column > column);
}

function isFull(cells: readonly Cell[], figures: readonly Cell[], labels: TableLabels): boolean {
  const label = cells.find(({ kind, text }) => kind === 'text' && labels.rowNamed(normalise(text)) !== undefined);
  return label !== undefined && labels.rowNamed(normalise(label.text))?.row.figures.length === figures.length;
}

function isColumn({ kind, text }: Cell, labels: TableLabels): boolean {
  return kind === 'text' && labels.columnNamed(normalise(text)) !== undefined;
}

function without(row: Row, columns: readonly number[]): Row {
  const kept = row.cells.filter(({ column }) => !columns.includes(column));
  return { ...row, cells: kept.map((cell) => ({ ...cell, column: cell.column - columns.filter((column) => column < cell.column).length })) };
}
