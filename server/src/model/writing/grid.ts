import type { BlockData, RowData, RowGroupData } from '../../forms/form.ts';
import type { FormTable } from '../../forms/table.ts';
import type { TextCell, TextGrid } from '../../syntax/text-grid.ts';

/** A cell of a table of the form as it is printed; figures are blank. */
export interface PrintedCell extends TextCell {
  /** `heading`: the line above a block; `corner`, `header`: above the figures; `label`: beside them. */
  readonly kind: 'heading' | 'corner' | 'header' | 'label' | 'figure';
}

export interface PrintedGrid extends TextGrid {
  readonly cells: readonly PrintedCell[];
}

/** The empty table of a form as a grid. */
export function printedGrid(table: FormTable): PrintedGrid {
  const cells = table.data.arrangement === 'across' ? printAcross(table) : printDown(table);
  const width = Math.max(...cells.map((cell) => cell.column + cell.columnSpan));
  const height = Math.max(...cells.map((cell) => cell.row + cell.rowSpan));
  return { width, height, cells: cells.sort((one, other) => one.row - other.row || one.column - other.column) };
}

function printDown(table: FormTable): PrintedCell[] {
  const { blocks, corner } = table.data;
  const width = Math.max(...blocks.map((block) => depthOf(block.rows) + block.columns.length));
  const cells: PrintedCell[] = [];
  let row = 0;
  for (const block of blocks) {
    if (block.heading !== undefined) {
      cells.push({ row, column: 0, rowSpan: 1, columnSpan: width, text: block.heading, kind: 'heading' });
      row += 1;
    }
    const labels = depthOf(block.rows);
    const header = headerHeight(block);
    cells.push({ row, column: 0, rowSpan: header, columnSpan: labels, text: block.corner ?? corner ?? '', kind: 'corner' });
    cells.push(...printHeader(block, { row, column: labels, height: header, width }));
    row += header;
    row += printRows(block.rows, { row, column: 0, labels, block, width }, cells);
  }
  return cells;
}

interface HeaderPlace {
  readonly row: number;
  readonly column: number;
  readonly height: number;
  readonly width: number;
}

/** Column labels below the groups that they stand in; neighbours in one group share its cell. */
function printHeader({ columns }: BlockData, { row, column: first, height, width }: HeaderPlace): PrintedCell[] {
  const cells: PrintedCell[] = [];
  columns.forEach(({ label, groups = [] }, at) => {
    const column = first + at;
    const columnSpan = at === columns.length - 1 ? width - column : 1;
    groups.forEach((text, level) => {
      const shares = (other: number): boolean => columns[other]?.groups?.slice(0, level + 1).join() === groups.slice(0, level + 1).join();
      if (!shares(at - 1)) {
        let end = at + 1;
        while (end < columns.length && shares(end)) {
          end += 1;
        }
        cells.push({ row: row + level, column, rowSpan: 1, columnSpan: end - at, text, kind: 'header' });
      }
    });
    cells.push({ row: row + groups.length, column, rowSpan: height - groups.length, columnSpan, text: label, kind: 'header' });
  });
  return cells;
}

interface RowsPlace {
  readonly row: number;
  readonly column: number;
  /** Number of label columns. */
  readonly labels: number;
  readonly block: BlockData;
  readonly width: number;
}

/** Adds rows, each group's label beside its rows; gives the number of rows. */
function printRows(nodes: readonly (RowData | RowGroupData)[], place: RowsPlace, cells: PrintedCell[]): number {
  let count = 0;
  for (const node of nodes) {
    const row = place.row + count;
    if ('rows' in node) {
      const inner = printRows(node.rows, { ...place, row, column: place.column + 1 }, cells);
      cells.push({ row, column: place.column, rowSpan: inner, columnSpan: 1, text: node.label, kind: 'label' });
      count += inner;
    } else {
      cells.push({ row, column: place.column, rowSpan: 1, columnSpan: place.labels - place.column, text: node.label, kind: 'label' });
      cells.push(...blanks(row, place));
      count += 1;
    }
  }
  return count;
}

function blanks(row: number, { labels, block, width }: RowsPlace): PrintedCell[] {
  return block.columns.map((_, at) => {
    const columnSpan = at === block.columns.length - 1 ? width - labels - at : 1;
    return { row, column: labels + at, rowSpan: 1, columnSpan, text: '', kind: 'figure' };
  });
}

/** Rows side by side: the path to each row above its columns, and one line of blanks. */
function printAcross(table: FormTable): PrintedCell[] {
  const paths = table.rows.map((row) => [...row.groups, row].map(({ label }) => label));
  const header = Math.max(...paths.map((path) => path.length)) + 1;
  const cells: PrintedCell[] = [];
  let column = 0;
  table.rows.forEach((row, at) => {
    const { columns } = row.block;
    const path = paths[at] ?? [];
    path.forEach((text, level) => {
      const shares = (other: number): boolean => paths[other]?.slice(0, level + 1).join() === path.slice(0, level + 1).join();
      if (!shares(at - 1)) {
        const columnSpan = columns.length * paths.filter((_, other) => other >= at && shares(other)).length;
        cells.push({ row: level, column, rowSpan: 1, columnSpan, text, kind: 'header' });
      }
    });
    columns.forEach(({ label }, index) => {
      cells.push({ row: path.length, column: column + index, rowSpan: header - path.length, columnSpan: 1, text: label, kind: 'header' });
      cells.push({ row: header, column: column + index, rowSpan: 1, columnSpan: 1, text: '', kind: 'figure' });
    });
    column += columns.length;
  });
  return cells;
}

function depthOf(nodes: readonly (RowData | RowGroupData)[]): number {
  return Math.max(...nodes.map((node) => ('rows' in node ? 1 + depthOf(node.rows) : 1)));
}

function headerHeight({ columns }: BlockData): number {
  return Math.max(...columns.map(({ groups }) => (groups?.length ?? 0) + 1));
}
