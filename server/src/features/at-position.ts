import type { OpenDocument } from '../document.ts';
import { findFigure } from '../model/find-figure.ts';
import type { BoundTable, Figure, Place, Report } from '../model/report.ts';
import { mentionsOf } from '../model/prose/comparison.ts';
import { placeInText } from '../model/running-text.ts';
import { visible, reportAt, isTouched } from '../model/places.ts';
import type { Position, Range } from '../service-types.ts';

/** A figure of a table, or a number in a sentence that is about figures of the tables. */
type AtPosition =
  | { readonly kind: 'figure'; readonly report: Report; readonly place: Place; readonly table: BoundTable; readonly figure: Figure }
  | ({ readonly kind: 'mention'; readonly report: Report } & PlacedMention);

/** A number in a sentence, with the figures that it is about. */
interface PlacedMention {
  readonly place: Place;
  /** Ids of figures. */
  readonly figures: readonly string[];
}

export function findAt(document: OpenDocument, position: Position): AtPosition | undefined {
  const offset = document.offsetAt(position);
  const report = reportAt(document.reports, offset);
  return report && (figureAt(report, offset) ?? mentionAt(report, offset));
}

function figureAt(report: Report, offset: number): AtPosition | undefined {
  for (const table of report.tables.values()) {
    const figure = table.figures.find((one) => one && isTouched(one.place, offset));
    if (figure) {
      return { kind: 'figure', report, table, figure, place: visible(figure) };
    }
  }
  return undefined;
}

function mentionAt(report: Report, offset: number): AtPosition | undefined {
  const mention = mentionsIn(report).find(({ place }) => isTouched(place, offset));
  return mention && { kind: 'mention', report, ...mention };
}

/** The numbers in sentences that are about figures of the tables, in the order of the text. */
export function mentionsIn(report: Report): PlacedMention[] {
  return mentionsOf(report).map(({ prose, found }) => ({ place: placeInText(prose, found), figures: found.figures }));
}

/** Where figures stand, by their ids; those without a place in the text are left out. */
export function rangesOfIds(document: OpenDocument, report: Report, ids: readonly string[]): Range[] {
  return ids.flatMap((id) => {
    const found = findFigure(report, id);
    return found === undefined ? [] : rangesOfFigures(document, found.table, [found.definition.index]);
  });
}

/** Where figures of a table stand, by their indexes. */
export function rangesOfFigures(document: OpenDocument, table: BoundTable, indexes: Iterable<number>): Range[] {
  return [...new Set(indexes)].flatMap((index) => {
    const figure = table.figures[index];
    return figure ? [document.rangeOf(visible(figure))] : [];
  });
}
