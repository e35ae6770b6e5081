import type { Sums } from '../../forms/form.ts';
import type { Mention } from './types.ts';
import type { QuantityId } from './vocabulary.ts';
import type { Words } from './words.ts';

/** What the tables say. */
export interface Figures {
  /** Undefined where the figure is blank, unreadable or absent. */
  value(figureId: string): number | undefined;
  /** Whether the figure carries an arithmetic finding. */
  suspect(figureId: string): boolean;
}

/** What one meaning of a phrase comes to. */
export interface Sum {
  /** The first figure of the sum. */
  readonly figure: string;
  /** Undefined where a figure of the sum is unknown. */
  readonly value: number | undefined;
  readonly lower: number;
  readonly upper: number;
  readonly terms: readonly { readonly figure: string; readonly sign: 1 | -1; readonly value: number | undefined }[];
}

/** The meanings of a quantity on one form, in figures; undefined where none of them can be held against the tables. */
export function sumsOf(meanings: Sums, figures: Figures): Sum[] | undefined {
  const sums: Sum[] = [];
  for (const meaning of meanings) {
    const terms = meaning.map((term) => {
      const isNegative = term.startsWith('-');
      const figure = isNegative ? term.slice(1) : term;
      return { figure, sign: isNegative ? (-1 as const) : (1 as const), value: figures.value(figure) };
    });
    if (terms.some(({ figure }) => figures.suspect(figure))) {
      return undefined;
    }
    sums.push(addTerms(terms));
  }
  return sums.length === 0 || sums[0]?.value === undefined ? undefined : sums;
}

/** An unknown figure is some number from 0 on. */
function addTerms(terms: Sum['terms']): Sum {
  let known = 0;
  let lower = 0;
  let upper = 0;
  for (const { sign, value } of terms) {
    known += sign * (value ?? 0);
    lower += value === undefined && sign < 0 ? Number.NEGATIVE_INFINITY : 0;
    upper += value === undefined && sign > 0 ? Number.POSITIVE_INFINITY : 0;
  }
  const isKnown = terms.every(({ value }) => value !== undefined);
  return {
    figure: terms[0]?.figure ?? '',
    value: isKnown ? known : undefined,
    lower: known + lower,
    upper: known + upper,
    terms,
  };
}

type Counted = Pick<Mention, 'quantity' | 'columns' | 'otherColumns' | 'carriedYear' | 'carriedYearFollows' | 'of'>;

/** What a mention may mean; empty where that cannot be told. */
export function meaningsOf(mention: Counted, form: string, year: number | undefined, words: Words): Sums {
  const id = mention.carriedYear === undefined ? mention.quantity : carriedQuantity(mention, year);
  const quantity = id === undefined ? undefined : words.quantity(id);
  if (quantity === undefined) {
    return [];
  }
  if (quantity.kind === 'outcome') {
    return outcomeMeanings(mention.of, quantity.id, form, words);
  }
  const own = words.meanings(form, quantity.id);
  const total = mention.columns.length === 0 ? own : own.map((meaning) => inColumns(meaning, mention.columns));
  const isCrossed = quantity.kind === 'result' && mention.otherColumns.length > 0;
  return isCrossed
    ? [...total, ...mention.otherColumns.flatMap((column) => own.map((meaning) => inColumns(meaning, [column])))]
    : total;
}

/** 2019年结转 in the report of 2020 is 上年结转, 结转2021年 is 结转下年度, and 2019年结转至2020年 or 2020年结转 leaves open which. */
function carriedQuantity({ carriedYear, carriedYearFollows }: Counted, year: number | undefined): QuantityId | undefined {
  if (year === undefined || carriedYear === undefined) {
    return undefined;
  }
  if (carriedYear === year) {
    return 'carried';
  }
  if (carriedYearFollows) {
    return carriedYear === year + 1 ? 'carriedOut' : carriedYear === year - 1 ? 'carriedIn' : undefined;
  }
  return carriedYear === year - 1 ? 'carriedIn' : undefined;
}

/** 结果维持 of 行政诉讼 is the sum of both groups, or one of them. */
function outcomeMeanings(of: QuantityId | undefined, outcome: QuantityId, form: string, words: Words): Sums {
  const column = words.outcome(form, outcome);
  return of === undefined || column === undefined ? [] : words.meanings(form, of).map((meaning) => inColumns(meaning, [column]));
}

function inColumns(meaning: readonly string[], columns: readonly string[]): string[] {
  return meaning.flatMap((figure) => columns.map((column) => figure.replace(/\.total$/u, `.${column}`)));
}

/** E.g. `10 + 2 = 12`; the number alone where there is nothing to add. */
export function formulaOf(sum: Sum): string {
  return sum.terms.length === 1 ? String(sum.value) : `${termsOf(sum)} = ${sum.value}`;
}

/** E.g. `10 + 2`. */
export function termsOf({ terms: [first, ...rest] }: Sum): string {
  return [String(first?.value ?? '?'), ...rest.map(({ sign, value }) => `${sign < 0 ? '−' : '+'} ${value ?? '?'}`)].join(' ');
}
