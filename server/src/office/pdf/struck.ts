import { strikeMark } from '../markdown.ts';
import { firstIndex } from '../sorted.ts';
import { linesOf, type Line } from './lines.ts';
import { isAcross, type Glyph, type PdfPage, type Rule } from './page.ts';

/** Where a line that strikes out is drawn, above the line that is written on, in parts of the size: through a digit, not below it. */
const lowest = 0.12;
const highest = 0.62;
/** So far it may go beyond what it strikes out; a rule of a table goes on further. */
const beyond = 0.6;

/**
 * A page with marks around digits that a line strikes out, so that they are no number and are put together with none; such a line
 * is no rule of a table.
 */
export function withStrikes(page: PdfPage): PdfPage {
  const flat = page.rules.filter(isAcross).sort((one, other) => one.top - other.top);
  const strikes = new Set<Rule>();
  const glyphs = linesOf(page.glyphs).flatMap((line) => {
    const struck = new Set<Glyph>();
    for (const rule of rulesBetween(flat, line.baseline - highest * line.size, line.baseline - lowest * line.size)) {
      const crossed = line.glyphs.filter((glyph) => crosses(rule, glyph));
      if (crossed.length > 0 && endsWith(rule, crossed, line)) {
        strikes.add(rule);
        crossed.forEach((glyph) => struck.add(glyph));
      }
    }
    return struck.size === 0 ? line.glyphs : marked(line.glyphs, struck);
  });
  return strikes.size === 0 ? page : { ...page, glyphs, rules: page.rules.filter((rule) => !strikes.has(rule)) };
}

function rulesBetween(flat: readonly Rule[], top: number, bottom: number): Rule[] {
  return flat.slice(firstIndex(flat, (rule) => rule.top < top), firstIndex(flat, (rule) => rule.top <= bottom));
}

function crosses({ left, right, top }: Rule, glyph: Glyph): boolean {
  const middle = (glyph.left + glyph.right) / 2;
  const height = glyph.baseline - top;
  return left <= middle && middle <= right && height >= lowest * glyph.size && height <= highest * glyph.size;
}

/** Whether a rule ends where what it goes through does. */
function endsWith({ left, right }: Rule, glyphs: readonly Glyph[], { size }: Line): boolean {
  return glyphs.some((glyph) => glyph.left - beyond * size <= left) && glyphs.some((glyph) => right <= glyph.right + beyond * size);
}

/** The glyphs of a line, digits that are struck out in marks, each stretch of them by itself. */
function marked(glyphs: readonly Glyph[], struck: ReadonlySet<Glyph>): Glyph[] {
  return glyphs.map((glyph, index) => {
    const isOut = (at: number): boolean => {
      const each = glyphs[at];
      return each !== undefined && struck.has(each) && /[\d.,]/u.test(each.text);
    };
    return isOut(index) ? { ...glyph, text: `${isOut(index - 1) ? '' : strikeMark}${glyph.text}${isOut(index + 1) ? '' : strikeMark}` } : glyph;
  });
}
