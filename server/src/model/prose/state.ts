import type { Clause, Sentence } from './clauses.ts';
import type { CountToken } from './lexer.ts';
import type { Mention } from './types.ts';
import type { Applicant, QuantityId, Subject } from './vocabulary.ts';

/** How a count divides its whole: parts of two ways do not add up. */
export type Division = 'channel' | 'applicant' | 'result' | 'outcome' | 'review' | 'carried' | 'other';

/** A count of a sentence, whatever it counts; what sums are made of. */
export interface Entry {
  readonly token: CountToken;
  /** The last verb before it says that requests came in: 收到. */
  readonly isReceipt: boolean;
  mention: Mention | undefined;
  readonly division: Division;
  /** The number of the 其中 that it stands under; 0 where under none. */
  readonly group: number;
  readonly bracket: number | undefined;
  readonly isCompared: boolean;
  /** Whether 共 or 合计 stands before it. */
  readonly hasSum: boolean;
  readonly isRest: boolean;
  /** It counts documents repealed or in force, and so no part of those issued. */
  readonly isDocumentAction: boolean;
  /** 合计 or 共 begins its clause and stands right before it: the sum of what came before. */
  readonly isSum: boolean;
  /** It counts what was finished (办结), of all or of a part. */
  readonly isFinished: boolean;
  /** Words beside it say that it is about disclosure. */
  readonly isOfDisclosure: boolean;
  /** It is clear what it counts, or that it is a part of something. */
  readonly isKnown: boolean;
}

/** `review` follows `requests`, or a sentence about disclosure: 行政复议, 行政诉讼. */
export type Topic = 'none' | 'requests' | 'review' | 'other';

/** What holds for the rest of a paragraph. */
export interface ParagraphState {
  topic: Topic;
  /** The year that the last sentence with one began with. */
  year: number | undefined;
  /** It speaks of a way in which information goes out, so that its counts may be of that alone. */
  isOfChannel: boolean;
  /** The one kind of review that a heading run into it names: （一）行政复议情况. */
  headed: QuantityId | undefined;
  entries: readonly Entry[];
}

/** What documents are counted by. */
export const documentActions = ['issue', 'repeal', 'inForce', 'disclosed', 'totalDisclosed'] as const;
type DocumentAction = (typeof documentActions)[number];

/** What holds for the rest of a sentence. */
export interface SentenceState {
  /** How many 其中 there have been. */
  group: number;
  /** Whether 其中 is in force. */
  isSub: boolean;
  /** Whether it stays in force beyond a semicolon. */
  subLasts: boolean;
  /** How many 其中 there were so far. */
  groups: number;
  /** It speaks of last year, or of many years. */
  isPast: boolean;
  /** A bracket says that it speaks of many years. */
  isSince: boolean;
  /** What words of it block, so far. */
  readonly blocked: Set<Subject>;
  /** It names a year, or says 今年 or 全年. */
  namesYear: boolean;
  /** It says that it is about the whole year (全年, 共). */
  isOfYear: boolean;
  /** It names what became of reviews: 维持. */
  namesOutcomes: boolean;
  /** It names requests in full, before or behind. */
  namesRequests: boolean;
  /** A clause announced what all requests are divided into: 政府信息公开申请中. */
  dividesRequests: boolean;
  /** It speaks of disclosure (政府信息公开). */
  isDisclosure: boolean;
  /** Where it first does so. */
  disclosedFrom: number | undefined;
  document: 'normativeDocuments' | 'regulations' | undefined;
  action: DocumentAction | undefined;
  /** A clause without a count announced the documents. */
  isDocumentTopic: boolean;
  /** The id of the last 行政复议 or 行政诉讼. */
  review: QuantityId | undefined;
  unit: string | undefined;
  /** The applicant of whom the clause before spoke, without a count. */
  applicant: Applicant | undefined;
  /** Columns of the applicants named so far. */
  readonly columns: Set<string>;
  readonly entries: Entry[];
  /** The numbers of the lists of parts that are announced to be complete (分别为). */
  readonly completeGroups: Set<number>;
  /** The year that held where each clause ended, by its tokens. */
  readonly years: Map<Clause['tokens'], number | undefined>;
}

/** What holds for one clause. */
export interface ClauseState {
  readonly clause: Clause;
  isCompared: boolean;
  readonly blocked: Set<Subject>;
  year: number | undefined;
  /** It names more than one year. */
  isMixed: boolean;
}

/** A sentence read through, for those who read sums and percentages from it. */
export interface ReadSentence {
  readonly state: SentenceState;
  readonly sentence: Sentence;
  /** Counts of the sentence before, for a sentence that begins with 其中. */
  readonly before: readonly Entry[];
}

export function newSentence(): SentenceState {
  return {
    group: 0,
    isSub: false,
    subLasts: false,
    groups: 0,
    isPast: false,
    isSince: false,
    blocked: new Set(),
    isOfYear: false,
    namesYear: false,
    namesOutcomes: false,
    namesRequests: false,
    dividesRequests: false,
    isDisclosure: false,
    disclosedFrom: undefined,
    document: undefined,
    isDocumentTopic: false,
    action: undefined,
    review: undefined,
    unit: undefined,
    applicant: undefined,
    columns: new Set(),
    entries: [],
    completeGroups: new Set(),
    years: new Map(),
  };
}

export function newClause(clause: Clause): ClauseState {
  return { clause, isCompared: false, blocked: new Set(), year: undefined, isMixed: false };
}
