import narrative from '../../forms/narrative.json' with { type: 'json' };

export type QuantityKind =
  | 'received'
  | 'finished'
  | 'handled'
  | 'applicant'
  | 'carriedIn'
  | 'carriedOut'
  | 'carried'
  | 'result'
  | 'review'
  | 'outcome'
  | 'document'
  | 'item'
  | 'fee';

/** What a word does in a sentence; `forms/narrative.schema.json` says of each role in a line what it does. */
export type Role = keyof typeof narrative.words;

/** What is counted in the sentences of every report, by a phrase of a form of one's own, or by the heading alone. */
export type QuantityId = keyof typeof narrative.quantities | `phrase:${string}` | 'headed';

/** Something that is counted, e.g. 新收 or 行政复议. */
export interface Quantity {
  readonly id: QuantityId;
  readonly kind: QuantityKind;
  /** How many of what sentences count one of the table's units is: 万元 is 10,000 元. */
  readonly scale: number;
  /** What it is a part of, as 不掌握相关信息 is of 无法提供. */
  readonly within: readonly QuantityId[];
}

/** What may be read from a sentence, and blocked by a guard. */
export type Subject = 'requests' | 'verbs' | 'review' | 'documents' | 'items' | 'denials' | 'done' | 'statements' | 'sums' | 'percentages';

/** How far a guard reaches from its word; `forms/narrative.schema.json` says of each in a line how far. */
export type Reach = 'sentence' | 'behind' | 'clause' | 'beside' | 'denied';

/** Words that show that counts are not those of the tables. */
export interface Guard {
  readonly name: string;
  readonly roles: readonly Role[];
  readonly reach: Reach;
  readonly blocks: readonly Subject[];
  /** A sentence that is silent for it alone. */
  readonly example: string;
  /** One that it leaves alone, with the findings in marks: ⟦13⟧. */
  readonly counterExample: string;
}

/** What a pattern may demand besides its words; `forms/narrative.schema.json` says of each in a line what it is. */
export type Condition =
  | 'isNamed'
  | 'isOfRequests'
  | 'isPlain'
  | 'isWhole'
  | 'isAffirmed'
  | 'isOutsideBrackets'
  | 'isNoPart'
  | 'isAlone'
  | 'isNotTakenUp'
  | 'isNotShown'
  | 'isByNoWay'
  | 'endsWithWords';

export type Measures = 'any' | 'cases' | 'documents' | 'requests' | 'money';

export type PatternName = 'listed' | 'listedReviews' | 'listedItems' | 'item' | 'fee' | 'outcome' | 'case' | 'document' | 'carried' | 'result' | 'applicant' | 'verb' | 'noun' | 'headed';

/** How a count is told. The first pattern that the words around a count fit decides what it counts, or that nobody can tell. */
export interface Pattern {
  readonly name: PatternName;
  /** One of these must be named. */
  readonly kinds: readonly QuantityKind[];
  /** None of these may be named beside it. */
  readonly without: readonly QuantityKind[];
  readonly blockedBy: readonly Subject[];
  /** So many unknown characters may stand between the count and words behind it. */
  readonly near: number;
  readonly measures: Measures;
  readonly demands: readonly Condition[];
  /** A sentence that is read by it, with the findings in marks: ⟦13⟧. */
  readonly example: string;
  /** One that looks like it and is silent. */
  readonly counterExample: string;
}

export type DenialName = 'carried' | 'review' | 'document' | 'request' | 'done';

/** How it is told that something did not occur. The first that a clause with 未收到 or the like fits decides what it denies. */
interface DenialPattern {
  readonly name: DenialName;
  /** A sentence that is read by it, with the findings in marks. */
  readonly example: string;
  /** One that looks like it and is silent. */
  readonly counterExample: string;
}

export const denials = narrative.denials as readonly DenialPattern[];

export const patterns = narrative.patterns as readonly Pattern[];

export const guards = narrative.guards as readonly Guard[];

/** A kind of applicant (申请人情况) and the columns that it stands for; none where that is not certain. */
export interface Applicant {
  readonly id: string;
  readonly columns: readonly string[];
}

/** A word that the reader of sentences knows. */
export interface Word {
  readonly text: string;
  readonly roles: ReadonlySet<Role>;
  readonly quantity: Quantity | undefined;
  /** It names the quantity only below one that it is within. */
  readonly isBelow: boolean;
  readonly applicant: Applicant | undefined;
}

type QuantityKey = keyof typeof narrative.quantities;

interface QuantityData {
  readonly kind: string;
  readonly scale?: number;
  readonly words: readonly string[];
  readonly within?: readonly string[];
  readonly below?: readonly string[];
}

export const quantityData = Object.entries(narrative.quantities) as [QuantityKey, QuantityData][];

export const quantities: ReadonlyMap<QuantityId, Quantity> = new Map(quantityData.map(([id, { kind, scale = 1, within = [] }]) => [
  id, { id, kind: kind as QuantityKind, scale, within: within as readonly QuantityKey[] },
]));

/** Of a result and its reason (因不掌握相关政府信息无法提供), of lawsuits and their kind, the one that is a part of all others. */
export function narrowest(ids: readonly QuantityId[]): readonly QuantityId[] {
  const inner = ids.filter((id) => ids.every((other) => other === id || isWithin(id, other)));
  return inner.length === 1 ? inner : ids;
}

/** What only one form counts is a part of what every report counts. */
function isWithin(id: QuantityId, other: QuantityId): boolean {
  const quantity = quantities.get(id);
  return quantity === undefined ? quantities.has(other) : quantity.within.includes(other);
}

/** The quantity of a kind that is told by words that begin with one: that of 行政许可决定 for 行政许可. */
export function quantityNamed(kind: QuantityKind, start: string): QuantityId | undefined {
  return quantityData.find(([, { kind: own, words }]) => own === kind && words.some((word) => word.startsWith(start)))?.[0];
}

/** The review that a word of headings names: 复议. */
export function reviewNamed(cue: string): QuantityId | undefined {
  return quantityData.find(([, { kind, words }]) => kind === 'review' && words.includes(cue))?.[0];
}

export const headingCues: Readonly<Record<'requests' | 'review' | 'channel', readonly string[]>> = narrative.headings;

export const measures: readonly string[] = [...narrative.measures].sort((one, other) => other.length - one.length);
export const caseMeasures: ReadonlySet<string> = new Set(narrative.caseMeasures);
export const countMeasures: ReadonlySet<string> = new Set(narrative.countMeasures);
export const applicationMeasures: ReadonlySet<string> = new Set(narrative.applicationMeasures);
/** What a request is called in short: 申请. */
export const applications: readonly string[] = narrative.words.application;
export const paperMeasures: ReadonlySet<string> = new Set(narrative.paperMeasures);
export const documentMeasures: ReadonlySet<string> = new Set(narrative.documentMeasures);
export const notAfterMeasure: readonly string[] = narrative.notAfterMeasure;

export function startsWith(codes: readonly number[], length: number, at: number, text: string): boolean {
  if (at + text.length > length) {
    return false;
  }
  for (let index = 0; index < text.length; index += 1) {
    if (codes[at + index] !== text.charCodeAt(index)) {
      return false;
    }
  }
  return true;
}
