import { numeral } from '../../syntax/numerals.ts';
import { withoutComments } from '../../syntax/text.ts';

/** A line that is moved in, or numbered behind a full stop, begins a paragraph; others go on with the line above. */
const paragraphStart = new RegExp(String.raw`\n(?=\u3000)|(?<=[。；：！？])\n(?=（${numeral}）)`, 'gu');

/** The paragraphs of lines that stand on each other without an empty one between, as Word and PDF leave them. */
export function paragraphsOf(text: string): string[] {
  return text.split(paragraphStart);
}

/** Without comments, and without the indents that Markdown takes for code. */
export function plain(text: string): string {
  return withoutComments(text, '').split(/\r\n|\r|\n/u)
    .map((line) => line.replace(/^[ \t\u00a0]+/u, '').trimEnd()).filter((line) => line !== '').join('\n');
}

/** The same in one line. */
export function plainLine(text: string): string {
  return plain(text).replace(/\n/gu, '');
}
