import { normalise } from '../../../forms/vocabulary.ts';
import { greatest, least } from '../../../syntax/lists.ts';
import type { Cell, Row, Table } from '../../../syntax/tree.ts';
import { widthOf } from './grid.ts';
import { hasGrid } from '../has-grid.ts';
import type { TableLabels } from '../labels.ts';

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
    if (empty.length === 0) {
      return part;
    }
    const added = at === 0 ? 0 : width(part) - width(parts[at - 1] as Table);
    const isAdded = (column: number): boolean => column < added && empty[added - 1] === added - 1;
    const isBetween = betweenCells(part.rows, labels);
    const dropped = new Set(empty.filter((column) => isAdded(column) || isBetween(column)));
    return dropped.size === 0 ? part : { ...part, rows: without(part.rows, dropped, width(part)) };
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

/** Tells of a column whether a row has all its figures, or names columns, on both sides of it. */
function betweenCells(rows: readonly Row[], labels: TableLabels): (column: number) => boolean {
  /** By column, how far the rows reach that begin before it. */
  const reach: number[] = [];
  for (const row of rows) {
    const columns = tellingCells(row, labels).map(({ column }) => column);
    if (columns.length >= fewestHeads) {
      const behind = least(columns) + 1;
      reach[behind] = Math.max(reach[behind] ?? 0, greatest(columns));
    }
  }
  for (let column = 1; column < reach.length; column += 1) {
    reach[column] = Math.max(reach[column] ?? 0, reach[column - 1] ?? 0);
  }
  return (column) => (reach[Math.min(column, reach.length - 1)] ?? 0) > column;
}

/** The figures of a row that has all of them, the heads of one without figures. */
function tellingCells({ cells }: Row, labels: TableLabels): readonly Cell[] {
  const figures = cells.filter(({ kind }) => kind === 'figure');
  return figures.length === 0 ? cells.filter((cell) => isColumn(cell, labels)) : isFull(cells, figures, labels) ? figures : [];
}

function isFull(cells: readonly Cell[], figures: readonly Cell[], labels: TableLabels): boolean {
  const label = cells.find(({ kind, text }) => kind === 'text' && labels.rowNamed(normalise(text)) !== undefined);
  return label !== undefined && labels.rowNamed(normalise(label.text))?.row.figures.length === figures.length;
}

function isColumn({ kind, text }: Cell, labels: TableLabels): boolean {
  return kind === 'text' && labels.columnNamed(normalise(text)) !== undefined;
}

function without(rows: readonly Row[], columns: ReadonlySet<number>, all: number): Row[] {
  let count = 0;
  const before = Array.from({ length: all }, (_, column) => {
    count += columns.has(column) ? 1 : 0;
    return count;
  });
  return rows.map((row) => {
    const kept = row.cells.filter(({ column }) => !columns.has(column));
    return { ...row, cells: kept.map((cell) => ({ ...cell, column: cell.column - (before[cell.column] ?? count) })) };
  });
}
