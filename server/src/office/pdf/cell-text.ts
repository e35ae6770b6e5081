import { linesOf, textOf } from './lines.ts';
import type { Glyph } from './page.ts';

/** What stands between lines whose ends cannot be joined. */
export const brokenLine = '\n';

/** The text of a cell: its lines joined, or from top to bottom where it is written downwards. */
export function cellText(glyphs: readonly Glyph[]): string {
  return isDownwards(glyphs) ? columns(glyphs) : linesOf(glyphs).map(textOf).reduce((text, line) => text + between(text, line) + line, '');
}

/** A number is not put together from two lines, and neither are two numbers. */
function between(text: string, line: string): string {
  if (text === '') {
    return '';
  }
  return /[\d.,，%％]$/u.test(text) && /^[\d.,，]/u.test(line) ? brokenLine : /[\w]$/u.test(text) && /^\w/u.test(line) ? ' ' : '';
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
