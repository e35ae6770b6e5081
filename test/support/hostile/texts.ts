import type { LaidOut } from '../layouts/index.ts';
import type { Random } from '../random.ts';
import { hostileText } from './scaling.ts';
import { hostileShapes } from './shapes.ts';

export interface HostileFile {
  readonly text: string;
  readonly language: LaidOut['language'];
}

const longest = 4_000;

/** A report into which some hostile shapes are put, one into the other's text, and which may be cut, turned about or broken off. */
export function hostileFile(reports: readonly LaidOut[], random: Random): HostileFile {
  const laidOut = random.pick(reports);
  let { text } = laidOut;
  for (let times = random.integer(1, 3); times > 0; times -= 1) {
    const shape = random.pick(hostileShapes);
    const length = random.integer(1, random.chance(0.1) ? longest : longest / 20);
    text = random.chance(0.5) && text === laidOut.text ? hostileText(laidOut, shape, length) : inserted(text, random.integer(0, text.length), shape.make(length));
  }
  const [from, to] = [random.integer(0, text.length), random.integer(0, text.length)];
  switch (random.integer(0, 5)) {
    case 0: return { text: text.slice(0, to), language: laidOut.language };
    case 1: return { text: text.slice(from), language: laidOut.language };
    case 2: return { text: text.slice(from) + text.slice(0, from), language: laidOut.language };
    default: return { text, language: laidOut.language };
  }
}

function inserted(text: string, at: number, what: string): string {
  return text.slice(0, at) + what + text.slice(at);
}
