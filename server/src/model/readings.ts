import { originOf } from '../syntax/retouch.ts';
import type { Prose } from '../syntax/tree.ts';
import { readProse, type ProseReading } from './prose/index.ts';

const readings = new WeakMap<Prose, ProseReading>();

/** What a paragraph says in numbers; read once. */
export function readingOf(prose: Prose): ProseReading {
  const origin = originOf(prose);
  let reading = readings.get(origin);
  if (!reading) {
    reading = readProse(prose.text);
    readings.set(origin, reading);
  }
  return reading;
}
