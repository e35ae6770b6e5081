import { digits, numerals } from '../texts/chinese-numbers.ts';

/** A number before a heading, and the words behind it. */
export interface Numbered {
  /** In Chinese, as the form writes it; undefined where it is larger than any section's. */
  readonly numeral: string | undefined;
  readonly words: string;
}

/** The number of a heading or an item, as a pattern: 一, 十二. */
export const numeral = `[${numerals}]{1,3}`;
/** What a part of a document is called behind its number, as a pattern: 第一部分, 第一章. */
export const partName = '(?:部分|[章节])';
/** The characters of a year in Chinese, with all that stands for 0, for the classes of patterns. */
export const yearDigits = `〇○零O${digits}`;
const capitals = '壹贰叁肆伍陆柒捌玖拾';
const romans = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'];
/** What stands for 一 and for 二 where a scan was read or a key was missed, as it is before and after normalising. */
const strokes = '[-_~‐-―─━ーｰ㇐ㄧ－＿～]{1,2}';
const twoStrokes = '[ニ=＝]';

const atStart = new RegExp(`^\\s*[${numerals}]`, 'u');

/** Whether a text begins with a Chinese number, white space before it left out. */
export function beginsWithNumeral(text: string): boolean {
  return atStart.test(text);
}

/** A sign that only looks like 一 or 二, with the mark behind it, at the start of a line. */
export const looksNumbered = new RegExp(`^(?:${strokes}|${twoStrokes})\\s*[、.．](?!\\d)`, 'u');

const plain = new RegExp(
  `^(?:第(?<part>[${numerals}])${partName}[、.:]?|(?<chinese>${numeral})[、.,:]|(?<arabic>\\d{1,2})\\.|(?<one>${strokes})[、.]|(?<two>${twoStrokes})[、.])(?<words>.*)$`, 'u',
);
const loose = new RegExp(
  `^\\(?第?(?:(?<chinese>${numeral})|(?<arabic>\\d{1,2})|(?<roman>[IVX]{1,4})|(?<capital>[${capitals}]))[)、.,:]*(?<words>[^]+)$`, 'u',
);

/** The number that a heading, normalised, begins with as headings do: 一、, 1., 第一部分, 第一章, or a dash for 一. */
export function readNumbering(normal: string): Numbered | undefined {
  return numberedBy(plain.exec(normal)?.groups);
}

/** A number written in any way, with any mark or none: （一）, 一 , ①, Ⅰ, 壹. The words decide what it is worth. */
export function readLooseNumbering(normal: string): Numbered | undefined {
  return numberedBy(loose.exec(normal)?.groups);
}

function numberedBy(groups: Readonly<Record<string, string | undefined>> | undefined): Numbered | undefined {
  if (!groups) {
    return undefined;
  }
  const { part, chinese, arabic, roman = '', capital = '', one, two, words = '' } = groups;
  if (part !== undefined || chinese !== undefined) {
    return { numeral: part ?? chinese, words };
  }
  const value = one !== undefined ? 1 : two !== undefined ? 2
    : arabic !== undefined ? Number(arabic) : Math.max(romans.indexOf(roman), capitals.indexOf(capital || ' ')) + 1;
  return { numeral: numerals[value - 1], words };
}

const tensAndOnes = new RegExp(`^(?<tens>[${digits}])?(?<ten>十)?(?<ones>[${digits}])?$`, 'u');

/** The value of a whole number below a hundred, arabic or Chinese (12, 十二, 二十); 0 where it is none. */
export function valueOfNumeral(text: string): number {
  if (/^\d+$/u.test(text)) {
    return Number(text);
  }
  const { tens, ten, ones } = tensAndOnes.exec(text)?.groups ?? {};
  const digit = (character: string | undefined): number => (character === undefined ? 0 : digits.indexOf(character) + 1);
  const isPair = ten === undefined && tens !== undefined && ones !== undefined;
  return isPair ? 0 : ten === undefined ? digit(tens ?? ones) : 10 * (tens === undefined ? 1 : digit(tens)) + digit(ones);
}

/** Four digits of a year, arabic or Chinese, as a pattern: 2023, 二〇二三. */
export const fourDigits = `(?:(?:19|20)\\d{2}(?!\\d)|[一二][${yearDigits}]{3})`;

/** The year that four digits write. */
export function valueOfYear(written: string): number {
  return Number([...written].map((digit) => (/\d/u.test(digit) ? digit : String(digits.indexOf(digit) + 1))).join(''));
}
