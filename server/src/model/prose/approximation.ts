import type { NumberReading, Units } from './numbers.ts';
import { startsWith } from './vocabulary.ts';

const code = (char: string): number => char.charCodeAt(0);
const over = new Set([...'余多'].map(code));
const about = new Set([...'约近'].map(code));
const beyond = new Set([...'超逾'].map(code));

/** What the true number lies between. */
interface Bounds {
  readonly lower: number;
  readonly upper: number;
  readonly approximate: boolean;
}

/** 余 or 多 behind a number. */
export function isOverMark(unit: number | undefined): boolean {
  return over.has(unit ?? 0);
}

/** 约 or 近 before a number, 左右 behind it. */
export function isAboutMarked({ codes, length }: Units, at: number, to: number): boolean {
  return about.has(codes[at - 1] ?? 0) || startsWith(codes, length, to, '左右');
}

/** 超, 逾 or 超过 before a number. */
export function isAtLeastMarked({ codes }: Units, at: number): boolean {
  return beyond.has(codes[at - 1] ?? 0) || (codes[at - 1] === code('过') && codes[at - 2] === code('超'));
}

/** The length of 约, 大约, 超过 and the like before a number. */
export function prefixLength({ codes }: Units, at: number): number {
  const isTwo =
    (codes[at - 1] === code('约') && codes[at - 2] === code('大')) ||
    (codes[at - 1] === code('过') && codes[at - 2] === code('超'));
  return isTwo ? 2 : about.has(codes[at - 1] ?? 0) || beyond.has(codes[at - 1] ?? 0) ? 1 : 0;
}

/** Wide on purpose: a near value is never a contradiction. */
export function bounds(number: NumberReading, isAtLeast: boolean, isNear: boolean): Bounds {
  const { value, unit, scaled } = number;
  if (isNear) {
    return { lower: value * 0.8, upper: value * 1.2, approximate: true };
  }
  if (isAtLeast) {
    const step = Math.max(unit, trailingUnit(value));
    return { lower: value * 0.9, upper: (value + step) * 1.1, approximate: true };
  }
  return scaled
    ? { lower: value - unit, upper: value + unit, approximate: true }
    : { lower: value, upper: value, approximate: false };
}

/** 1000 for 14000, 100 for 300: what 余 or rounding leaves open. */
export function trailingUnit(value: number): number {
  let unit = 1;
  while (value > 0 && unit < value && value % (unit * 10) === 0) {
    unit *= 10;
  }
  return unit;
}
