import { elements, textOf, type XmlElement } from '../xml.ts';

/** The strings that cells share, by their numbers. */
export function readSharedStrings(root: XmlElement | undefined): string[] {
  return root === undefined ? [] : elements(root).filter(({ name }) => name === 'si').map(readString);
}

/** A string, its stretches of other fonts joined; how it is read aloud (`rPh`) is no part of it. */
export function readString(element: XmlElement): string {
  return elements(element).map((part) => (part.name === 't' ? unescapeString(textOf(part)) : part.name === 'r' ? readString(part) : '')).join('');
}

/** Characters that XML does not hold are written `_x000D_` (ECMA-376 part 1, 22.4.2.4). */
export function unescapeString(text: string): string {
  return text.replace(/_x([0-9a-f]{4})_/giu, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

export function escapeString(text: string): string {
  return text.replace(/_(?=x[0-9a-f]{4}_)/giu, '_x005F_');
}
