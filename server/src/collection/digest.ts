import type { YearIdentity } from '../forms/across-years.ts';
import { memoised } from '../model/memo.ts';
import { unpacked } from './packed.ts';

/** Which figures a table of a form has, and what is compared of them; plain data, one object for all tables of a form. */
export interface TableShape {
  readonly form: string;
  readonly table: string;
  /** Ids of the figures. */
  readonly ids: readonly string[];
  readonly acrossYears: readonly YearIdentity[];
  /** Totals by their index, with the figures that each sums. */
  readonly sums: readonly TotalOf[];
  /** Indexes of the figures that may be less than nothing (本年增/减). */
  readonly signed: readonly number[];
}

interface TotalOf {
  readonly total: number;
  readonly parts: readonly number[];
}

/** The figures of a table, by index of its shape; null where one is not known for certain. */
export interface TableFigures {
  readonly shape: TableShape;
  readonly values: readonly (number | null)[];
}

/** The same with their places. */
export interface TableDigest extends TableFigures {
  /** Line, character and length of each figure in its text, packed; -1 three times where it was not found. */
  readonly places: string;
}

/** A section whose words are compared between years, by fingerprints. */
export interface TextDigest {
  readonly section: string;
  /** Of its heading: line, character, end line, end character. */
  readonly place: readonly number[];
  /** Of sentences. */
  readonly sentences: readonly number[];
  /** Of long paragraphs that count something, each with its place as above: five numbers a paragraph. */
  readonly paragraphs: readonly number[];
}

/** What other reports have to know of a report; plain data, some 5 kB. */
export interface ReportDigest {
  /** As written in the title; absent where it is not certain. */
  readonly organ?: string;
  /** What reports of its kind are called, where it is not that on disclosure. */
  readonly kind?: string;
  /** The report year; absent where it is not certain. */
  readonly year?: number;
  /** Where the title stands: line, character, end line, end character. */
  readonly title: readonly number[];
  readonly tables: readonly TableDigest[];
  readonly texts: readonly TextDigest[];
}

/** A report of the collection. */
export interface LocatedReport {
  /** By which the host knows the file. */
  readonly uri: string;
  /** Which of the file's reports. */
  readonly index: number;
  readonly report: ReportDigest;
}

/** A place in the text of another file, as the protocol has it. */
export interface DigestRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

const indexesOf = memoised(({ ids }: TableShape): ReadonlyMap<string, number> => new Map(ids.map((id, index) => [id, index])));

/** The index of a figure by its id. */
export function indexOf(shape: TableShape, id: string): number | undefined {
  return indexesOf(shape).get(id);
}

/** The value of a figure by its id; null where it is not known, undefined where the report has no such figure. */
export function valueOf(tables: readonly TableFigures[], id: string): number | null | undefined {
  for (const { shape, values } of tables) {
    const index = indexOf(shape, id);
    if (index !== undefined) {
      return values[index] ?? null;
    }
  }
  return undefined;
}

/** Where a figure stands, or where it was not found the title. */
export function rangeOfFigure({ tables, title }: ReportDigest, id: string): DigestRange {
  for (const { shape, places } of tables) {
    const index = indexOf(shape, id);
    const [line = -1, character = 0, length = 0] = index === undefined ? [] : unpacked(places).slice(index * 3, index * 3 + 3);
    if (line >= 0) {
      return { start: { line, character }, end: { line, character: character + length } };
    }
  }
  return rangeOf(title);
}

export function rangeOf([line = 0, character = 0, endLine = line, endCharacter = character]: readonly number[]): DigestRange {
  return { start: { line, character }, end: { line: endLine, character: endCharacter } };
}

const near = 1e-6;

/** Whether two figures are one; amounts are decimal numbers, whose sums are not exact. */
export function isSameValue(one: number, other: number): boolean {
  return Math.abs(one - other) < near;
}

/** A sum without the traces of binary fractions. */
export function rounded(value: number): number {
  return Math.round(value / near) * near === value ? value : Number(value.toFixed(6));
}
