/** A character of a text as it stands in Markdown; `atStart`: nothing but white space is before it in its paragraph. */
function escaped(character: string, next: string, atStart: boolean): string {
  switch (character) {
    case '|': return '\\|';
    case '<': return /[a-z/!?]/iu.test(next) ? '\\<' : character;
    case '\\': return /[|<\\`~]/u.test(next) ? '\\\\' : character;
    case '`':
    case '~': return atStart ? `\\${character}` : character;
    default: return character;
  }
}

/** A text so that it is read as text: no cell ends at its bars, no tag begins, no block of code opens. */
export function escapeMarkdown(text: string, atStart = true): string {
  const first = atStart ? text.search(/\S/u) : -1;
  return text.replace(/[|<\\`~]/gu, (character, at: number) => escaped(character, text[at + 1] ?? '', at <= first));
}

const escapes = /\\([|<\\`~])/gu;

/** The text that such Markdown stands for. */
export function unescapeMarkdown(markdown: string): string {
  return markdown.replace(escapes, '$1');
}

/** What stands around what is struck out. */
export const strikeMark = '~~';

/** A line end within a cell. */
export const lineBreak = '<br>';

/** The lines of a text without the white space around them, and without those that are empty. */
export function linesOf(text: string): readonly string[] {
  return text.split(/[\r\n]/u).map((line) => line.trim()).filter((line) => line !== '');
}
