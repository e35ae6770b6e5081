import type { ReportDigest, TableDigest, TextDigest } from './collection/digest.ts';
import { figuresIn } from './collection/figures.ts';
import { printedSections } from './collection/retold.ts';
import type { OpenDocument } from './document.ts';
import type { Place, Report } from './model/report.ts';
import { firstLine } from './model/places.ts';
import { placeInText } from './model/running-text.ts';

/** The digests of a document that were made last. */
const known = new WeakMap<OpenDocument, { readonly version: number; readonly reports: readonly Report[]; readonly digests: readonly ReportDigest[] }>();

/** What other reports have to know of a document's; a digest stays the same object as long as it says the same. */
export function digestsOf(document: OpenDocument): readonly ReportDigest[] {
  const { reports, version } = document;
  const before = known.get(document);
  if (before?.reports === reports && before.version === version) {
    return before.digests;
  }
  const digests = reports.map((report, index) => {
    const digest = digestOf(report, document);
    const last = before?.digests[index];
    return last && isSame(last, digest) ? last : digest;
  });
  known.set(document, { version, reports, digests });
  return digests;
}

function digestOf(report: Report, document: OpenDocument): ReportDigest {
  const { title, year, kind, name, agreement } = report;
  const isCertain = kind === 'whole' && (agreement.dissent?.isCertain ?? true);
  return {
    ...(isCertain && title?.organ !== undefined ? { organ: title.organ } : {}),
    ...(isCertain && year !== undefined ? { year } : {}),
    ...(name === undefined ? {} : { kind: name }),
    title: placeOf(title?.place ?? firstLine(report), document),
    tables: kind === 'whole' ? tablesOf(report, document) : [],
    texts: kind === 'whole' ? textsOf(report, document) : [],
  };
}

function tablesOf(report: Report, document: OpenDocument): TableDigest[] {
  const tables = [...report.tables.values()];
  return figuresIn(report).map((figures, at) => ({
    ...figures,
    places: figures.shape.ids.flatMap((_, index) => {
      const figure = tables[at]?.figures[index];
      if (!figure) {
        return [-1, -1, -1];
      }
      const { start, end } = document.rangeOf(figure.place);
      return [start.line, start.character, end.line === start.line ? end.character - start.character : 0];
    }),
  }));
}

function textsOf(report: Report, document: OpenDocument): TextDigest[] {
  return printedSections(report).map(({ section, sentences, paragraphs }) => ({
    section: section.data.id,
    place: placeOf(section.title.place, document),
    sentences,
    paragraphs: paragraphs.filter(({ counts }) => counts).flatMap(({ node, found, print }) => [print, ...placeOf(placeInText(node, found), document)]),
  }));
}

function placeOf(place: Place, document: OpenDocument): number[] {
  const { start, end } = document.rangeOf(place);
  return [start.line, start.character, end.line, end.character];
}

function isSame(one: ReportDigest, other: ReportDigest): boolean {
  return one.organ === other.organ && one.kind === other.kind && one.year === other.year && areSame(one.title, other.title)
    && one.tables.length === other.tables.length && one.texts.length === other.texts.length
    && one.tables.every(({ shape, values, places }, at) => {
      const table = other.tables[at];
      return table?.shape === shape && areSame(values, table.values) && areSame(places, table.places);
    })
    && one.texts.every(({ section, place, sentences, paragraphs }, at) => {
      const text = other.texts[at];
      return text?.section === section && areSame(place, text.place) && areSame(sentences, text.sentences) && areSame(paragraphs, text.paragraphs);
    });
}

function areSame(one: readonly (number | null)[], other: readonly (number | null)[]): boolean {
  return one.length === other.length && one.every((value, at) => value === other[at]);
}
