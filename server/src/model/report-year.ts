import { firstYearOf } from '../forms/alike.ts';
import type { Form } from '../forms/index.ts';
import type { Node, Prose } from '../syntax/tree.ts';
import { reportYearEvidence } from './prose/index.ts';
import { readingOf } from './prose/readings.ts';
import type { AgreedYear, BoundTable, YearDissent } from './report.ts';

/** What the parts of a report say of its year. */
interface YearVoices {
  readonly title: number | undefined;
  /** The one year of all periods (统计期限) that are a whole year. */
  readonly period: number | undefined;
  /** The years in which its own name stands in sentences, and those that sentences tell of as a whole. */
  readonly text: ReadonlySet<number>;
  /** The first of these alone. */
  readonly names: ReadonlySet<number>;
  /** Those, and the years that sentences tell of where the report begins: no plan stands there. */
  readonly opening: ReadonlySet<number>;
  /** Every year that a sentence names. */
  readonly named: ReadonlySet<number>;
  /** The organs in its own name. */
  readonly organs: ReadonlySet<string>;
  /** Those that sentences are about where the report begins. */
  readonly subjects: ReadonlySet<string>;
}

const none: ReadonlySet<never> = new Set();
export const noVoices: YearVoices = {
  title: undefined, period: undefined, text: none, names: none, opening: none, named: none, organs: none, subjects: none,
};

/** A stretch of a report under one section's title; above the first it counts as the overview. */
export interface Part {
  readonly section: string | undefined;
  readonly nodes: readonly Node[];
}

/** Hears the period and the sentences; `title` says nothing as yet. */
export function hearSentences(parts: readonly Part[], forms: readonly Form[]): YearVoices {
  const periods = new Set<number>();
  const voices = {
    text: new Set<number>(), names: new Set<number>(), opening: new Set<number>(), named: new Set<number>(),
    organs: new Set<string>(), subjects: new Set<string>(),
  };
  parts.forEach(({ section, nodes }, index) => {
    const paragraphs = nodes.filter((node): node is Prose => node.kind === 'prose');
    paragraphs.forEach((prose, at) => {
      const reading = readingOf(prose, forms);
      const isOpening = index === 0 || (index === 1 && at === 0);
      reading.yearsNamed.forEach((year) => voices.named.add(year));
      for (const { kind, year, organ } of reportYearEvidence(reading, section)) {
        if (organ !== undefined && (kind === 'name' || isOpening)) {
          (kind === 'name' ? voices.organs : voices.subjects).add(organ);
        }
        const heard = kind === 'period' ? [periods]
          : [voices.text, ...(kind === 'name' ? [voices.names] : []), ...(kind === 'name' || isOpening ? [voices.opening] : [])];
        heard.forEach((years) => years.add(year));
      }
    });
  });
  return { title: undefined, period: periods.size === 1 ? [...periods][0] : undefined, ...voices };
}

/**
 * The year that the parts of a report agree on, and the one part that does not. `earliest` is the first year whose form
 * the tables can be; it decides where two stand against each other.
 */
export function agreeOnYear({ title, period, text, names, opening, named }: YearVoices, earliest: number | undefined): AgreedYear {
  const isPossible = (year: number): boolean => earliest === undefined || year >= earliest;
  const agreedOn = (year: number, voice: YearDissent['voice'], said: number, isMost: boolean): AgreedYear => {
    const isCertain = isMost || (isPossible(year) && !isPossible(said));
    return { year: isCertain || title === undefined ? year : title, other: year, dissent: { voice, said, isCertain } };
  };
  const said = title === undefined ? names : text;
  const [only] = said.size === 1 ? said : [undefined];
  if (title !== undefined && period !== undefined && title !== period) {
    const isTitleBacked = text.has(title) && !text.has(period);
    const isPeriodBacked = text.has(period) && !text.has(title);
    const isOfTitle = isPeriodBacked || (!isTitleBacked && (isPossible(title) === isPossible(period) ? title < period : !isPossible(title)));
    return isOfTitle ? agreedOn(period, 'title', title, isPeriodBacked) : agreedOn(title, 'period', period, isTitleBacked);
  }
  const agreed = title ?? period;
  if (agreed === undefined) {
    return { year: only ?? toldOf({ names, text, opening }), other: undefined, dissent: undefined };
  }
  if (only === undefined || only === agreed) {
    return { year: agreed, other: undefined, dissent: undefined };
  }
  if (title !== undefined && period !== undefined) {
    return agreedOn(agreed, 'text', only, true);
  }
  if (only === agreed + 1 && opening.has(only) && (title === undefined || !named.has(title))) {
    return agreedOn(only, title === undefined ? 'period' : 'title', agreed, false);
  }
  return only === agreed - 1 ? agreedOn(agreed, 'text', only, false) : { year: agreed, other: undefined, dissent: undefined };
}

/** The organ that a report without title is of, by its own name in a sentence or by those that it begins with. */
export function organTold({ organs, subjects }: YearVoices): string | undefined {
  const said = organs.size > 0 ? organs : subjects;
  return said.size === 1 ? [...said][0] : undefined;
}

/** The year of a report whose page kept neither title nor period: the one of all sentences that tell of a whole year, from the beginning on. */
function toldOf({ names, text, opening }: Pick<YearVoices, 'names' | 'text' | 'opening'>): number | undefined {
  const [year] = text;
  return names.size === 0 && text.size === 1 && year !== undefined && opening.has(year) ? year : undefined;
}

/** The first year that the tables can be of, by those that tell one form from another. */
export function earliestYear(tables: Iterable<BoundTable>, forms: readonly Form[]): number | undefined {
  const from = [...tables].flatMap(({ form, unreadable, mixedWith }) => (unreadable || mixedWith !== undefined ? [] : firstYearOf(form, forms) ?? []));
  return from.length > 0 ? Math.min(...from) : undefined;
}
