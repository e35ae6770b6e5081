import type { SectionData } from '../forms/form.ts';
import { normalise } from '../forms/vocabulary.ts';
import { similarity } from '../syntax/vocabulary.ts';
import { readLooseNumbering, readNumbering, beginsWithNumeral, type Numbered } from '../syntax/numerals.ts';
import type { Heading, Node } from '../syntax/tree.ts';
import type { Place, SectionHeading } from './report.ts';
import { greatest } from '../syntax/lists.ts';

/** A heading that opens a section of the form. */
export interface SectionStart {
  /** Index among the report's nodes. */
  readonly at: number;
  readonly data: SectionData;
  readonly title: SectionHeading;
}

interface Reading {
  readonly at: number;
  readonly heading: Heading;
  readonly numeral: string | undefined;
  /** The title without numeral, normalised. */
  readonly words: string;
  /** The same where the number is written as sub-headings' are, or without its mark. */
  readonly loose: Numbered | undefined;
}

interface Claim {
  readonly reading: Reading;
  readonly data: SectionData;
}

const leastLikeness = 0.45;

/**
 * Finds the sections among headings: official titles first, then altered ones by numeral, key words and place.
 * A numbered line that fits no place in the sequence is a sub-heading. Words apart, a numeral tells a section only where it
 * is known that the text is a report.
 */
export function findSections(nodes: readonly Node[], sections: readonly SectionData[], trustsNumerals: boolean): SectionStart[] {
  const readings = nodes.flatMap((node, at) => (node.kind === 'heading' && node.level !== 'title' ? [readHeading(node, at)] : []));
  const claims = officialClaims(readings, sections, nodes);
  const claimed = new Set(claims.map((claim) => claim.reading));
  const extents = extentsOf(claims);
  for (const claimsOf of [byNumeralAndWords, byWords, ...(trustsNumerals ? [byNumeral] : []), byLooseNumeral]) {
    for (const data of sections) {
      if (!extents.has(data)) {
        const reading = readings.find((one) => !claimed.has(one) && claimsOf(one, data, sections) && fits(one, data, extents, sections));
        if (reading) {
          claims.push({ reading, data });
          claimed.add(reading);
          extents.set(data, { first: reading.at, last: reading.at });
        }
      }
    }
  }
  return claims.sort((one, other) => one.reading.at - other.reading.at).map(({ reading, data }) => ({ at: reading.at, data, title: titleOf(reading, data) }));
}

/** By section, where its first and its last heading stand. */
type Extents = Map<SectionData, { readonly first: number; readonly last: number }>;

function extentsOf(claims: readonly Claim[]): Extents {
  const extents: Extents = new Map();
  for (const { data, reading } of claims) {
    extents.set(data, { first: extents.get(data)?.first ?? reading.at, last: reading.at });
  }
  return extents;
}

function readHeading(heading: Heading, at: number): Reading {
  const normal = normalise(heading.text);
  const number = readNumbering(normal);
  const words = number?.words ?? normal.replace(/^、/u, '');
  return { at, heading, numeral: number?.numeral, words: withoutEnd(words), loose: number ? undefined : looseNumber(normal) };
}

function looseNumber(normal: string): Numbered | undefined {
  const number = readLooseNumbering(normal);
  return number && { ...number, words: withoutEnd(number.words) };
}

function withoutEnd(words: string): string {
  return words.replace(/[:。]$/u, '');
}

function isOfficial(words: string, data: SectionData): boolean {
  return [data.title, ...data.aliases].some((title) => normalise(title) === words);
}

function officialClaims(readings: readonly Reading[], sections: readonly SectionData[], nodes: readonly Node[]): Claim[] {
  const all = readings.flatMap((reading) => sections.filter((data) => isOfficial(reading.words, data)).map((data) => ({ reading, data })));
  const claims = all.filter(({ reading, data }) => !isArabic(reading) || all.every((other) => other.data !== data || isArabic(other.reading)));
  const extents = extentsOf(claims);
  return withoutMentions(claims.filter((claim) => !isContentsEntry(claim, extents, nodes)), sections);
}

