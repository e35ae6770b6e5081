import { foldText } from '../../forms/vocabulary.ts';
import { add } from './add.ts';
import { trailingUnit } from './approximation.ts';
import { formulaOf, meaningsOf, sumsOf, termsOf, type Figures, type Sum } from './meaning.ts';
import { formatNumber } from './number-format.ts';
import { isOwnUnit } from '../organs/own-unit.ts';
import type { Denial, Mention, PartsMention, PercentMention, ProseReading, Quotient, Scope, Span } from './types.ts';
import { quotientsOf, type ReadTables } from './table-quotients.ts';
import { headingCues, reviewNamed, type Quantity, type QuantityId } from './vocabulary.ts';
import type { Words } from './words.ts';

/** The report in which a paragraph stands. */
export interface ProseContext extends Figures {
  /** The report year; undefined where it is not known. */
  readonly year: number | undefined;
  /** The id of the form that the report's tables show. */
  readonly form: string;
  /** The id of the section in which the paragraph stands. */
  readonly section: string;
  /** The nearest sub-heading above the paragraph (（二）依申请公开情况), if there is one. */
  readonly heading?: string;
  /** The organ in the report's title; without it sentences about a named unit are left alone. */
  readonly organ?: string | undefined;
  /** The words by which the paragraph was read. */
  readonly words: Words;
}

export interface ProseFinding extends Span {
  readonly code: 'narrative-mismatch' | 'narrative-item' | 'narrative-sum' | 'narrative-percentage';
  /** The table's figure that contradicts. */
  readonly figure?: string;
  /** All figures that the words were held against, the first first. */
  readonly figures?: readonly string[];
  readonly said: number;
  readonly expected?: number;
  readonly formula?: string;
  /** What the expected value is worked out of, where that is more than one figure: `10 + 2`, `37 ÷ 39`. */
  readonly terms?: string;
  /** The table's value, written as the number in the text is. */
  readonly replacement?: string;
}

/**
 * Holds what a paragraph says against the tables; in the order of the text. A sum or percentage that is wrong because
 * one of its counts contradicts the tables is not reported again.
 */
export function compareProse(reading: ProseReading, context: ProseContext): ProseFinding[] {
  const mismatches = [
    ...reading.mentions.map((mention) => compareMention(underHeading(mention, context), context)),
    ...reading.denials.map((denial) => compareDenial(denial, context)),
  ].filter((finding) => finding !== undefined);
  const wrong = new Set(mismatches.map(({ start }) => start));
  const isExplained = ({ start, places }: PartsMention | PercentMention): boolean =>
    [start, ...places].some((place) => wrong.has(place));
  const totals = reading.totals.filter((parts) => !isExplained(parts)).map(checkParts);
  const percentages = reading.percentages.filter((percentage) => !isExplained(percentage))
    .map((percentage) => checkPercentage(withTables(percentage, context)));
  const sums = [...totals, ...percentages].filter((finding) => finding !== undefined);
  return [...mismatches, ...sums].sort((one, other) => one.start - other.start);
}

/** A count that only the heading above names (3件，其中维持2件), as what that says. */
function underHeading(mention: Mention, { heading = '' }: ProseContext): Mention {
  if (mention.quantity !== unnamed && mention.of !== unnamed) {
    return mention;
  }
  const [cue, ...others] = headingCues.review.filter((one) => foldText(heading).includes(one));
  const named = cue === undefined || others.length > 0 ? undefined : reviewNamed(cue);
  return named === undefined ? mention : { ...mention, ...(mention.quantity === unnamed ? { quantity: named } : { of: named }) };
}

const unnamed: QuantityId = 'headed';

function quantityOf(id: QuantityId, { words }: Pick<ProseContext, 'words'>): Quantity | undefined {
  return words.quantity(id);
}

/** A number in a paragraph, with the figures of the tables that it is about. */
export interface MentionedFigures extends Span {
  /** Ids of figures; several where the number is a sum. */
  readonly figures: readonly string[];
}

/** Which figures of the tables the numbers in a paragraph are about; only those that the words name for certain. */
export function mentionedFigures({ mentions }: ProseReading, context: ProseContext): MentionedFigures[] {
  return mentions.map((mention) => underHeading(mention, context)).flatMap((mention) => {
    const sums = isAboutTables(mention, mention.quantity, context)
      ? sumsOf(meaningsOf(mention, context.form, context.year, context.words), context)
      : undefined;
    const [first] = sums ?? [];
    const meant = sums?.find((sum) => fits(mention, sum)) ?? (first && !isPart(mention, first, context) ? first : undefined);
    const { start, end } = mention;
    return meant ? [{ start, end, figures: meant.terms.map(({ figure }) => figure) }] : [];
  });
}

