import { strikeMark } from '../markdown.ts';
import { child, elements, textOf, type XmlElement } from '../xml.ts';

/** A string as cells show it. */
export interface SharedString {
  readonly text: string;
  /** As it is shown in a cell whose font strikes out what has no font of its own. */
  readonly struckText: string;
}

/** The strings that cells share, by their numbers. */
export function readSharedStrings(root: XmlElement | undefined): SharedString[] {
  return root === undefined ? [] : elements(root).filter(({ name }) => name === 'si').map((element) => {
    const text = readString(element);
    let struckText: string | undefined;
    return { text, get struckText() { return (struckText ??= readString(element, true)); } };
  });
}

/**
 * A string, its stretches of other fonts joined; how it is read aloud (`rPh`) is no part of it. Digits that are struck out, or raised
 * or lowered behind a number as those of a note are, stand between marks, so that no number is put together with them.
 */
export function readString(element: XmlElement, isStruck = false): string {
  return elements(element).reduce((text, part) => text + (part.name === 'r' ? readRun(part, text, isStruck)
    : part.name === 't' ? withStrike(unescapeString(textOf(part)), isStruck) : ''), '');
}

/** A stretch with a font of its own, behind some text. */
function readRun(run: XmlElement, before: string, isStruck: boolean): string {
  const font = child(run, 'rPr');
  const text = unescapeString(textOf(child(run, 't')));
  const isOwn = font === undefined ? isStruck : strikes(font);
  const isShifted = /\d$/u.test(before) && /\d/u.test(text) && shifts.has(child(font, 'vertAlign')?.attributes['val'] ?? '');
  return isOwn || !isShifted ? withStrike(text, isOwn) : raised + text;
}

const shifts: ReadonlySet<string> = new Set(['superscript', 'subscript']);

/** Whether a font strikes its characters out. */
export function strikes(font: XmlElement | undefined): boolean {
  const strike = child(font, 'strike');
  return strike !== undefined && strike.attributes['val'] !== '0' && strike.attributes['val'] !== 'false';
}

/** A text whose digits are struck out, between the marks for that. */
export function withStrike(text: string, isStruck: boolean): string {
  return isStruck && /\d/u.test(text) ? `${strikeMark}${text}${strikeMark}` : text;
}

const raised = '^';

/** Whether a string may hold such marks, which are not to be written as characters. */
export function mayHoldMarks(text: string): boolean {
  return text.includes(strikeMark) || text.includes(raised);
}

/** Characters that XML does not hold are written `_x000D_` (ECMA-376 part 1, 22.4.2.4). */
export function unescapeString(text: string): string {
  return text.replace(/_x([0-9a-f]{4})_/giu, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

export function escapeString(text: string): string {
  return text.replace(/_(?=x[0-9a-f]{4}_)/giu, '_x005F_');
}
