import { gap, textOf, type Line } from './lines.ts';

/** What stands between tables: a paragraph, or lines whose parts stand apart, as in a table without rules. */
export interface Flow {
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
  for (const line of lines) {
    const before = flows.at(-1);
    const isSpread = line.glyphs.some((glyph, index) => index > 0 && gap(line.glyphs[index - 1] as typeof glyph, glyph) > apart);
    const goesOn = before !== undefined && last !== undefined && line.baseline - last.baseline < 2.2 * line.size;
    const isTable = isSpread || (before?.kind === 'spread' && goesOn && !isProse(line, left, right));
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