function compareMention(written: Mention, context: ProseContext): ProseFinding | undefined {
  if (!isAboutTables(written, written.quantity, context)) {
    return undefined;
  }
  const kind = quantityOf(written.quantity, context)?.kind ?? '';
  const { scale = 1 } = quantityOf(written.quantity, context) ?? {};
  const mention = inTableUnits(written, scale);
  const sums = sumsOf(meaningsOf(mention, context.form, context.year, context.words), context);
  const [first] = sums ?? [];
  if (
    sums === undefined ||
    first === undefined ||
    sums.some((sum) => (scale === 1 ? fits(mention, sum) : fitsRounded(mention, sum, scale))) ||
    isPart(mention, first, context)
  ) {
    return undefined;
  }
  const isSingle = first.terms.length === 1;
  return {
    code: items.has(kind) ? 'narrative-item' : 'narrative-mismatch',
    start: mention.start,
    end: mention.end,
    figure: first.figure,
    figures: first.terms.map(({ figure }) => figure),
    said: mention.value,
    expected: first.value ?? 0,
    ...(isSingle ? {} : { formula: formulaOf(first), terms: termsOf(first) }),
    ...(mention.approximate || kind === 'fee' ? {} : { replacement: formatNumber(first.value ?? 0, mention.style) }),
  };
}

const items: ReadonlySet<string> = new Set(['item', 'fee']);

/** An amount in 元 as the table has it, in 万元. */
function inTableUnits(mention: Mention, scale: number): Mention {
  const { value, lower, upper } = mention;
  return scale === 1 ? mention : { ...mention, value: value / scale, lower: lower / scale, upper: upper / scale };
}

/** Whether an amount is the table's as far as either may be rounded: 2.64亿元 is 26418.7万元, and 26481.7万元 is not. */
function fitsRounded(mention: Mention, sum: Sum, scale: number): boolean {
  const { value, lower, upper } = mention;
  const rounded = trailingUnit(Math.round(value * scale)) / scale + placeOf(sum.value ?? 0);
  const slack = Math.min(rounded, value * mostRounded + leastRounded);
  return fits({ ...mention, lower: lower - slack, upper: upper + slack }, sum);
}

const mostRounded = 0.01;
const leastRounded = 0.05;

/** The last place in which a figure of the table is written: 0.1 for 26418.7. */
function placeOf(value: number): number {
  const [, fraction = ''] = String(value).split('.');
  return 10 ** -fraction.length;
}

function fits({ lower, upper }: Mention, sum: Sum): boolean {
  return lower <= sum.upper && sum.lower <= upper;
}

/** A part of what was newly received may be smaller than the table's figure, which holds last year's as well, or what next year's will. */
function isPart(mention: Mention, sum: Sum, context: ProseContext): boolean {
  const kind = quantityOf(mention.quantity, context)?.kind;
  const isCarried = (side: 'carriedIn' | 'carriedOut'): boolean => context.value(`requests.${side}.total`) !== 0;
  const mayLack = isCarried('carriedIn') || (lacking.has(kind ?? '') && isCarried('carriedOut'));
  return mention.isPart && mayLack && mention.value <= sum.upper;
}

const lacking: ReadonlySet<string> = new Set(['received', 'carriedIn', 'carried', 'handled']);

function compareDenial(denial: Denial, context: ProseContext): ProseFinding | undefined {
  if (denial.ofDone !== undefined && denial.ofDone === valueOf('finished', context)) {
    return undefined;
  }
  for (const quantity of denial.quantities) {
    const counted = { ...denial, quantity, columns: [], otherColumns: [], of: undefined };
    const meanings = isAboutTables(denial, quantity, context) ? meaningsOf(counted, context.form, context.year, context.words) : [];
    const [sum, ...others] = sumsOf(quantity === 'carried' ? meanings : meanings.slice(0, 1), context) ?? [];
    if (sum !== undefined && [sum, ...others].every(({ value }) => value !== undefined && value > 0)) {
      const figure = sum.terms.find(({ value }) => value !== 0)?.figure ?? sum.figure;
      return {
        code: 'narrative-mismatch',
        start: denial.start,
        end: denial.end,
        figure,
        figures: [figure],
        said: 0,
        expected: sum.value ?? 0,
      };
    }
  }
  return undefined;
}

