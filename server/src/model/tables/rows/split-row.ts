import type { RowDefinition } from '../../../forms/table.ts';
import { normalise } from '../../../forms/vocabulary.ts';
import { placeIn } from '../../../syntax/lines.ts';
import { createCell, createRow } from '../../../syntax/tables/cells.ts';
import { holdsNumerals } from '../../../syntax/text.ts';
import type { Cell, Row } from '../../../syntax/tree.ts';
import type { TableLabels } from '../labels.ts';

/** A row of the form in a line of the text, which may hold several. */
export interface Piece {
  readonly row: Row;
  readonly offset: number;
  readonly isCutOff: boolean;
}

/** A row that lost its end runs into the next: a label of the form behind figures, or a row's behind another and blanks, starts a row of its own. */
export function splitRow(written: Row, labels: TableLabels): Piece[] {
  const row = partedRow(written, labels);
  const starts = [0];
  let figures = false;
  let words = false;
  let named: RowDefinition | undefined;
  row.cells.forEach((cell, at) => {
    if (cell.kind === 'text') {
      const all = normalise(cell.text);
      const normal = behindFigure(all, labels);
      const own = labels.rowNamed(normal)?.row;
      const isNext = own !== undefined && named !== undefined && own !== named && (row.cells[at - 1]?.kind === 'blank' || normal !== all);
      if (words && (isNext || (figures && labels.all.has(normal)))) {
        starts.push(at);
        figures = false;
      }
      named = own ?? named;
    }
    figures ||= cell.kind === 'figure' || (words && holdsNumerals(cell.text));
    words ||= cell.kind === 'text';
  });
  return starts.length === 1 ? [{ row, offset: 0, isCutOff: false }] : starts.map((start, at) => ({
    row: createRow(row.cells.slice(start, starts[at + 1])),
    offset: row.cells[start]?.column ?? 0,
    isCutOff: at + 1 < starts.length,
  }));
}

/** The row with the last figure of a row and the label of the next, which stand in one cell with white space between them, in a cell each. */
function partedRow(row: Row, labels: TableLabels): Row {
  const cells = row.cells.flatMap((cell, at) => (at > 0 && cell.kind === 'text' ? partedCell(cell, labels) : [cell]));
  return cells.length === row.cells.length ? row : createRow(cells);
}

const figureBefore = /^\s*[-+]?\d[\d.,]{0,15}\s+(?=\S)/u;

function partedCell(cell: Cell, labels: TableLabels): Cell[] {
  const cut = figureBefore.exec(cell.text)?.[0].length ?? 0;
  const label = normalise(cell.text.slice(cut));
  if (cut === 0 || !(labels.rowNamed(label) ?? labels.groupNamed(label))) {
    return [cell];
  }
  const figure = createCell(cell.text.slice(0, cut), cell.start, placeIn(cell, cut), cell.column, cell.map);
  const rest = createCell(cell.text.slice(cut), placeIn(cell, cut), cell.end, cell.column, (offset) => placeIn(cell, cut + offset));
  return [figure, rest];
}

/** A label of a row or a group behind the last figure of the row before, where that has slipped into its cell: `0 行政许可`. */
export function behindFigure(normal: string, labels: TableLabels): string {
  const digits = /^\d[\d.,]{0,15}/u.exec(normal)?.[0].length ?? 0;
  for (let at = 1; at <= digits; at += 1) {
    if (labels.rowNamed(normal.slice(at)) || labels.groupNamed(normal.slice(at))) {
      return normal.slice(at);
    }
  }
  return normal;
}
