import type { ReportDigest, TableDigest, TextDigest } from './collection/digest.ts';
import { figuresIn } from './collection/figures.ts';
import { packed } from './collection/packed.ts';
import { printedSections } from './collection/retold.ts';
import { isSameDigest } from './collection/same.ts';
import type { OpenDocument } from './document.ts';
import type { Place, Report } from './model/report.ts';
import { firstLine } from './model/places.ts';
import { placeInText } from './model/running-text.ts';
import type { Chunk } from './syntax/tree.ts';
import { Notes } from './syntax/notes.ts';

/** Where the chunks of a report stood. */
type Spots = readonly Pick<Chunk, 'line' | 'column'>[];

/** A report's digest, and where the report stood then. */
interface Taken {
  readonly report: Report;
  readonly spots: Spots;
  readonly digest: ReportDigest;
}

/** The digests of a document that were made last. */
interface Known {
  readonly version: number;
  readonly reports: readonly Report[];
  readonly taken: readonly Taken[];
  readonly digests: readonly ReportDigest[];
}

const known = new Notes<OpenDocument, Known>();

/** What other reports have to know of a document's; a digest stays the same object as long as it says the same. */
export function digestsOf(document: OpenDocument): readonly ReportDigest[] {
  const { reports, version } = document;
  const before = known.get(document);
  if (before?.reports === reports && before.version === version) {
    return before.digests;
  }
  const taken = reports.map((report, index) => take(report, document, before?.taken[index]));
  const digests = taken.map(({ digest }) => digest);
  known.set(document, { version, reports, taken, digests });
  return digests;
}

function take(report: Report, document: OpenDocument, last: Taken | undefined): Taken {
  if (last?.report === report && isUnmoved(report, last.spots)) {
    return last;
  }
  const digest = digestOf(report, document);
  return {
    report,
    spots: report.chunks.map(({ line, column }) => ({ line, column })),
    digest: last && isSameDigest(last.digest, digest) ? last.digest : digest,
  };
}

function isUnmoved({ chunks }: Report, spots: Spots): boolean {
  return chunks.every(({ line, column }, at) => spots[at]?.line === line && spots[at].column === column);
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
    places: packed(figures.shape.ids.flatMap((_, index) => {
      const figure = tables[at]?.figures[index];
      if (!figure) {
        return [-1, -1, -1];
      }
      const { start, end } = document.rangeOf(figure.place);
      return [start.line, start.character, end.line === start.line ? end.character - start.character : 0];
    })),
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
