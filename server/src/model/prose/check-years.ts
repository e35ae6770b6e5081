import narrative from '../../forms/narrative.json' with { type: 'json' };
import { formatNumber, type NumberStyle } from './number-format.ts';
import type { PeriodMention, ProseReading, Span, YearMention } from './types.ts';
import { isWholeYear } from './years.ts';
import { yearDigits } from '../../syntax/numerals.ts';
import { writeDigits } from '../../texts/chinese-numbers.ts';

export interface YearFinding extends Span {
  readonly code: 'stale-year' | 'report-period';
  readonly said: number;
  /** The report year; of a plan the year behind it. */
  readonly expected: number;
  /** The expected year, written as the year in the text is. */
  readonly replacement?: string;
  /** The sentence plans for the year that is reported. */
  readonly isPlan?: boolean;
  /** Where else the year stands in the same period, one mistake, to be corrected in each place; of a wrong period, all of them. */
  readonly again?: readonly YearAgain[];
  /** What says the year: the report's own name, its period, or a sentence that begins with it. */
  readonly kind: YearEvidence['kind'];
}

/** Where the same year stands again, and the expected one written as it is there. */
interface YearAgain extends Span {
  readonly replacement: string;
}

/**
 * Where another year stands in the report's own name or period, or the period is another. `section` is the one in which
 * the paragraph stands, if any.
 */
export function checkYears(reading: ProseReading, text: string, year: number, section?: string): YearFinding[] {
  const names = ownNames(reading, section)
    .filter((mention) => mention.year !== year)
    .map((mention) => stale(mention, text, year, 'name'));
  return [...names, ...reading.periods.flatMap((period) => checkPeriod(period, text, year))].sort(
    (one, other) => one.start - other.start,
  );
}

/** A paragraph as it was read, with its text. */
interface ReadParagraph {
  readonly reading: ProseReading;
  readonly text: string;
}

/**
 * Sentences of a section that last year's report leaves behind, by paragraph: what was done in the year before the
 * report year, or plans for the report year. Nothing where the section speaks of the right year as well, so that the
 * other may be meant.
 */
export function checkLeads(section: string, paragraphs: readonly ReadParagraph[], year: number): YearFinding[][] {
  const isPast = past.sections.includes(section);
  const isPlan = !isPast && plan.sections.includes(section);
  const right = isPlan ? year + 1 : year;
  const isMixed = paragraphs.some(({ reading }) => reading.yearsNamed.includes(right) || (isPast && reading.isOfPresent));
  if (isMixed || !(isPast || isPlan)) {
    return paragraphs.map(() => []);
  }
  const tense = isPast ? 'past' : 'plan';
  return paragraphs.map(({ reading, text }) => reading.leads
    .filter((lead) => lead.tense === tense && lead.year === right - 1)
    .map((lead) => ({ ...stale(lead, text, right, 'lead'), isPlan })));
}

const { past, plan } = narrative.leads;

function stale(mention: Span & { readonly year: number }, text: string, year: number, kind: YearFinding['kind']): YearFinding {
  const { start, end } = mention;
  return {
    code: 'stale-year',
    start,
    end,
    said: mention.year,
    expected: year,
    replacement: rewriteYear(text.slice(start, end), year),
    kind,
  };
}

/** A period that is last year's through and through is a leftover; any other is a wrong period. */
function checkPeriod(period: PeriodMention, text: string, year: number): YearFinding[] {
  const isWhole = isWholeYear(period);
  const isRight = isWhole && period.years.every((mention) => mention.year === year);
  if (isRight) {
    return [];
  }
  const isLeftover = isWhole && period.years.every((mention) => mention.year === year || mention.year === year - 1);
  if (isLeftover) {
    const [first, ...others] = period.years.filter((mention) => mention.year === year - 1);
    const again = others.map(({ start, end }) => ({ start, end, replacement: rewriteYear(text.slice(start, end), year) }));
    return first ? [{ ...stale(first, text, year, 'period'), ...(again.length > 0 ? { again } : {}) }] : [];
  }
  const isOfOtherYear = isWhole && new Set(period.years.map((mention) => mention.year)).size === 1;
  return [
    {
      code: 'report-period',
      start: period.start,
      end: period.end,
      said: period.to.year ?? period.from.year ?? year,
      expected: year,
      kind: 'period',
      ...(isOfOtherYear && { again: period.years.map(({ start, end }) => ({ start, end, replacement: rewriteYear(text.slice(start, end), year) })) }),
    },
  ];
}

const chineseYear = new RegExp(`[${yearDigits}]`, 'u');

/** A year in the digits in which another one is written. */
export function rewriteYear(written: string, year: number): string {
  if (chineseYear.test(written)) {
    return writeDigits(year, written.includes('零') ? '零' : '〇');
  }
  const style: NumberStyle = { script: 'digits', wide: /[０-９]/u.test(written), separator: '', liang: false };
  return formatNumber(year, style);
}

function ownNames({ years }: ProseReading, section: string | undefined): YearMention[] {
  return years.filter(({ isOwnAbove }) => section === undefined || !isOwnAbove);
}

export interface YearEvidence extends YearMention {
  readonly kind: 'period' | 'name' | 'lead';
}

/**
 * What a paragraph says of the report year: by the period, by the report's own name, by telling of a year as a whole.
 * `section` is the one in which it stands, if any.
 */
export function reportYearEvidence(reading: ProseReading, section?: string): YearEvidence[] {
  const periods = reading.periods.filter(isWholeYear).flatMap((period) => {
    const [first] = period.years;
    const isOne = first !== undefined && period.years.every(({ year }) => year === first.year);
    return isOne ? [{ ...first, kind: 'period' as const }] : [];
  });
  const names = ownNames(reading, section).map((mention) => ({ ...mention, kind: 'name' as const }));
  return [...periods, ...names, ...leadsOf(reading, section).map((lead) => ({ ...lead, kind: 'lead' as const }))];
}

/** The years of sentences that tell what was done, or, one less, of those that plan. */
function leadsOf({ leads }: ProseReading, section: string | undefined): YearMention[] {
  const isPast = section === undefined || past.sections.includes(section);
  const isPlan = section !== undefined && plan.sections.includes(section);
  return leads.flatMap((lead) => {
    const isTelling = (isPast && lead.tense === 'past') || (isPlan && lead.tense === 'plan');
    const { start, end, organ } = lead;
    return isTelling ? [{ start, end, year: isPlan ? lead.year - 1 : lead.year, ...(isPast && organ !== undefined && { organ }) }] : [];
  });
}
