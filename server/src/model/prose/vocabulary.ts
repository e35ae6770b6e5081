import narrative from '../../forms/narrative.json' with { type: 'json' };
import { foldText } from '../../forms/vocabulary.ts';

/** What a phrase may mean: each list is a sum of figure ids (a leading `-` subtracts); one that fits is enough. */
export type Meanings = readonly (readonly string[])[];

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

/** What is counted in the sentences of every report, or by a phrase of a form of one's own. */
export type QuantityId = keyof typeof narrative.quantities | `phrase:${string}`;

/** Something that is counted, e.g. 新收 or 行政复议. */
export interface Quantity {
  readonly id: QuantityId;
  readonly kind: QuantityKind;
  /** How many of what sentences count one of the table's units is: 万元 is 10,000 元. */
  readonly scale: number;
  /** By the id of the form whose tables the report shows; `any` where all forms agree. */
  readonly meanings: Readonly<Record<string, Meanings>>;
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
  | 'endsWithWords';

export type Measures = 'any' | 'cases' | 'documents' | 'requests' | 'money';

export type PatternName = 'item' | 'fee' | 'outcome' | 'case' | 'document' | 'carried' | 'result' | 'applicant' | 'verb' | 'noun';

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
export interface DenialPattern {
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
  readonly applicant: Applicant | undefined;
}

interface MutableWord {
  text: string;
  roles: Set<Role>;
  quantity: Quantity | undefined;
  applicant: Applicant | undefined;
}

type QuantityData = (typeof narrative.quantities)[keyof typeof narrative.quantities] & { readonly scale?: number };

export const quantities: ReadonlyMap<QuantityId, Quantity> = new Map(
  entriesOf<keyof typeof narrative.quantities, QuantityData>(narrative.quantities).map(([id, { kind, scale = 1, meanings }]) => [
    id,
    { id, kind: kind as QuantityKind, scale, meanings: meanings as Quantity['meanings'] },
  ]),
);

/** Of a result and its reason (因不掌握相关政府信息无法提供), of lawsuits and their kind, the one whose figures all others hold among theirs. */
export function narrowest(ids: readonly QuantityId[]): readonly QuantityId[] {
  const inner = ids.filter((id) => ids.every((other) => figuresOf(id).every((figure) => figuresOf(other).includes(figure))));
  return inner.length === 1 ? inner : ids;
}

function figuresOf(id: QuantityId): readonly string[] {
  return quantities.get(id)?.meanings['any']?.[0] ?? [];
}

export const headingCues: Readonly<Record<'requests' | 'review' | 'channel', readonly string[]>> = narrative.headings;

export const measures: readonly string[] = [...narrative.measures].sort((one, other) => other.length - one.length);
export const caseMeasures: ReadonlySet<string> = new Set(narrative.caseMeasures);
export const countMeasures: ReadonlySet<string> = new Set(narrative.countMeasures);
export const notAfterMeasure: readonly string[] = narrative.notAfterMeasure;

/** The words that a reader of sentences knows. */
export interface Words {
  /** The longest one that begins at `at` of a folded text. */
  at(codes: readonly number[], length: number, at: number): Word | undefined;
  quantity(id: QuantityId): Quantity | undefined;
}

/** Words for something that a form of one's own counts, besides those of every report. */
export interface Phrase {
  readonly id: `phrase:${string}`;
  readonly words: readonly string[];
  /** The form that they are of, by whose id the meanings are looked up. */
  readonly form: string;
  readonly meanings: Meanings;
}

export function createWords(phrases: readonly Phrase[]): Words {
  const own = new Map(phrases.map(({ id, form, meanings }): [QuantityId, Quantity] => [id, { id, kind: 'result', scale: 1, meanings: { [form]: meanings } }]));
  const quantity = (id: QuantityId): Quantity | undefined => quantities.get(id) ?? own.get(id);
  const words = collectWords();
  for (const phrase of phrases) {
    for (const text of phrase.words) {
      wordIn(words, text).quantity = quantity(phrase.id);
    }
  }
  const byFirst = indexWords(words.values());
  return {
    quantity,
    at(codes, length, at) {
      for (const word of byFirst[codes[at] ?? 0] ?? []) {
        if (startsWith(codes, length, at, word.text)) {
          return word;
        }
      }
      return undefined;
    },
  };
}

function collectWords(): Map<string, MutableWord> {
  const found = new Map<string, MutableWord>();
  for (const [role, texts] of entriesOf(narrative.words)) {
    for (const text of texts) {
      wordIn(found, text).roles.add(role);
    }
  }
  for (const [id, { words: texts }] of entriesOf(narrative.quantities)) {
    for (const text of texts) {
      wordIn(found, text).quantity = quantities.get(id);
    }
  }
  for (const [id, { words: texts, columns }] of Object.entries(narrative.applicants)) {
    for (const text of texts) {
      wordIn(found, text).applicant = { id, columns };
    }
  }
  return found;
}

function wordIn(words: Map<string, MutableWord>, text: string): MutableWord {
  const folded = foldText(text);
  const word = words.get(folded) ?? { text: folded, roles: new Set(), quantity: undefined, applicant: undefined };
  words.set(folded, word);
  return word;
}

function entriesOf<Key extends string, Value>(record: Readonly<Record<Key, Value>>): [Key, Value][] {
  return Object.entries(record) as [Key, Value][];
}

/** For each first unit the words that begin with it, the longest first. */
function indexWords(words: Iterable<Word>): readonly (readonly Word[] | undefined)[] {
  const index: (Word[] | undefined)[] = new Array<Word[] | undefined>(0x10000);
  for (const word of [...words].sort((one, other) => other.text.length - one.text.length)) {
    const first = word.text.charCodeAt(0);
    (index[first] ??= []).push(word);
  }
  return index;
}

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

/** The words of every report. */
export const everyWords = createWords([]);
