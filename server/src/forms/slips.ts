import data from './slips.json' with { type: 'json' };

/** Words by which slips are known that need no table: what a template left, doubled words, notices out of force. */
export interface SlipsData {
  readonly leftovers: LeftoversData;
  readonly doubled: readonly DoubledData[];
  readonly documents: DocumentsData;
}

export interface LeftoversData {
  readonly placeholders: readonly string[];
  /** What stands behind a placeholder that was to be replaced: XX局, ××条. */
  readonly placeholderEnds: readonly string[];
  readonly phrases: readonly string[];
  /** Word's own marks of comments (批注1). */
  readonly comments: readonly string[];
  /** What is counted, and by which measure words (量词). */
  readonly counted: readonly string[];
  readonly measures: readonly string[];
  /** Words of a clause that gives a number of the year, and its verbs. */
  readonly leads: readonly string[];
  readonly verbs: readonly string[];
}

export interface DoubledData {
  readonly words: string;
  /** Words in which they rightly stand twice. */
  readonly unless?: readonly string[];
}

export interface DocumentsData {
  /** The signs of the notices that fix the forms. */
  readonly issuer: string;
  /** Words of a sentence about the report itself. */
  readonly reports: readonly string[];
  /** Notices of the same office on other matters. */
  readonly otherNotices: readonly string[];
  readonly superseded: readonly SupersededData[];
  readonly articles: ArticlesData;
  readonly misspelt: readonly MisspeltData[];
}

export interface SupersededData {
  readonly says: readonly string[];
  /** The first year of reports that should not say so. */
  readonly from: number;
  readonly instead: string;
  /** Words of a sentence that may rightly say so. */
  readonly unless: readonly string[];
}

export interface ArticlesData {
  readonly before: readonly string[];
  readonly says: readonly string[];
  readonly from: number;
  readonly instead: string;
}

export interface MisspeltData {
  readonly says: string;
  readonly wrong: string;
  readonly right: string;
}

export const slips: SlipsData = data;
