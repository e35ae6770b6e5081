import { isSameList } from '../texts/same-list.ts';
import type { LocatedReport, ReportDigest } from './digest.ts';
import type { Neighbours } from './neighbours.ts';

/** Whether reports are compared with the same as before: a digest is another object where it says something else. */
export function areSameNeighbours(some: readonly Neighbours[], others: readonly Neighbours[]): boolean {
  return keepSame(some, others) === some;
}

/** What reports are compared with now; what is the same as before stays the object that it was, for each report and for all. */
export function keepSame(before: readonly Neighbours[], now: readonly Neighbours[]): readonly Neighbours[] {
  const kept = now.map((one, at) => {
    const known = before[at];
    return known && compisSameList(one, known) ? known : one;
  });
  return isSameList(kept, before) ? before : kept;
}

function compisSameList(one: Neighbours, other: Neighbours): boolean {
  return one.hasUnits === other.hasUnits && isSame(one.lastYear, other.lastYear)
    && one.twins.length === other.twins.length && one.twins.every(({ uri, title }, index) => {
      const twin = other.twins[index];
      return uri === twin?.uri && isSameList(title, twin.title);
    })
    && one.units?.length === other.units?.length && (one.units ?? []).every((unit, index) => {
      const same = other.units?.[index];
      return unit.name === same?.name && unit.isDuplicate === same.isDuplicate && isSame(unit.located, same.located);
    });
}

function isSame(one: LocatedReport | undefined, other: LocatedReport | undefined): boolean {
  return one?.uri === other?.uri && one?.report === other?.report;
}

/** Whether two digests say the same. */
export function isSameDigest(one: ReportDigest, other: ReportDigest): boolean {
  return one === other || haveSameContent(one, other);
}

function haveSameContent(one: ReportDigest, other: ReportDigest): boolean {
  return one.organ === other.organ && one.kind === other.kind && one.year === other.year && isSameList(one.title, other.title)
    && one.tables.length === other.tables.length && one.texts.length === other.texts.length
    && one.tables.every(({ shape, values, places }, at) => {
      const table = other.tables[at];
      return table?.shape.form === shape.form && table.shape.table === shape.table && isSameList(values, table.values) && places === table.places;
    })
    && one.texts.every(({ section, place, sentences, paragraphs }, at) => {
      const text = other.texts[at];
      return text?.section === section && isSameList(place, text.place) && isSameList(sentences, text.sentences) && isSameList(paragraphs, text.paragraphs);
    });
}

/** Whether both are one report: itself, or a copy in another format, with its name and saying the same, as an export is. */
export function isOneReport(one: LocatedReport, other: LocatedReport): boolean {
  return one === other || (one.uri !== other.uri && nameOf(one) === nameOf(other) && saySame(one.report, other.report));
}

/** The file's path without the end that tells its format; the text of an office file has another scheme than the file beside it. */
function nameOf({ uri }: LocatedReport): string {
  return uri.replace(/^[a-z][\w+.\-]*:(?:\/\/[^/]*)?/iu, '').replace(/\.[^./]*$/u, '');
}

/** Whether two reports have the same figures and words, wherever these stand. */
function saySame(one: ReportDigest, other: ReportDigest): boolean {
  return one.tables.length === other.tables.length && one.texts.length === other.texts.length
    && one.tables.every(({ shape, values }, at) => {
      const table = other.tables[at];
      return table?.shape.form === shape.form && table.shape.table === shape.table && isSameList(values, table.values);
    })
    && one.texts.every(({ section, sentences }, at) => section === other.texts[at]?.section && isSameList(sentences, other.texts[at].sentences));
}
