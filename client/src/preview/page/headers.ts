import type { FormCell, FormTableView } from '../../../../server/src/lsp/protocol.ts';

/** A cell of the printed grid with the row that it starts in. */
interface PlacedCell {
  readonly row: number;
  readonly cell: FormCell;
}

/** The labels beside a figure's cell and those above it in the same block, in the order of the grid. */
export function headersOf({ rows }: Pick<FormTableView, 'rows'>, row: number, { column, columnSpan }: FormCell): PlacedCell[] {
  const start = Math.max(0, rows.findLastIndex((cells, at) => at < row && cells.some(({ kind }) => kind === 'heading')));
  return rows.slice(start, row + 1).flatMap((cells, down) => cells.map((cell) => ({ row: start + down, cell }))).filter((one) => {
    switch (one.cell.kind) {
      case 'heading': return true;
      case 'header': return one.cell.column < column + columnSpan && column < one.cell.column + one.cell.columnSpan;
      case 'label': return one.row <= row && row < one.row + one.cell.rowSpan;
      default: return false;
    }
  });
}
