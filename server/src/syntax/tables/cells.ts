import { withoutMarks } from '../markup.ts';
import { looksLikeFigure } from '../number.ts';
import { isBlank } from '../text.ts';
import type { Vocabulary } from '../vocabulary.ts';
import type { Cell, CellKind, Row, TextMap } from '../tree.ts';

const longestLabel = 90;

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

/** A cell as it is written between its delimiters, read without its markup. */
export function createWrittenCell(written: string, start: number, end: number, column: number): Cell {
  const { text, map } = withoutMarks(written);
  return map ? { ...createCell(text, start, end, column, (at) => start + map(at)), written } : createCell(text, start, end, column);
}

export function createRow(cells: readonly Cell[]): Row {
  return { cells, start: cells[0]?.start ?? 0, end: cells.at(-1)?.end ?? 0 };
}

/** Puts cells that stand one behind the other into rows: a row ends where words follow its figures, or a label starts another. */
export function rowsFromStream(cells: readonly Cell[], vocabulary: Vocabulary): Row[] {
  const rows: Row[] = [];
  let open: Cell[] = [];
  let figures = false;
  let labelled = false;
  for (const cell of cells) {
    if (cell.kind === 'text' && open.length > 0 && (figures || startsRow(cell, vocabulary) || (labelled && isLabel(cell, vocabulary)))) {
      rows.push(createRow(open));
      open = [];
      figures = false;
      labelled = false;
    }
    labelled ||= cell.kind === 'text' && startsRow(cell, vocabulary);
    open.push({ ...cell, column: open.length });
    figures ||= cell.kind === 'figure';
  }
  return open.length > 0 ? [...rows, createRow(open)] : rows;
}

/** Any words of a form; behind a row's label they are no part of it. */
function isLabel(cell: Cell, vocabulary: Vocabulary): boolean {
  return cell.text.length <= 100 && vocabulary.isLabel(vocabulary.normalise(cell.text));
}

function startsRow(cell: Cell, vocabulary: Vocabulary): boolean {
  return cell.text.length <= 100 && vocabulary.isRowLabel(vocabulary.normalise(cell.text));
}

/** Whether labels of a form stand in rows of short cells, or one beside figures. */
export function hasWordsOfForm(rows: readonly Row[], vocabulary: Vocabulary): boolean {
  const cells = rows.flatMap((row) => row.cells);
  const known = cells.filter((cell) => {
    if (cell.kind !== 'text' || cell.text.length > longestLabel) {
      return false;
    }
    const normal = vocabulary.normalise(cell.text);
    return vocabulary.isLabel(normal) || (normal.length > 3 && vocabulary.isFragment(normal));
  }).length;
  return known >= 2 || (known === 1 && cells.filter((cell) => cell.kind === 'figure').length >= 3);
}
