import type { FormTableView } from '../../../../server/src/lsp/protocol.ts';

/** A figure's cell in the printed grid. */
interface Spot {
  readonly figure: number;
  /** First grid column, and the one behind the last. */
  readonly from: number;
  readonly to: number;
}

/** The figures of a table line by line, as they are printed; lines without figures are left out. */
function linesOf({ rows }: Pick<FormTableView, 'rows'>): readonly (readonly Spot[])[] {
  return rows
    .map((cells) => cells.flatMap(({ figure, column, columnSpan }) =>
      figure === undefined ? [] : [{ figure, from: column, to: column + columnSpan }]))
    .filter((line) => line.length > 0);
}

export type Move = 'left' | 'right' | 'up' | 'down' | 'lineStart' | 'lineEnd' | 'first' | 'last';

/** The figure that a key leads to; the same one at the edge of the table. */
export function moved(table: Pick<FormTableView, 'rows'>, figure: number, move: Move): number {
  const lines = linesOf(table);
  const at = lines.findIndex((line) => line.some((spot) => spot.figure === figure));
  const line = lines[at] ?? [];
  const column = line.findIndex((spot) => spot.figure === figure);
  const spot = line[column];
  const target = (): Spot | undefined => {
    switch (move) {
      case 'left': return line[column - 1];
      case 'right': return line[column + 1];
      case 'up': return spot && below(lines[at - 1], spot);
      case 'down': return spot && below(lines[at + 1], spot);
      case 'lineStart': return line[0];
      case 'lineEnd': return line.at(-1);
      case 'first': return lines[0]?.[0];
      case 'last': return lines.at(-1)?.at(-1);
    }
  };
  return target()?.figure ?? figure;
}

/** The cell of another line that stands under or over a cell, or nearest to that. */
function below(line: readonly Spot[] | undefined, { from, to }: Spot): Spot | undefined {
  return line?.find((spot) => spot.from < to && from < spot.to) ?? line?.at(-1);
}
