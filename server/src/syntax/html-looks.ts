/**
 * How text looks in a cell of a web page: `hidden` is not seen, `struck` is crossed out, `above` and `below` is a mark
 * raised or lowered beside the words, as of a note.
 */
export type Look = 'plain' | 'hidden' | 'struck' | 'above' | 'below';

const byName: ReadonlyMap<string, Look> = new Map([
  ['s', 'struck'], ['del', 'struck'], ['strike', 'struck'], ['sup', 'above'], ['rt', 'above'], ['sub', 'below'],
]);
const hidingStyle = /display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all/iu;
const byStyle: readonly (readonly [RegExp, Look])[] = [
  [hidingStyle, 'hidden'],
  [/line-through/iu, 'struck'],
  [/vertical-align\s*:\s*super/iu, 'above'],
  [/vertical-align\s*:\s*sub/iu, 'below'],
];

/** The look that an element gives its text by itself. `follows`: whether text stands before it in the cell. */
export function lookOf(name: string, attributes: Readonly<Record<string, string>>, follows: () => boolean): Look {
  const style = attributes['style'] ?? '';
  const styled = style === '' ? undefined : byStyle.find(([pattern]) => pattern.test(style))?.[1];
  if ('hidden' in attributes || styled === 'hidden') {
    return 'hidden';
  }
  const isNote = name === 'a' && attributes['href']?.startsWith('#') === true && follows();
  return byName.get(name) ?? styled ?? (isNote ? 'above' : 'plain');
}

const hidingTag = /\shidden(?:\s*=|\s|\/|>)/iu;

/** Whether an element is hidden by its tag, as it is written. */
export function isHiding(tag: string): boolean {
  return hidingStyle.test(tag) || hidingTag.test(tag);
}

const digits = { above: '⁰¹²³⁴⁵⁶⁷⁸⁹', below: '₀₁₂₃₄₅₆₇₈₉' };

/** The same text with raised or lowered digits, so that they do not run into a number beside them. */
export function raised(text: string, look: 'above' | 'below'): string {
  return text.replace(/[0-9０-９]/gu, (digit) => digits[look][Number(digit.normalize('NFKC'))] ?? digit);
}

/** Follows each character that is crossed out, as in plain text. */
export const stroke = '\u0336';
