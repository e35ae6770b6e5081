import { traditionalForm } from '../../forms/vocabulary.ts';
import { formatChinese } from '../../texts/chinese-numbers.ts';

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

/** Writes a count in the style in which another was written. */
export function formatNumber(value: number, style: NumberStyle): string {
  if (style.script === 'chinese') {
    const chinese = value === 2 && style.liang ? '两' : formatChinese(value);
    return style.traditional ? chinese.replace(/[万亿两]/gu, traditionalForm) : chinese;
  }
  const plain = String(value);
  const [whole = '', fraction] = plain.split('.');
  const grouped = style.separator === '' ? whole : inGroups(whole, style.separator);
  const text = fraction === undefined ? grouped : `${grouped}.${fraction}`;
  return style.wide ? text.replace(/[0-9.]/gu, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0)) : text;
}

/** Digits by threes. */
function inGroups(whole: string, separator: string): string {
  const head = whole.length % 3;
  return [...(head === 0 ? [] : [whole.slice(0, head)]), ...whole.slice(head).match(/\d{3}/gu) ?? []].join(separator);
}
