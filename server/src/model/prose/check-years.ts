import narrative from '../../forms/narrative.json' with { type: 'json' };
import { formatNumber, type NumberStyle } from './number-format.ts';
import type { PeriodMention, ProseReading, Span } from './types.ts';
import { isWholeYear } from './years.ts';

export interface YearFinding extends Span {
  readonly code: 'stale-year' | 'report-period';
  readonly said: number;
  /** The report year; of a plan the year behind it. */
  readonly expected: number;
  /** The expected year, written as the year in the text is. */
  readonly replacement?: string;
  /** The sentence plans for the year that is reported. */
  readonly isPlan?: boolean;
  /** The year again in the same period: one mistake, to be corrected in each place. */
  readonly again?: readonly YearAgain[];
}

/** Where the same year stands again, and the expected one written as it is there. */
export interface YearAgain extends Span {
  readonly replacement: string;
}

/** Where last year's year stands in the report's own name or period, or the period is another. */
export function checkYears(reading: ProseReading, text: string, year: number): YearFinding[] {
  const names = reading.years
    .filter((mention) => mention.year === year - 1)
    .map((mention) => stale(mention, text, year));
  return [...names, ...reading.periods.flatMap((period) => checkPeriod(period, text, year))].sort(
    (one, other) => one.start - other.start,
  );
}

/** A paragraph as it was read, with its text. */
export interface ReadParagraph {
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
    .map((lead) => ({ ...stale(lead, text, right), isPlan })));
}

const { past, plan } = narrative.leads;

function stale(mention: Span & { readonly year: number }, text: string, year: number): YearFinding {
  const { start, end } = mention;
  return {
    code: 'stale-year',
    start,
    end,
    said: mention.year,
    expected: year,
    replacement: rewriteYear(text.slice(start, end), year),
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
    return first ? [{ ...stale(first, text, year), ...(again.length > 0 ? { again } : {}) }] : [];
  }
  return [
    {
      code: 'report-period',
      start: period.start,
      end: period.end,
      said: period.to.year ?? period.from.year ?? year,
      expected: year,
    },
  ];
}

/** A year in the digits in which another one is written. */
export function rewriteYear(written: string, year: number): string {
  const chinese = /[一二三四五六七八九〇零]/u.test(written);
  if (chinese) {
    const zero = written.includes('零') ? '零' : '〇';
    return [...String(year)].map((digit) => (digit === '0' ? zero : '一二三四五六七八九'[Number(digit) - 1])).join('');
  }
  const style: NumberStyle = { script: 'digits', wide: /[０-９]/u.test(written), separator: '', liang: false };
  return formatNumber(year, style);
}

export interface YearEvidence extends Span {
  readonly year: number;
  readonly kind: 'period' | 'name';
}

/** What a paragraph says of the report year, for a report whose title does not. */
export function reportYearEvidence(reading: ProseReading): YearEvidence[] {
  const periods = reading.periods.filter(isWholeYear).flatMap((period) => {
    const [first] = period.years;
    const isOne = first !== undefined && period.years.every(({ year }) => year === first.year);
    return isOne ? [{ ...first, kind: 'period' as const }] : [];
  });
  return [...periods, ...reading.years.map((mention) => ({ ...mention, kind: 'name' as const }))];
}
