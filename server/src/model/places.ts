import type { ColumnData } from '../forms/form.ts';
import { normalise, spellings } from '../forms/vocabulary.ts';
import type { Line } from './arithmetic/index.ts';
import type { Cell, Node } from '../syntax/tree.ts';
import type { BoundRow, BoundTable, Figure, Place, Report, Section } from './report.ts';
import { lineEnd } from '../syntax/lines.ts';

/** What stands in a chunk: a place, a node, a part of a table. */
type InChunk = Pick<Place, 'chunk' | 'start' | 'end'>;

/** Where something begins in the document, as it is now. */
export function startOf({ chunk, start }: InChunk): number {
  return chunk.offset + start;
}

/** Where something ends in the document, as it is now. */
export function endOf({ chunk, end }: InChunk): number {
  return chunk.offset + end;
}

/** Whether something and a stretch of the document have an offset in common, be it only an end. */
export function isTouched(place: InChunk, start: number, end = start): boolean {
  return startOf(place) <= end && endOf(place) >= start;
}

/** The words of a cell without the white space around them. */
export function cellPlace(cell: Cell, chunk: Place['chunk']): Place {
  const lead = cell.text.length - cell.text.trimStart().length;
  const length = cell.text.trim().length;
  if (length === 0) {
    return { chunk, start: cell.start, end: cell.end };
  }
  const at = (offset: number): number => (cell.map ? cell.map(offset) : cell.start + offset);
  return { chunk, start: at(lead), end: at(lead + length - 1) + 1 };
}

/** Where the report starts and ends in the document. */
export function reportExtent({ nodes }: Report): [start: number, end: number] {
  const [first, last] = [nodes[0], nodes.at(-1)];
  return first && last ? [startOf(first), endOf(last)] : [0, 0];
}

/** The report that an offset of the document stands in. */
export function reportAt(reports: readonly Report[], offset: number): Report | undefined {
  return reports.find((report) => {
    const [start, end] = reportExtent(report);
    return start <= offset && offset <= end;
  });
}

/** Where the section starts and ends in the document, its title with it. */
export function sectionExtent({ title: { place }, nodes }: Section): [start: number, end: number] {
  return [startOf(place), endOf(nodes.at(-1) ?? place)];
}

/** Where the table starts and ends in the document, with all parts that it is made of. */
export function tableExtent({ parts, place }: BoundTable): [start: number, end: number] {
  return [startOf(parts[0] ?? place), endOf(parts.at(-1) ?? place)];
}

/** The first line of a report that is not blank. */
export function firstLine(report: Report): Place {
  const first = report.nodes[0];
  const chunk = first?.chunk ?? report.chunks[0];
  if (chunk === undefined) {
    throw new Error('A report without text is none.');
  }
  const start = first?.start ?? 0;
  return { chunk, start, end: Math.max(start + 1, Math.min(first?.end ?? Infinity, lineEnd(chunk.text, start))) };
}

/** The place of the figure, or where it was not found that of its row or table. */
export function placeOfFigure(table: BoundTable, index: number): Place {
  const figure = table.figures[index];
  if (figure) {
    return visible(figure);
  }
  const row = table.form.figures[index]?.row;
  return table.rows.find(({ definition }) => definition === row)?.label ?? table.place;
}

/** The label of a row, the head of a column, or the first of their figures that was found. */
export function placeOfLine(table: BoundTable, { each, figures }: Line): Place {
  const definition = table.form.figures[figures[0] ?? -1];
  const row = table.rows.find((one) => one.definition === definition?.row);
  const label = each === 'row' ? (row?.labelText === '' || table.form.data.arrangement === 'across' ? undefined : row?.label) : definition && headOf(table, definition.column);
  return label ?? placeOfFigure(table, figures.find((figure) => table.figures[figure] !== undefined) ?? figures[0] ?? 0);
}

/** The last cell above the first row that says what the column is called. */
function headOf({ parts: [part], rows: [first] }: BoundTable, column: ColumnData): Place | undefined {
  const names = new Set(spellings(column));
  const above = part?.chunk === first?.label.chunk ? part?.rows.filter((row) => row.start < (first?.row.start ?? 0)) ?? [] : part?.rows ?? [];
  const head = above.flatMap(({ cells }) => cells).findLast(({ kind, text }) => kind === 'text' && names.has(normalise(text)));
  return head && part ? cellPlace(head, part.chunk) : undefined;
}

/** A figure's place, never empty: of a cell without any room the mark before it. */
export function visible({ place }: Pick<Figure, 'place'>): Place {
  return place.end > place.start ? place : { ...place, start: Math.max(0, place.start - 1), end: Math.max(1, place.end) };
}

/** The row before the given one in the order of the form, among those that were found. */
export function rowBefore(table: BoundTable, index: number): BoundRow | undefined {
  return table.rows.findLast(({ definition }) => definition.index < index);
}

export function placeOfNode(node: Node): Place {
  return { chunk: node.chunk, start: node.start, end: node.end };
}

/** The figure's place, and those of its copies where a converter repeated a merged cell in each column that it covered. */
export function placesOf(figure: Figure, table: BoundTable): Place[] {
  const { definition, place, cell } = figure;
  const row = table.rows.find((one) => one.definition === definition.row);
  // One row of a text may show several rows of the form, as all of table 四 does.
  const bound = new Set(table.rows.flatMap((one) => (one.row === row?.row ? one.figures.map((other) => other?.cell) : [])));
  const copies = (row?.row.cells ?? []).filter((other) => !bound.has(other) && other.kind === 'figure' && other.text.trim() === cell.text.trim());
  return [place, ...copies.map((copy) => cellPlace(copy, place.chunk))];
}
