import type { Prose } from '../syntax/tree.ts';
import { readProse, type ProseReading } from './prose/index.ts';

const readings = new WeakMap<Prose, ProseReading>();

/** What a paragraph says in numbers; read once. */
export function readingOf(prose: Prose): ProseReading {
  let reading = readings.get(prose);
  if (!reading) {
    reading = readProse(prose.text);
    readings.set(prose, reading);
  }
  return reading;
}
