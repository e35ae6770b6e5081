import { foldText } from '../forms/vocabulary.ts';
import type { Node } from '../syntax/tree.ts';
import type { Place, ReportTitle } from './report.ts';
import { findTitles, type FoundTitle } from './title/find.ts';
import { lettersOf } from './title/letters.ts';
import { readTitles, type ReportName } from './title/line.ts';
import { beginsWithLink } from './title/words.ts';
import { namesSeveralYears } from './title/years.ts';
import { fourDigits, valueOfYear } from '../syntax/numerals.ts';

/** What else a report says of its year and its organ, for the choice between several titles. */
interface Surroundings {
  readonly says: (year: number) => boolean;
  readonly names: (organ: string) => boolean;
}

/**
 * The title of a report: the line above its first section that begins with the organ or the year and ends with the name.
 * One in other words (关于…信息公开工作情况的报告) counts where there is no other.
 */
export function readTitle(preamble: readonly Node[], nodes: readonly Node[], around: Surroundings, name?: ReportName): ReportTitle | undefined {
  const above = findTitles(preamble, name).filter(({ standing: how, title }) => how !== 'linked' || (title.year !== undefined && around.says(title.year)));
  const strict = above.filter(({ isLoose }) => !isLoose);
  const elsewhere = strict.length > 0 ? [] : findTitles(nodes, name).filter(({ isLoose, isHeading }) => isHeading && !isLoose);
  return [strict, elsewhere, above].find((titles) => titles.length > 0)?.reduce((one, other) => (isBetter(one, other, around) ? one : other)).title;
}

const standings = { alone: 3, labelled: 2, trail: 1, linked: 0 };

/** Whether the first of two titles is rather the report's; of two that are alike the later one is. */
function isBetter(one: FoundTitle, other: FoundTitle, around: Surroundings): boolean {
  for (const rank of [completeness, standing, isSaid, isOneLine, isNamed]) {
    const difference = rank(one, around) - rank(other, around);
    if (difference !== 0) {
      return difference > 0;
    }
  }
  return false;
}

function completeness({ title: { organ, year } }: FoundTitle): number {
  return Number(organ !== undefined) + Number(year !== undefined);
}

function standing(found: FoundTitle): number {
  return standings[found.standing];
}

function isSaid({ title: { year } }: FoundTitle, { says }: Surroundings): number {
  return Number(year !== undefined && says(year));
}

function isOneLine({ lines }: FoundTitle): number {
  return Number(lines === 1);
}

function isNamed({ title: { organ } }: FoundTitle, { names }: Surroundings): number {
  return Number(organ !== undefined && names(organ));
}

/** All places where a title stands in a report: at its head, on top of its pages. */
export function titlesLike({ organ, year }: ReportTitle, nodes: readonly Node[], name?: ReportName): ReportTitle[] {
  const same = findTitles(nodes, name).map(({ title }) => title).filter((title) => title.organ === organ && title.year === year);
  return same.filter((title, at) => same.findIndex((other) => isSamePlace(title.yearPlace, other.yearPlace)) === at);
}

function isSamePlace(one: Place | undefined, other: Place | undefined): boolean {
  return one?.chunk === other?.chunk && one?.start === other?.start;
}

/** A title as one is compared with another; undefined where the words lead to another page. */
export function titleKey(text: string): { readonly organ: string; readonly year: number | undefined; readonly words: string } | undefined {
  const letters = lettersOf(text);
  const [title] = readTitles(letters);
  if (title) {
    return { organ: foldText(title.organ ?? ''), year: title.year, words: letters.text.slice(title.start, title.end) };
  }
  return beginsWithLink(letters.text) ? undefined : { organ: '', year: readYear(text), words: letters.text };
}

const yearInWords = new RegExp(`(?<!\\d)${fourDigits}`, 'u');

/** The year (four digits, arabic or Chinese) that words name; undefined where they name several together. */
export function readYear(text: string): number | undefined {
  const words = foldText(text);
  const digits = namesSeveralYears(words) ? undefined : yearInWords.exec(words)?.[0];
  return digits === undefined ? undefined : valueOfYear(digits);
}

/** Whether a title names several years as one: 2023-2024年. */
export function isOfYears(title: string): boolean {
  return namesSeveralYears(foldText(title));
}
