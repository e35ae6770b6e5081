/** Text that an input method is composing (输入法编码): it stands in the document until the words are chosen. */
export interface Composition {
  /** Where it begins, as an offset in UTF-16 units. */
  readonly start: number;
  readonly text: string;
  /** Whether it was seen to be replaced as a whole, as input methods do and typing does not. */
  readonly isCertain: boolean;
}

/** One change of a text, as the editor tells it. */
export interface Change {
  readonly rangeOffset: number;
  readonly rangeLength: number;
  readonly text: string;
}

/** Codes that words are composed of: letters of Pinyin, Wubi and the like, and the signs of Zhuyin (注音). */
const code = /[\p{Script=Latin}\p{Script=Bopomofo}]/u;

const oneLetter = /^[\p{Script=Latin}\p{Script=Bopomofo}]$/u;

/**
 * What is being composed after a change; undefined where nothing is. No editor tells its extensions, but an input method
 * replaces all it has put in at each key, and when it is done by the same text once more.
 */
export function compositionAfter(before: Composition | undefined, changes: readonly Change[]): Composition | undefined {
  const [change, ...others] = changes;
  if (!change || others.length > 0) {
    return undefined;
  }
  const { rangeOffset: start, rangeLength, text } = change;
  if (before && start === before.start && rangeLength === before.text.length) {
    return text !== before.text && code.test(text) ? { start, text, isCertain: true } : undefined;
  }
  return rangeLength === 0 && oneLetter.test(text) ? { start, text, isCertain: false } : undefined;
}
