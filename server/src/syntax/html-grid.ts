import { greatest } from './lists.ts';
import type { Cell } from './tree.ts';

/** Rows of cells with their columns, as their tags say. */
type Grid = readonly (readonly Cell[])[];

/** So many rows of a table have its width. */
const leastShare = 0.6;

/**
 * The rows of a table in which tags of rows may be lost: one that goes on behind the table's width with another full row is
 * two, and no cell from above reaches into a row that is full without it. Anything else stays as it is.
 */
export function withLostRows(rows: Grid): Grid {
  const ends = rows.map((row) => Math.max(0, greatest(row.map((cell) => cell.column + columnsOf(cell)))));
  const width = widthOfMost(ends);
  return width > 0 && ends.some((end) => end > width) ? new Placer(width).place(rows) : rows;
}

/** The width of most rows; 0 where they differ too much to tell. */
function widthOfMost(ends: readonly number[]): number {
  const counts = new Map<number, number>();
  ends.forEach((end) => counts.set(end, (counts.get(end) ?? 0) + 1));
  const [width, count] = [...counts].sort((one, other) => other[1] - one[1])[0] ?? [0, 0];
  return count >= ends.length * leastShare ? width : 0;
}

function columnsOf({ merged }: Cell): number {
  return merged?.columns ?? 1;
}

/** Gives cells their columns again, row by row. */
class Placer {
  readonly #width: number;
  /** By column, how many further rows a cell from above reaches into. */
  #reach: number[];

  constructor(width: number) {
    this.#width = width;
    this.#reach = new Array<number>(width).fill(0);
  }

  place(rows: Grid): Grid {
    return rows.flatMap((row) => {
      const parts = this.#partsOf(row);
      parts?.forEach((part) => this.#advance(part));
      if (!parts) {
        this.#advance(row);
      }
      return parts ?? [row];
    });
  }

  /** The full rows that a row is; undefined where it is none. */
  #partsOf(row: readonly Cell[]): (readonly Cell[])[] | undefined {
    if (widthOf(row) === this.#width) {
      return [this.#placed(row, [])];
    }
    const parts: Cell[][] = [];
    let reach = this.#reach;
    let part: Cell[] = [];
    for (const cell of row) {
      part.push(cell);
      if (widthOf(part) + reach.filter((rows) => rows > 0).length === this.#width) {
        const placed = this.#placed(part, reach);
        parts.push(placed);
        reach = reachBehind(placed, reach);
        part = [];
      }
    }
    return part.length === 0 && parts.length > 0 ? parts : undefined;
  }

  /** The cells in the columns that are free. */
  #placed(row: readonly Cell[], reach: readonly number[]): Cell[] {
    let column = 0;
    return row.map((cell) => {
      while ((reach[column] ?? 0) > 0) {
        column += 1;
      }
      const placed = { ...cell, column };
      column += columnsOf(cell);
      return placed;
    });
  }

  #advance(row: readonly Cell[]): void {
    this.#reach = reachBehind(row, widthOf(row) === this.#width ? [] : this.#reach);
  }
}

function widthOf(row: readonly Cell[]): number {
  return row.reduce((sum, cell) => sum + columnsOf(cell), 0);
}

/** What reaches into the row behind one. */
function reachBehind(row: readonly Cell[], reach: readonly number[]): number[] {
  const next = reach.map((rows) => Math.max(0, rows - 1));
  for (const { column, merged } of row) {
    for (let at = column; at < column + (merged?.columns ?? 1); at += 1) {
      next[at] = (merged?.rows ?? 1) - 1;
    }
  }
  return next;
}
