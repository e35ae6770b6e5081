/** A cell of a table that is to be written, with its spans. */
export interface TextCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly text: string;
}

/** A table that is to be written, its cells in the order of reading. */
export interface TextGrid {
  readonly width: number;
  readonly height: number;
  readonly cells: readonly TextCell[];
}

/** A place of the grid: the cell that starts there or reaches over it. */
interface Slot {
  readonly cell: TextCell | undefined;
  readonly row: number;
  readonly column: number;
}

/** All places, row by row. */
export function slotsOf({ width, height, cells }: TextGrid): Slot[][] {
  const slots = Array.from({ length: height }, (_row, row) => Array.from({ length: width }, (_, column): Slot => ({ cell: undefined, row, column })));
  for (const cell of cells) {
    for (let row = cell.row; row < cell.row + cell.rowSpan; row += 1) {
      for (let column = cell.column; column < cell.column + cell.columnSpan; column += 1) {
        const line = slots[row];
        if (line) {
          line[column] = { cell, row, column };
        }
      }
    }
  }
  return slots;
}

/** What stands in a place where merged cells keep an empty one for each place that they cover. */
export function ownText({ cell, row, column }: Slot): string {
  return cell && cell.row === row && cell.column === column ? cell.text : '';
}