/** What a quantity comes to first of all. */
function valueOf(quantity: QuantityId, context: ProseContext): number | undefined {
  const counted = { quantity, of: undefined, columns: [], otherColumns: [], carriedYear: undefined, carriedYearFollows: false };
  return sumsOf(meaningsOf(counted, context.form, context.year, context.words).slice(0, 1), context)?.[0]?.value;
}

/** A rate that is told without counts, with what it may be by the tables; with nothing to hold against it where they leave that open. */
function withTables(percentage: PercentMention, context: ProseContext): PercentMention {
  const { ofTables, mayBeOfTables = false } = percentage;
  if (ofTables === undefined) {
    const read: ReadTables = (id) => [valueOf(id, context) ?? []].flat();
    return mayBeOfTables ? { ...percentage, otherQuotients: [...percentage.otherQuotients, ...quotientsOf({ kind: 'finished' }, read)] } : percentage;
  }
  const read: ReadTables = (id, of, columns = []) => {
    const counted = { quantity: id, of, columns, otherColumns: [], carriedYear: undefined, carriedYearFollows: false };
    const sums = isAboutTables(ofTables, of ?? id, context) ? sumsOf(meaningsOf(counted, context.form, context.year, context.words), context) ?? [] : [];
    return sums.every(({ value }) => value !== undefined) ? sums.map(({ value }) => value ?? 0) : [];
  };
  const quotients = quotientsOf(ofTables.rate, read);
  return quotients.length > 0 ? { ...percentage, quotients: quotients.slice(0, 1), otherQuotients: [...percentage.otherQuotients, ...quotients.slice(1)] }
    : { ...percentage, otherQuotients: [{ value: percentage.said, formula: '' }] };
}

/** Whether the words speak of this report's year, organ and subject. */
function isAboutTables(scope: Scope, quantity: QuantityId, context: ProseContext): boolean {
  const isYear = scope.year === undefined || scope.year === context.year;
  return (
    isYear && isOwnUnit(scope.unit, context.organ)
    && (scope.certainty === 'explicit' || (scope.certainty === 'implied' && (context.heading ?? '') === '') || isSubject(quantity, context))
  );
}

function isSubject(quantity: QuantityId, { section, heading = '', words: known }: ProseContext): boolean {
  const kind = quantityOf(quantity, { words: known })?.kind;
  const subject = kind === 'review' || kind === 'outcome' ? 'review' : 'requests';
  const words = foldText(heading);
  return section === subject || headingCues[subject].some((cue) => words.includes(cue));
}

function checkParts(parts: PartsMention): ProseFinding | undefined {
  const sum = add(parts.parts);
  const isTooMuch = sum > parts.whole && parts.otherWholes.every((whole) => sum > whole);
  const isShort = parts.isComplete && sum < parts.whole;
  if (!isTooMuch && !isShort) {
    return undefined;
  }
  const terms = parts.parts.join(' + ');
  const formula = `${terms} = ${sum} ${isTooMuch ? '>' : '<'} ${parts.whole}`;
  return { code: 'narrative-sum', start: parts.start, end: parts.end, said: parts.whole, expected: sum, formula, terms };
}

/** A percentage is right if it is rounded or cut off from any quotient of its counts; told with the nearest one that is possible. */
function checkPercentage({ start, end, said, unit, quotients, otherQuotients }: PercentMention): ProseFinding | undefined {
  if ([...quotients, ...otherQuotients].some(({ value }) => Math.abs(value - said) < unit + 1e-9)) {
    return undefined;
  }
  const distance = ({ value }: Quotient): number => Math.abs(value - said);
  const possible = quotients.filter(({ value }) => value <= 100);
  const [nearest] = (possible.length > 0 ? possible : quotients).toSorted((one, other) => distance(one) - distance(other));
  if (nearest === undefined) {
    return { code: 'narrative-percentage', start, end, said, formula: `${said}% > 100%` };
  }
  const expected = Math.round(nearest.value * 100) / 100;
  return { code: 'narrative-percentage', start, end, said, expected, formula: `${nearest.formula} = ${expected}%`, terms: nearest.formula };
}
