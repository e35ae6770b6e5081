import type { Cell, Row, Table } from './content.ts';

/** A row of a table laid on its grid: a cell stands at its first place, undefined at the others that it covers. */
type GridRow = readonly (Cell | undefined)[];

/** Lines of the grid so near to each other, in twentieths of a point, are one that was dragged. */
const nearest = 60;

/** The rows of a table on the lines at which cells begin, so that what stands below each other has the same column. */
export function gridRows(table: Table): GridRow[] {
  const lines = snapped(table) ?? ((line: number) => line);
  const placed = table.rows.map((row) => placeCells(row, lines));
  const columns = [...new Set(placed.flatMap(({ cells }) => cells.map(({ column }) => column)))].sort((one, other) => one - other);
  const indexes = new Map(columns.map((column, index) => [column, index]));
  return placed.map(({ cells, end }) => {
    const row: (Cell | undefined)[] = [];
    for (const { column, cell } of cells) {
      const index = indexes.get(column) ?? row.length;
      while (row.length < index) {
        row.push(undefined);
      }
      row.push(cell);
    }
    const width = columns.filter((column) => column < end).length;
    while (row.length < width) {
      row.push(undefined);
    }
    return row;
  });
}

interface PlacedCell {
  readonly column: number;
  readonly cell: Cell;
}

function placeCells(row: Row, lines: (line: number) => number): { cells: PlacedCell[]; end: number } {
  let line = row.before;
  const cells = row.cells.map((cell) => {
    const column = lines(line);
    line += cell.span;
    return { column, cell };
  });
  return { cells, end: lines(line) };
}

/** Each line of the grid by the first of those near to it; undefined where a cell would vanish by that. */
function snapped(table: Table): ((line: number) => number) | undefined {
  const { widths } = table;
  const used = table.rows.reduce((most, { before, cells }) => Math.max(most, cells.reduce((sum, { span }) => sum + span, before)), 0);
  if (widths.length < used || widths.some((width) => !(width >= 0))) {
    return undefined;
  }
  const lines = [0];
  let position = 0;
  let last = 0;
  widths.forEach((width, index) => {
    position += width;
    if (position - last >= nearest) {
      last = position;
      lines.push(index + 1);
    } else {
      lines.push(lines[index] as number);
    }
  });
  const lineAt = (line: number): number => lines[line] ?? line;
  const keepsAll = table.rows.every((row) => {
    const { cells, end } = placeCells(row, lineAt);
    return cells.every(({ column }, index) => column < (cells[index + 1]?.column ?? end));
  });
  return keepsAll ? lineAt : undefined;
}
