import { normalise } from '../../forms/vocabulary.ts';
import type { Cell, Row, Table } from '../../syntax/tree.ts';
import type { TableLabels } from './labels.ts';

/** So many labels of rows in one row of the text mean that the table lies on its side. */
const fewestHeads = 3;
const fewestColumns = 4;

/** A part as the form has it: turned where rows and columns are exchanged, else as it is. */
export function upright(part: Table, labels: TableLabels): Table {
  return turned(part, labels) ?? part;
}

/** The part with its columns as rows, where its header names rows of the form and its rows name columns. */
function turned(part: Table, labels: TableLabels): Table | undefined {
  const header = part.rows.find((row) => row.cells.filter((cell) => isRow(cell, labels)).length >= fewestHeads);
  if (!part.layout.keepsBlanks || !header) {
    return undefined;
  }
  const columns: Row[] = [];
  for (const row of part.rows) {
    const at = row.cells[0]?.kind === 'text' ? labels.columnNamed(normalise(row.cells[0].text)) : undefined;
    if (at !== undefined && row.cells.length === header.cells.length) {
      columns[at] = row;
    }
  }
  const width = labels.table.rows[0]?.figures.length ?? 0;
  if (width < fewestColumns || columns.length !== width || columns.includes(undefined as never)) {
    return undefined;
  }
  const rows = header.cells.flatMap((head, at) => (at === 0 ? [] : [rowOf([head, ...columns.map((row) => row.cells[at] as Cell)])]));
  return { ...part, rows };
}

function isRow(cell: Cell, labels: TableLabels): boolean {
  return cell.kind === 'text' && labels.rowNamed(normalise(cell.text)) !== undefined;
}

function rowOf(cells: readonly Cell[]): Row {
  return { cells: cells.map((cell, column) => ({ ...cell, column })), start: cells[0]?.start ?? 0, end: cells.at(-1)?.end ?? 0 };
}
