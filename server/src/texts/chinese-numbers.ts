/** The Chinese digits from 1 on. */
export const digits = '一二三四五六七八九';
/** The characters of a Chinese number below a hundred, for the classes of patterns. */
export const numerals = `${digits}十`;

/** By which characters numbers are written. */
export interface NumberCharacters {
  /** From 0 on. */
  readonly digits: string;
  readonly ten: string;
  readonly hundred: string;
  readonly thousand: string;
  /** Whether 10 to 19 begin with the ten: 十二, but 壹拾贰. */
  readonly beginsWithTen: boolean;
}

const everyday: NumberCharacters = { digits: `零${digits}`, ten: '十', hundred: '百', thousand: '千', beginsWithTen: true };

/** 2023 → 二〇二三: digit by digit, as years are written. */
export function writeDigits(value: number, zero: '〇' | '零'): string {
  return [...String(value)].map((digit) => digits[Number(digit) - 1] ?? zero).join('');
}

/** 154 → 一百五十四; integers from 0 below 10^12. */
export function formatChinese(value: number, characters = everyday): string {
  const zero = characters.digits.charAt(0);
  if (value === 0) {
    return zero;
  }
  let text = '';
  let rest = value;
  for (const [scale, name] of [
    [1e8, '亿'],
    [1e4, '万'],
    [1, ''],
  ] as const) {
    const part = Math.floor(rest / scale);
    rest -= part * scale;
    if (part > 0) {
      text += formatSection(part, text, characters) + name;
    } else if (text !== '' && rest > 0 && !text.endsWith(zero)) {
      text += zero;
    }
  }
  return text;
}

/** The digits of four places behind what stands before them. */
function formatSection(value: number, before: string, { digits: signs, ten, hundred, thousand, beginsWithTen }: NumberCharacters): string {
  const zero = signs.charAt(0);
  let text = before !== '' && value < 1000 && !before.endsWith(zero) ? zero : '';
  let rest = value;
  let gap = false;
  for (const [unit, name] of [
    [1000, thousand],
    [100, hundred],
    [10, ten],
    [1, ''],
  ] as const) {
    const digit = Math.floor(rest / unit);
    rest -= digit * unit;
    if (digit === 0) {
      gap = text !== '' && text !== zero;
      continue;
    }
    text += gap ? zero : '';
    gap = false;
    text += beginsWithTen && unit === 10 && digit === 1 && before === '' && text === '' ? name : `${signs.charAt(digit)}${name}`;
  }
  return text;
}
