import type { Form } from '../../forms/index.ts';
import { originOf } from '../../syntax/retouch.ts';
import type { Prose } from '../../syntax/tree.ts';
import { createWords, readProse, type ProseReading, type Words } from './index.ts';
import { Notes } from '../../syntax/notes.ts';

const readings = new Notes<Prose, ProseReading>();
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

/** The words of sentences, and what they mean on each of the forms. */
export function wordsOf(forms: readonly Form[]): Words {
  let words = known.get(forms);
  if (!words) {
    words = createWords(forms);
    known.set(forms, words);
  }
  return words;
}
