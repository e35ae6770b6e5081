import { placeIn } from '../lines.ts';
import { withoutMarks } from '../markup.ts';
import { looksLikeFigure } from '../number.ts';
import { isBlank, trimmed } from '../text.ts';
import type { Vocabulary } from '../vocabulary.ts';
import type { Cell, CellKind, Row, Span, TextMap } from '../tree.ts';

const longestLabel = 90;

function cellKind(text: string): CellKind {
  if (isBlank(text)) {
    return 'blank';
  }
  return looksLikeFigure(text) ? 'figure' : 'text';
}

export function createCell(text: string, start: number, end: number, column: number, map?: TextMap): Cell {
  const cell = { kind: cellKind(text), text, start, end, column };
  return map ? { ...cell, map } : cell;
}

/** A cell as it is written between its delimiters, read without its markup; `place` as the map of a cell, where it does not simply go on from its start. */
export function createWrittenCell(written: string, start: number, end: number, column: number, place?: TextMap): Cell {
  const { text, map } = withoutMarks(written);
  const placed: TextMap | undefined = map ? (at) => placeIn({ start, ...(place && { map: place }) }, map(at)) : place;
  return { ...createCell(text, start, end, column, placed), ...(map && { written }) };
}

/** A cell of several lines as one, without the blank ones; its places are those of its lines. */
export function createJoinedCell(text: string, spans: readonly Span[], column: number): Cell {
  const pieces = spans.filter(({ start, end }) => !isBlank(text.slice(start, end))).map(({ start, end }) => trimmed(text, start, end));
  const [first = spans[0] ?? { start: 0, end: 0 }, ...others] = pieces;
  const last = others.at(-1) ?? first;
  if (others.length === 0) {
    return createWrittenCell(text.slice(first.start, first.end), first.start, first.end, column);
  }
  const starts: number[] = [];
  let joined = '';
  for (const piece of pieces) {
    starts.push(joined.length);
    joined += `${text.slice(piece.start, piece.end)}\n`;
  }
  const map = (at: number): number => {
    const index = Math.max(0, starts.findLastIndex((start) => start <= at));
    return (pieces[index]?.start ?? 0) + at - (starts[index] ?? 0);
  };
  return createWrittenCell(joined.slice(0, -1), first.start, last.end, column, map);
}

export function createRow(cells: readonly Cell[]): Row {
  return { cells, start: cells[0]?.start ?? 0, end: cells.at(-1)?.end ?? 0 };
}

/** The row that lines make up which are parted alike, a cell a column. */
export function joinedRow(text: string, lines: readonly (readonly Span[])[]): Row {
  const columns = lines[0] ?? [];
  return createRow(columns.map((_, column) => createJoinedCell(text, lines.map((spans) => spans[column] as Span), column)));
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
