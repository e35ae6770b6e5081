import type { Form } from '../forms/index.ts';
import { originOf } from '../syntax/retouch.ts';
import type { Prose } from '../syntax/tree.ts';
import { createWords, everyWords, readProse, type Phrase, type ProseReading, type Words } from './prose/index.ts';

const readings = new WeakMap<Prose, ProseReading>();
const known = new WeakMap<readonly Form[], Words>();

/** What a paragraph of a text that is read against some forms says in numbers; read once. */
export function readingOf(prose: Prose, forms: readonly Form[]): ProseReading {
  const origin = originOf(prose);
  let reading = readings.get(origin);
  if (!reading) {
    reading = readProse(prose.text, undefined, wordsOf(forms));
    readings.set(origin, reading);
  }
  return reading;
}

/** The words of every report, and those for what the forms count besides. */
export function wordsOf(forms: readonly Form[]): Words {
  let words = known.get(forms);
  if (!words) {
    const phrases = forms.flatMap(({ data: { id, phrases: own = [] } }) => own.map(({ words: texts, meaning }, at): Phrase =>
      ({ id: `phrase:${id}.${at}`, words: texts, form: id, meanings: meaning })));
    words = phrases.length === 0 ? everyWords : createWords(phrases);
    known.set(forms, words);
  }
  return words;
}
