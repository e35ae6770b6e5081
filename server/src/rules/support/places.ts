import type { Node } from '../../syntax/tree.ts';
import type { BoundRow, BoundTable, Figure, Place, Report } from '../../model/report.ts';
import { lineEnd } from './edits.ts';

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
