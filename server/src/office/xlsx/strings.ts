import { child, elements, textOf, type XmlElement } from '../xml.ts';

/** The strings that cells share, by their numbers. */
export function readSharedStrings(root: XmlElement | undefined): string[] {
  return root === undefined ? [] : elements(root).filter(({ name }) => name === 'si').map(readString);
}

/**
 * A string, its stretches of other fonts joined; how it is read aloud (`rPh`) is no part of it. Digits that are struck out, or raised
 * behind a number as those of a note are, stand between marks, so that no number is put together with them.
 */
export function readString(element: XmlElement): string {
  return elements(element).reduce((text, part) => {
    const own = part.name === 't' ? unescapeString(textOf(part)) : part.name === 'r' ? readString(part) : '';
    const font = /\d/u.test(own) ? child(part, 'rPr') : undefined;
    const strike = child(font, 'strike');
    if (strike !== undefined && strike.attributes['val'] !== '0' && strike.attributes['val'] !== 'false') {
      return `${text}${struck}${own}${struck}`;
    }
    const isRaised = /\d$/u.test(text) && child(font, 'vertAlign')?.attributes['val'] === 'superscript';
    return text + (isRaised ? raised : '') + own;
  }, '');
}

const struck = '~~';
const raised = '^';

/** Whether a string may hold such marks, which are not to be written as characters. */
export function mayHoldMarks(text: string): boolean {
  return text.includes(struck) || text.includes(raised);
}

/** Characters that XML does not hold are written `_x000D_` (ECMA-376 part 1, 22.4.2.4). */
export function unescapeString(text: string): string {
  return text.replace(/_x([0-9a-f]{4})_/giu, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

export function escapeString(text: string): string {
  return text.replace(/_(?=x[0-9a-f]{4}_)/giu, '_x005F_');
}
