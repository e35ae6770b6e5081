import { looksLikeFigure } from '../number.ts';
import { isBlank } from '../text.ts';
import type { Cell, CellKind, Row, TextMap } from '../tree.ts';

export function cellKind(text: string): CellKind {
  if (isBlank(text)) {
    return 'blank';
  }
  return looksLikeFigure(text) ? 'figure' : 'text';
}

export function createCell(text: string, start: number, end: number, column: number, map?: TextMap): Cell {
  const cell = { kind: cellKind(text), text, start, end, column };
  return map ? { ...cell, map } : cell;
}

export function createRow(cells: readonly Cell[]): Row {
  return { cells, start: cells[0]?.start ?? 0, end: cells.at(-1)?.end ?? 0 };
}

/** Puts cells that stand one below the other into rows: a row ends where words follow its figures or blanks. */
export function rowsFromStream(cells: readonly Cell[]): Row[] {
  const rows: Row[] = [];
  let open: Cell[] = [];
  let figures = 0;
  for (const cell of cells) {
    if (cell.kind === 'text' && figures > 0) {
      rows.push(createRow(open));
      open = [];
      figures = 0;
    }
    open.push({ ...cell, column: open.length });
    figures += cell.kind === 'text' || (cell.kind === 'blank' && figures === 0 && !open.some(isText)) ? 0 : 1;
  }
  return open.length > 0 ? [...rows, createRow(open)] : rows;
}

function isText(cell: Cell): boolean {
  return cell.kind === 'text';
}
