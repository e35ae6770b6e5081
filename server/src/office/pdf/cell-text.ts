import { linesOf, textOf, type Line } from './lines.ts';
import type { Glyph } from './page.ts';

/** What stands between lines whose ends cannot be joined. */
export const brokenLine = '\n';

/** The text of a cell with so much room across: its lines joined, or from top to bottom where it is written downwards. */
export function cellText(glyphs: readonly Glyph[], room: number): string {
  if (isDownwards(glyphs)) {
    return columns(glyphs);
  }
  const lines = linesOf(glyphs);
  return lines.map((line, index) => textOf(line) + between(line, lines[index + 1], room)).join('');
}

/**
 * A number is not put together from two lines, and neither are two numbers. Where the first line had no room for another digit,
 * a blank stands between them as between thousands: who knows the sums can tell whether it is one number.
 */
function between(line: Line, next: Line | undefined, room: number): string {
  if (next === undefined) {
    return '';
  }
  const [text, below] = [textOf(line), textOf(next)];
  if (/[\d.,，%％]$/u.test(text) && /^[\d.,，]/u.test(below)) {
    return /^\d+$/u.test(text) && /^\d+$/u.test(below) && isFull(line, next, room) ? ' ' : brokenLine;
  }
  return /[\w]$/u.test(text) && /^\w/u.test(below) ? ' ' : '';
}

/** Whether the first glyph of the next line had no room in this one. */
function isFull({ left, right }: Line, { glyphs: [first] }: Line, room: number): boolean {
  return first !== undefined && right - left + 0.9 * (first.right - first.left) > room;
}

/** Written downwards, characters stand close below each other, and columns apart. */
function isDownwards(glyphs: readonly Glyph[]): boolean {
  if (glyphs.length < 3 || glyphs.some(({ text }) => /[\da-z]/iu.test(text))) {
    return false;
  }
  const size = Math.max(...glyphs.map((glyph) => glyph.size));
  const centers = glyphs.map(({ left, right, top, bottom }) => ({ x: (left + right) / 2, y: (top + bottom) / 2 }));
  const across: number[] = [];
  const down: number[] = [];
  for (const one of centers) {
    const right = centers.filter(({ x, y }) => x - one.x > 0.5 * size && Math.abs(y - one.y) < 0.3 * size).map(({ x }) => x - one.x);
    const below = centers.filter(({ x, y }) => y - one.y > 0.5 * size && Math.abs(x - one.x) < 0.3 * size).map(({ y }) => y - one.y);
    across.push(...(right.length > 0 ? [Math.min(...right)] : []));
    down.push(...(below.length > 0 ? [Math.min(...below)] : []));
  }
  return down.length > 0 && (across.length === 0 || middle(down) < middle(across) - 0.08 * size);
}

function middle(numbers: readonly number[]): number {
  return [...numbers].sort((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? 0;
}

/** Columns from right to left. */
function columns(glyphs: readonly Glyph[]): string {
  const heaps: Glyph[][] = [];
  const center = ({ left, right }: Glyph): number => (left + right) / 2;
  for (const glyph of [...glyphs].sort((one, other) => center(other) - center(one))) {
    const last = heaps.at(-1);
    if (last?.[0] !== undefined && center(last[0]) - center(glyph) < 0.5 * glyph.size) {
      last.push(glyph);
    } else {
      heaps.push([glyph]);
    }
  }
  return heaps.map((heap) => heap.sort((one, other) => one.top - other.top).map(({ text }) => text).join('')).join('');
}
