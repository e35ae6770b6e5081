/** A number before a heading, and the words behind it. */
export interface Numbered {
  /** In Chinese, as the form writes it; undefined where it is larger than any section's. */
  readonly numeral: string | undefined;
  readonly words: string;
}

const numerals = '一二三四五六七八九十';
const capitals = '壹贰叁肆伍陆柒捌玖拾';
const romans = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'];
/** What stands for 一 and for 二 where a scan was read or a key was missed, as it is before and after normalising. */
const strokes = '[-_~‐-―─━ーｰ㇐ㄧ－＿～]{1,2}';
const twoStrokes = '[ニ=＝]';

/** A sign that only looks like 一 or 二, with the mark behind it, at the start of a line. */
export const looksNumbered = new RegExp(`^(?:${strokes}|${twoStrokes})\\s*[、.．](?!\\d)`, 'u');

const plain = new RegExp(
  `^(?:第(?<part>[${numerals}])部分[、.:]?|(?<chinese>[${numerals}]{1,3})[、.,:]|(?<arabic>\\d{1,2})\\.|(?<one>${strokes})[、.]|(?<two>${twoStrokes})[、.])(?<words>.*)$`, 'u',
);
const loose = new RegExp(
  `^\\(?第?(?:(?<chinese>[${numerals}]{1,3})|(?<arabic>\\d{1,2})|(?<roman>[IVX]{1,4})|(?<capital>[${capitals}]))[)、.,:]*(?<words>.+)$`, 'u',
);

/** The number that a heading, normalised, begins with as headings do: 一、, 1., 第一部分, or a dash for 一. */
export function readNumber(normal: string): Numbered | undefined {
  return numberedBy(plain.exec(normal)?.groups);
}

/** A number written in any way, with any mark or none: （一）, 一 , ①, Ⅰ, 壹. The words decide what it is worth. */
export function readLooseNumber(normal: string): Numbered | undefined {
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

const digits = '一二三四五六七八九';

/** The value of a whole number below a hundred, arabic or Chinese (12, 十二, 二十); 0 where it is none. */
export function valueOfNumeral(text: string): number {
  if (/^\d+$/u.test(text)) {
    return Number(text);
  }
  const { tens, ten, ones } = /^(?<tens>[一二三四五六七八九])?(?<ten>十)?(?<ones>[一二三四五六七八九])?$/u.exec(text)?.groups ?? {};
  const digit = (character: string | undefined): number => (character === undefined ? 0 : digits.indexOf(character) + 1);
  const isPair = ten === undefined && tens !== undefined && ones !== undefined;
  return isPair ? 0 : ten === undefined ? digit(tens ?? ones) : 10 * (tens === undefined ? 1 : digit(tens)) + digit(ones);
}
