import { fourDigits, valueOfYear } from '../../syntax/numerals.ts';

const several = new RegExp(`(${fourDigits})年?度?[-至到、和及]+(${fourDigits})`, 'u');

/** Whether folded words name several years as one: 2023-2024年. */
export function namesSeveralYears(words: string): boolean {
  const years = several.exec(words);
  return years !== null && valueOfYear(years[1] ?? '') !== valueOfYear(years[2] ?? '');
}
