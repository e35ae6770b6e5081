import type { Glyph, PdfPage } from './page.ts';

/** The mark of a note is no larger than this part of what it stands behind, and raised by no less and no more than these. */
const largest = 0.8;
const leastRaised = 0.18;
const mostRaised = 0.7;
/** So near it stands, in parts of the size. */
const nearest = 0.15;

const raisedDigits = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/**
 * A page on which small raised digits right behind a word or a figure, the marks of notes, are such signs on its line: they belong to no number,
 * and make no line of their own.
 */
export function withNotes(page: PdfPage): PdfPage {
  const behind = new GlyphsByEnd(page.glyphs);
  /** The baselines of what they stand behind. */
  const marks = new Map<Glyph, number>();
  for (const glyph of page.glyphs.filter(({ text }) => /^\d$/u.test(text)).sort((one, other) => one.left - other.left)) {
    const baseline = behind.before(glyph).map((before) => marks.get(before) !== undefined && isBeside(glyph, before) ? marks.get(before)
      : isRaised(glyph, before) ? before.baseline : undefined).find((found) => found !== undefined);
    if (baseline !== undefined) {
      marks.set(glyph, baseline);
    }
  }
  return marks.size === 0 ? page : { ...page, glyphs: page.glyphs.map((glyph) => marked(glyph, marks.get(glyph))) };
}

function isRaised(glyph: Glyph, { size, baseline, text }: Glyph): boolean {
  const rise = (baseline - glyph.baseline) / size;
  return text.trim() !== '' && glyph.size <= largest * size && leastRaised <= rise && rise <= mostRaised;
}

/** Whether a digit goes on with the mark before it. */
function isBeside({ size, baseline }: Glyph, before: Glyph): boolean {
  return Math.abs(size - before.size) < 0.1 * size && Math.abs(baseline - before.baseline) < 0.1 * size;
}

function marked(glyph: Glyph, baseline: number | undefined): Glyph {
  return baseline === undefined ? glyph : { ...glyph, baseline, text: raisedDigits[Number(glyph.text)] ?? glyph.text };
}

/** Glyphs by where they end, so that each is found from what stands behind it. */
class GlyphsByEnd {
  readonly #ends = new Map<string, Glyph[]>();

  constructor(glyphs: readonly Glyph[]) {
    for (const glyph of glyphs) {
      const key = keyOf(Math.round(glyph.right / step.across), Math.round(glyph.baseline / step.down));
      const others = this.#ends.get(key);
      if (others === undefined) {
        this.#ends.set(key, [glyph]);
      } else if (others.length < mostAtOnePlace) {
        others.push(glyph);
      }
    }
  }

  /** What ends where the glyph begins, on lines that it may belong to. */
  before(glyph: Glyph): Glyph[] {
    const [across, down] = [Math.round(glyph.left / step.across), Math.round(glyph.baseline / step.down)];
    return [-1, 0, 1].flatMap((x) => [-1, 0, 1].flatMap((y) => this.#ends.get(keyOf(across + x, down + y)) ?? [])).filter((other) => other !== glyph
      && Math.abs(other.right - glyph.left) <= nearest * other.size && Math.abs(other.baseline - glyph.baseline) <= mostRaised * other.size);
  }
}

/** In points; as far as a mark may stand away. */
const step = { across: 3, down: 15 } as const;
/** Where more end, a drawing is made of them. */
const mostAtOnePlace = 100;

function keyOf(across: number, down: number): string {
  return `${across} ${down}`;
}
