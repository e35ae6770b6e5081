const chineseDigits = '〇一二三四五六七八九';
const chinese = '[〇○零O一二三四五六七八九]';

/** Four digits of a year, arabic or Chinese: 2023, 二〇二三. */
export const fourDigits = `(?:(?:19|20)\\d{2}(?!\\d)|[一二]${chinese}{3})`;

const several = new RegExp(`(${fourDigits})年?度?[-至到、和及]+(${fourDigits})`, 'u');

export function valueOfYear(digits: string): number {
  return Number([...digits].map((digit) => (/\d/u.test(digit) ? digit : String(Math.max(0, chineseDigits.indexOf(digit))))).join(''));
}

/** Whether folded words name several years as one: 2023-2024年. */
export function namesSeveralYears(words: string): boolean {
  const years = several.exec(words);
  return years !== null && valueOfYear(years[1] ?? '') !== valueOfYear(years[2] ?? '');
}