/** A title in the midst of a line is a section's where no other line is, and the section stands there in the form's order. */
function withoutMentions(claims: readonly Claim[], sections: readonly SectionData[]): Claim[] {
  const own = claims.filter(({ reading }) => !reading.heading.within);
  const extents = extentsOf(own);
  return claims.filter(({ reading, data }) => !reading.heading.within || (!extents.has(data) && fits(reading, data, extents, sections)));
}

/** 1.总体情况: beside 一、总体情况 it is a sub-heading. */
function isArabic({ heading }: Reading): boolean {
  return /^\d/u.test(normalise(heading.text));
}

/** A line of a table of contents: nothing but headings follows it, and its title comes again. */
function isContentsEntry({ data, reading }: Claim, extents: Extents, nodes: readonly Node[]): boolean {
  const next = nodes[reading.at + 1];
  const comesAgain = (extents.get(data)?.last ?? reading.at) > reading.at;
  return comesAgain && (next === undefined || next.kind === 'heading');
}

function byNumeralAndWords(reading: Reading, data: SectionData): boolean {
  return reading.numeral === data.numeral && isLike(reading, data);
}

function byWords(reading: Reading, data: SectionData): boolean {
  const { level } = reading.heading;
  const stands = reading.numeral === undefined ? level !== 'sub' && !/^[(\d]/u.test(reading.words) : similarity(reading.words, normalise(data.title)) >= 0.6;
  return stands && isLike(reading, data) && likenessOf(reading, data) >= leastLikeness;
}

function byNumeral(reading: Reading, data: SectionData, sections: readonly SectionData[]): boolean {
  const belongsElsewhere = sections.some((other) => other !== data && isLike(reading, other));
  return reading.numeral === data.numeral && reading.words.length <= 30 && !belongsElsewhere && !isArabic(reading);
}

/** An official title whose number is written like a sub-heading's: a section only where nothing else is it. */
function byLooseNumeral({ loose }: Reading, data: SectionData): boolean {
  return loose?.numeral === data.numeral && isOfficial(loose.words, data);
}

function isLike(reading: Reading, data: SectionData): boolean {
  return data.cues.some((words) => words.every((word) => reading.words.includes(word)));
}

function likenessOf(reading: Reading, data: SectionData): number {
  return greatest([data.title, ...data.aliases].map((title) => similarity(reading.words, normalise(title))));
}

/** Whether the heading stands between the sections found so far as the form's order wants it. */
function fits(reading: Reading, data: SectionData, extents: Extents, sections: readonly SectionData[]): boolean {
  const position = sections.indexOf(data);
  return [...extents].every(([other, { first, last }]) => (sections.indexOf(other) < position ? last < reading.at : first > reading.at));
}

function titleOf({ heading, loose, ...reading }: Reading, data: SectionData): SectionHeading {
  const isLoose = loose !== undefined && isOfficial(loose.words, data);
  const { numeral, words } = isLoose ? loose : reading;
  const exact = isOfficial(words, data);
  const trailing = /^、|[:：。、]$/u.test(heading.text.trim());
  return {
    heading,
    place: placeOfTitle(heading),
    numeral,
    altered: !exact || trailing || isLoose || (numeral !== undefined && !beginsWithNumeral(normalise(heading.text))),
    carriesContent: !exact && carriesContent(words, heading.text, data),
  };
}

export function placeOfTitle({ chunk, start, end }: Heading): Place {
  return { chunk, start, end: Math.max(end, start + 1) };
}

/** 六、无其他需要报告的事项。: a statement in the place of a title; 一、总体情况（受理申请18件）: one behind it. */
function carriesContent(words: string, text: string, data: SectionData): boolean {
  return /^(?:无|没有|暂无)/u.test(words) || (/[。]$/u.test(text.trim()) && words.length > data.title.length + 2) || /[:]|\([^()]+\)$/u.test(words);
}
