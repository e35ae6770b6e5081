import { traditionalForm } from '../../forms/vocabulary.ts';

/** How a number is written, so that another can be put in its place. */
export interface NumberStyle {
  readonly script: 'digits' | 'chinese';
  readonly wide: boolean;
  /** The sign between groups of three digits, as written; empty where there is none. */
  readonly separator: string;
  /** 两 stands for 2 before a measure word. */
  readonly liang: boolean;
  /** In Chinese, whether 万, 亿 and 两 are written in their traditional forms. */
  readonly traditional?: boolean;
}

const digits = '零一二三四五六七八九';

/** Writes a count in the style in which another was written. */
export function formatNumber(value: number, style: NumberStyle): string {
  if (style.script === 'chinese') {
    const chinese = value === 2 && style.liang ? '两' : formatChinese(value);
    return style.traditional ? chinese.replace(/[万亿两]/gu, traditionalForm) : chinese;
  }
  const plain = String(value);
  const [whole = '', fraction] = plain.split('.');
  const grouped = style.separator === '' ? whole : whole.replace(/\B(?=(?:\d{3})+$)/gu, style.separator);
  const text = fraction === undefined ? grouped : `${grouped}.${fraction}`;
  return style.wide ? text.replace(/[0-9.]/gu, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0)) : text;
}

/** 154 → 一百五十四; integers from 0 below 10^12. */
export function formatChinese(value: number): string {
  if (value === 0) {
    return '零';
  }
  let text = '';
  let rest = value;
  for (const [scale, name] of [
    [1e8, '亿'],
    [1e4, '万'],
  ] as const) {
    const high = Math.floor(rest / scale);
    if (high > 0) {
      text += formatSection(high, text !== '' && high < 1000) + name;
      rest -= high * scale;
    } else if (text !== '' && rest > 0 && !text.endsWith('零')) {
      text += '零';
    }
  }
  if (rest === 0) {
    return text;
  }
  const needsZero = text !== '' && rest < 1000 && !text.endsWith('零');
  return text + formatSection(rest, needsZero);
}

function formatSection(value: number, needsZero: boolean): string {
  let text = needsZero ? '零' : '';
  let rest = value;
  let gap = false;
  for (const [unit, name] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(rest / unit);
    rest -= digit * unit;
    if (digit === 0) {
      gap = text !== '' && text !== '零';
      continue;
    }
    text += gap ? '零' : '';
    gap = false;
    text += unit === 10 && digit === 1 && text === '' ? name : `${digits[digit]}${name}`;
  }
  return text;
}
