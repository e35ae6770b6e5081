import type { Glyph } from './page.ts';

/** Glyphs on one line, from left to right. */
export interface Line {
  readonly glyphs: readonly Glyph[];
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly size: number;
}

/** The lines that glyphs stand on, from top to bottom. */
export function linesOf(glyphs: readonly Glyph[]): Line[] {
  const lines: { baseline: number; size: number; glyphs: Glyph[] }[] = [];
  for (const glyph of [...glyphs].sort((one, other) => one.baseline - other.baseline)) {
    const last = lines.at(-1);
    if (last !== undefined && glyph.baseline - last.baseline <= 0.35 * Math.min(glyph.size, last.size)) {
      last.glyphs.push(glyph);
      last.size = Math.max(last.size, glyph.size);
    } else {
      lines.push({ baseline: glyph.baseline, size: glyph.size, glyphs: [glyph] });
    }
  }
  return lines.map((line) => {
    const sorted = line.glyphs.sort((one, other) => one.left - other.left);
    return { ...line, glyphs: sorted, left: sorted[0]?.left ?? 0, right: Math.max(...sorted.map(({ right }) => right)) };
  });
}

/** White space between two glyphs, in parts of their size. */
export function gap(one: Glyph, other: Glyph): number {
  return (other.left - one.right) / Math.max(one.size, other.size, 1);
}

/** A line's text; a gap that is wide enough for a space is one. */
export function textOf({ glyphs }: Line): string {
  return glyphs.map((glyph, index) => {
    const before = glyphs[index - 1];
    return before !== undefined && gap(before, glyph) > spaceFor(before, glyph) ? ` ${glyph.text}` : glyph.text;
  }).join('');
}

/** Between Chinese characters and digits stands a quarter of their size that nobody wrote. */
function spaceFor(one: Glyph, other: Glyph): number {
  return isWide(one) || isWide(other) ? 0.45 : 0.22;
}

function isWide({ text }: Glyph): boolean {
  return text >= '\u2e80';
}

/** Glyphs drawn twice at one place, as for bold print, are one. */
export function withoutDoubles(glyphs: readonly Glyph[]): Glyph[] {
  const seen = new Map<string, Glyph[]>();
  return glyphs.filter((glyph) => {
    const key = `${glyph.text} ${Math.round(glyph.baseline / 2)}`;
    const others = [...(seen.get(key) ?? []), ...(seen.get(`${glyph.text} ${Math.round(glyph.baseline / 2) - 1}`) ?? [])];
    const isDouble = others.some((other) =>
      Math.abs(other.left - glyph.left) < 0.12 * glyph.size && Math.abs(other.baseline - glyph.baseline) < 0.12 * glyph.size);
    if (!isDouble) {
      seen.set(key, [...(seen.get(key) ?? []), glyph]);
    }
    return !isDouble;
  });
}
