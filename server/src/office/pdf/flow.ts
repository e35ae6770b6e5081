import { gap, textOf, type Line } from './lines.ts';

/** What stands between tables: a paragraph, or lines whose parts stand apart, as in a table without rules. */
interface Flow {
  readonly kind: 'paragraph' | 'spread';
  readonly text: string;
}

/** Parts of a line that are as far apart stand in columns; in parts of the size. */
const apart = 1.2;

/** Lines below each other as paragraphs; those of tables without rules keep their columns by blanks. */
export function flowOf(lines: readonly Line[]): Flow[] {
  const left = Math.min(...lines.map((line) => line.left));
  const right = Math.max(...lines.map((line) => line.right));
  const flows: Flow[] = [];
  let last: Line | undefined;
  for (const line of withJoinedHeads(lines, left)) {
    const before = flows.at(-1);
    const goesOn = before !== undefined && last !== undefined && isNear(last, line);
    const isTable = isSpread(line) || (before?.kind === 'spread' && goesOn && !isProse(line, left, right));
    if (isTable && before?.kind === 'spread' && goesOn) {
      flows[flows.length - 1] = { ...before, text: `${before.text}\n${spreadText(line, left)}` };
    } else if (isTable) {
      flows.push({ kind: 'spread', text: spreadText(line, left) });
    } else if (goesOn && before.kind === 'paragraph' && continues(last as Line, line, left, right)) {
      const text = textOf(line);
      flows[flows.length - 1] = { ...before, text: before.text + (/\w$/u.test(before.text) && /^\w/u.test(text) ? ' ' : '') + text };
    } else {
      flows.push({ kind: 'paragraph', text: textOf(line) });
    }
    last = line;
  }
  return flows;
}

/** Whether parts of the line stand in columns. */
function isSpread({ glyphs }: Line): boolean {
  return glyphs.some((glyph, index) => index > 0 && gap(glyphs[index - 1] as typeof glyph, glyph) > apart);
}

function isNear(one: Line, other: Line): boolean {
  return other.baseline - one.baseline < 2.2 * other.size;
}

/**
 * A head of several lines stands at half their height, and so on no line with those beside it: heads beside each other, each
 * alone on its line right above columns, are one line.
 */
function withJoinedHeads(lines: readonly Line[], left: number): Line[] {
  const joined: Line[] = [];
  lines.forEach((line, index) => {
    const [last, next] = [joined.at(-1), lines[index + 1]];
    const isHead = (one: Line): boolean => !isSpread(one) && one.left > left + 4 * one.size;
    const areHeads = last !== undefined && next !== undefined && isHead(last) && isHead(line) && isSpread(next) && isNear(last, line) && isNear(line, next);
    if (areHeads && Math.max(last.left, line.left) - Math.min(last.right, line.right) > apart * line.size) {
      const glyphs = [...last.glyphs, ...line.glyphs].sort((one, other) => one.left - other.left);
      joined[joined.length - 1] = { ...line, glyphs, left: Math.min(last.left, line.left), right: Math.max(last.right, line.right) };
    } else {
      joined.push(line);
    }
  });
  return joined;
}

/** A line as wide as the text is no row of a table. */
function isProse(line: Line, left: number, right: number): boolean {
  return line.right - line.left > 0.8 * (right - left);
}

/** Whether a line goes on with the paragraph of the one before: that one is full, and this one is not set in, and no title behind a sentence. */
function continues(last: Line, line: Line, left: number, right: number): boolean {
  const isTitle = /[。；！？]$/u.test(textOf(last)) && line.right < right - 2.5 * line.size && !/[。；：！？）”]$/u.test(textOf(line));
  return !isTitle && last.right > right - 2.5 * last.size && line.left < left + 1.2 * line.size && Math.abs(last.size - line.size) < 0.1 * line.size;
}

/** The parts of the line at columns of half a character's width. */
function spreadText(line: Line, left: number): string {
  const width = line.size / 2;
  let text = '';
  let columns = 0;
  line.glyphs.forEach((glyph, index) => {
    const before = line.glyphs[index - 1];
    const space = before === undefined ? 0 : gap(before, glyph);
    const target = Math.round((glyph.left - left) / width);
    const blanks = before === undefined ? target : space > apart ? Math.max(2, target - columns) : space > 0.45 || (space > 0.22 && glyph.text < '\u2e80' && before.text < '\u2e80') ? 1 : 0;
    text += ' '.repeat(Math.min(200, blanks)) + glyph.text;
    columns += blanks + (glyph.text >= '\u2e80' ? 2 : 1);
  });
  return text;
}
