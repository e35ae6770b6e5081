import type { NumberStyle } from './number-format.ts';
import type { QuantityId } from './vocabulary.ts';

/** A place in a paragraph, in UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * How certain it is what a mention is about: `explicit` where the paragraph says so itself, `weak` where that follows
 * only from the section or heading above it, `implied` where the way in which it is told says so, if no heading says otherwise.
 */
export type Certainty = 'explicit' | 'implied' | 'weak';

/** What narrows or qualifies a mention. */
export interface Scope {
  readonly certainty: Certainty;
  /** The year that the sentence speaks of; undefined where it names none. */
  readonly year: number | undefined;
  /** The end of the name of the unit that the sentence speaks of (水务局), folded; undefined where it names none. */
  readonly unit: string | undefined;
}

/** A count of something that the tables count too. The span is its number. */
export interface Mention extends Span, Scope {
  readonly quantity: QuantityId;
  readonly value: number;
  /** Between these the true number lies; both are `value` where the number is exact. */
  readonly lower: number;
  readonly upper: number;
  readonly approximate: boolean;
  readonly style: NumberStyle;
  /** For an outcome (结果维持) the quantity that it is an outcome of. */
  readonly of: QuantityId | undefined;
  /** Columns of the table of requests in place of 总计; empty for 总计. */
  readonly columns: readonly string[];
  /** Columns that the sentence has named before, so that the mention may be about them alone. */
  readonly otherColumns: readonly string[];
  /** The table may hold more: the count may be a part of what was newly received, or of what was carried in. */
  readonly isPart: boolean;
  /** For 结转 with a year (2019年结转, 结转2021年): the year and the side on which it stands. */
  readonly carriedYear: number | undefined;
  readonly carriedYearFollows: boolean;
}

/** A whole and its parts (其中…, 共…). The span is the whole's number, or the sum's. */
export interface PartsMention extends Span {
  readonly whole: number;
  readonly parts: readonly number[];
  /** Where the numbers of the parts begin. */
  readonly places: readonly number[];
  /** Whether the parts are meant to be complete. */
  readonly isComplete: boolean;
  /** Other counts in reach that the parts may belong to. */
  readonly otherWholes: readonly number[];
}

/** What a percentage may be: a share or a growth in counts of its sentence. */
export interface Quotient {
  readonly value: number;
  /** E.g. `35 ÷ 39`. */
  readonly formula: string;
}

/** What of the tables a percentage is held against: 办结率, the corrections among reviews, or a part of all requests. */
export type TableRate =
  | { readonly kind: 'finished' }
  | { readonly kind: 'corrected'; readonly of: QuantityId }
  | { readonly kind: 'share'; readonly value: number; readonly isResult: boolean }
  | { readonly kind: 'applicant'; readonly columns: readonly string[] };

/** A percentage with the counts that it may be about. The span is the number. */
export interface PercentMention extends Span {
  readonly said: number;
  /** The least place written: 0.1 for 97.5. */
  readonly unit: number;
  /** Where the counts begin. */
  readonly places: readonly number[];
  /** What it is meant to be, one of them; none where no counts could make it right. */
  readonly quotients: readonly Quotient[];
  /** What it might be as well. */
  readonly otherQuotients: readonly Quotient[];
  /** It may as well be what the tables make of all that was finished, as 上年结转 need not be told beside it. */
  readonly mayBeOfTables?: boolean;
  /** Of a rate without counts in its sentence (政府信息公开申请办结率95.6%): it is held against the tables. */
  readonly ofTables?: Scope & { readonly rate: TableRate };
}

/** Words that say that something did not occur (未收到…申请, 未发生行政复议), or is done (均已办结). */
export interface Denial extends Span, Scope {
  /** Those that must be 0. */
  readonly quantities: readonly QuantityId[];
  /** How many are said to be done, where these may be no more than were done: 办理申请35件，均已答复. */
  readonly ofDone?: number | undefined;
  readonly carriedYear: number | undefined;
  readonly carriedYearFollows: boolean;
}

/** The year in a name of the report itself (现公布2019年度政府信息公开工作年度报告). The span is the four digits. */
export interface YearMention extends Span {
  readonly year: number;
  /** It is the report's own only where it stands before the first section: 编制了《…2019年政府信息公开工作年度报告》. */
  readonly isOwnAbove?: boolean;
  /** The organ that stands right before the year, in the report's own name; of a sentence the one that it is about. */
  readonly organ?: string;
}

/** A year that begins a sentence and says when all of it is (2023年，我局…). The span is the four digits. */
export interface YearLead extends YearMention {
  /** Whether the sentence tells what was done in the year, or what is to be done; undefined where that is not certain. */
  readonly tense: 'past' | 'plan' | undefined;
}

export interface DatePart {
  readonly year: number | undefined;
  readonly month: number;
  readonly day: number | undefined;
}

/** A statement of the period that the figures are for (统计期限). The span runs from the first to the last date. */
export interface PeriodMention extends Span {
  readonly from: DatePart;
  readonly to: DatePart;
  /** The spans of the years written in it. */
  readonly years: readonly YearMention[];
}

/** A count of the whole year that no table holds, with the words that tell it. The span is its number. */
export interface Statement extends Span {
  /** Folded, without what says nothing of what is counted: 主动公开政府信息. */
  readonly words: string;
  readonly measure: string;
  readonly value: number;
  readonly year: number | undefined;
  readonly unit: string | undefined;
}

/** What a paragraph says in figures; depends on its text alone. */
export interface ProseReading {
  readonly mentions: readonly Mention[];
  readonly totals: readonly PartsMention[];
  readonly percentages: readonly PercentMention[];
  readonly denials: readonly Denial[];
  readonly statements: readonly Statement[];
  readonly years: readonly YearMention[];
  readonly periods: readonly PeriodMention[];
  readonly leads: readonly YearLead[];
  /** Every year that the paragraph names. */
  readonly yearsNamed: readonly number[];
  /** Whether a sentence says 今年, or begins with 本年度. */
  readonly isOfPresent: boolean;
}
