import type { Sums } from '../../forms/form.ts';
import type { Form } from '../../forms/index.ts';
import narrative from '../../forms/narrative.json' with { type: 'json' };
import { foldText } from '../../forms/vocabulary.ts';
import { remembered } from '../../syntax/text.ts';
import { once } from '../memo.ts';
import { quantities, quantityData, startsWith, type Applicant, type Quantity, type QuantityId, type Role, type Word } from './vocabulary.ts';

/** The words that a reader of sentences knows, and what they mean on each form. */
export interface Words {
  /** The longest one that begins at `at` of a folded text. */
  at(codes: readonly number[], length: number, at: number): Word | undefined;
  quantity(id: QuantityId): Quantity | undefined;
  /** The sums of figures that a quantity may be on a form; none where the form does not say. */
  meanings(form: string, id: QuantityId): Sums;
  /** The column of table 四 for what became of a review; undefined where the form does not say. */
  outcome(form: string, id: QuantityId): string | undefined;
}

/** What forms say of the words of sentences. */
type Speaking = Pick<Form, 'tables'> & { readonly data: Pick<Form['data'], 'id' | 'phrases' | 'meanings' | 'outcomes'> };

/** The words of every report, and those for what the forms count besides. */
export function createWords(forms: readonly Speaking[]): Words {
  const phrases = new Map(forms.flatMap(({ data }) => data.phrases ?? []).flatMap(({ words: texts }) => texts).map((text) => [text, phraseOf(text)]));
  const own = new Map([...phrases.values()].map((quantity) => [quantity.id, quantity]));
  const meanings = new Map(forms.map((form) => [form.data.id, meaningsOn(form)]));
  const outcomes = new Map(forms.map(({ data }) => [data.id, data.outcomes ?? {}]));
  const byFirst = indexWords(collectWords(phrases).values());
  return {
    quantity: (id) => quantities.get(id) ?? own.get(id),
    meanings: (form, id) => meanings.get(form)?.(id) ?? [],
    outcome: (form, id) => outcomes.get(form)?.[id],
    at: (codes, length, at) => byFirst[codes[at] ?? 0]?.find((word) => startsWith(codes, length, at, word.text)),
  };
}

function phraseOf(text: string): Quantity {
  return { id: `phrase:${text}`, kind: 'result', scale: 1, within: [] };
}

/** Told of those only that are asked for: a report speaks of few of all that forms know. */
function meaningsOn({ data: { phrases = [], meanings = {} }, tables }: Speaking): (id: string) => Sums {
  const ids = [...tables.values()].flatMap(({ figures }) => figures.map(({ id }) => id));
  const written = new Map<string, Sums>([
    ...Object.entries(meanings),
    ...phrases.flatMap(({ words: texts, meaning }) => texts.map((text) => [phraseOf(text).id, meaning] as const)),
  ]);
  return remembered((id) => (written.get(id) ?? []).map((terms) => terms.flatMap((term) => rowsOf(term, ids))));
}

/** A group of rows stands for all of them, those that a further form adds too. */
function rowsOf(term: string, ids: readonly string[]): readonly string[] {
  const [, sign = '', group = '', column = ''] = /^(-?)(.+)(\.[^.]+)$/u.exec(term) ?? [];
  const within = `${group}.`;
  return ids.includes(`${group}${column}`) ? [term] : ids.filter((id) => id.startsWith(within) && id.endsWith(column)).map((id) => `${sign}${id}`);
}

interface MutableWord {
  text: string;
  roles: Set<Role>;
  quantity: Quantity | undefined;
  isBelow: boolean;
  applicant: Applicant | undefined;
}

function collectWords(phrases: ReadonlyMap<string, Quantity>): Map<string, MutableWord> {
  const found = new Map<string, MutableWord>();
  for (const [role, texts] of Object.entries(narrative.words) as [Role, readonly string[]][]) {
    for (const text of texts) {
      wordIn(found, text).roles.add(role);
    }
  }
  for (const [id, { words: texts, below = [] }] of quantityData) {
    for (const text of [...texts, ...below]) {
      wordIn(found, text).quantity = quantities.get(id);
    }
    below.forEach((text) => (wordIn(found, text).isBelow = true));
  }
  for (const [id, { words: texts, columns }] of Object.entries(narrative.applicants)) {
    for (const text of texts) {
      wordIn(found, text).applicant = { id, columns };
    }
  }
  for (const [text, quantity] of phrases) {
    wordIn(found, text).quantity = quantity;
  }
  return found;
}

function wordIn(words: Map<string, MutableWord>, text: string): MutableWord {
  const folded = foldText(text);
  const word = words.get(folded) ?? { text: folded, roles: new Set(), quantity: undefined, isBelow: false, applicant: undefined };
  words.set(folded, word);
  return word;
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

/** The words of every report, without what they mean on a form. */
export const everyWords = once(() => createWords([]));
