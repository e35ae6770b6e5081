/**
 * What may command a terminal, or make a text look like another one: control characters but tab and line ends, marks that
 * turn the direction of writing (bidirectional), line separators, invisible tags, and our own marks of colours.
 */
const unsafe = /(?!\t|\n|\r\n)[\p{Cc}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;

/** A text with every character that is unsafe written as its number, such as `<U+001B>`. */
export function visible(text: string): string {
  return text.replace(unsafe, (character) => `<U+${numberOf(character)}>`);
}

function numberOf(character: string): string {
  return (character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0');
}

/** A text of others in one line. */
export function printable(text: string): string {
  return visible(text.replace(/\s+/gu, (gap) => (/[\r\n\t\u2028\u2029]/u.test(gap) ? ' ' : gap)));
}

/** JSON in which no character is unsafe: those are written as escapes, which mean the same. */
export function toJson(value: unknown): string {
  return JSON.stringify(value).replace(unsafe, (character) => [...Array(character.length).keys()]
    .map((at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`).join(''));
}

/** Colours by what they are for. */
const colours = { error: '31', warning: '33', information: '36', hint: '2', aside: '2' } as const;

/**
 * A text, which must be `printable`, in a colour. The key of this run stands in the marks, which become the terminal's own
 * sequences at the very end: no file can hold such a mark.
 */
export function painted(text: string, colour: keyof typeof colours, key: string): string {
  return `\uFDD0${key}${colours[colour]}m${text}\uFDD0${key}0m`;
}
