import type { Span } from '../../syntax/tree.ts';
import { written, type Letters } from './letters.ts';
import { attachment, beginsWithLink, endsWithLabel, isLabel, isTitleLabel, mayBeOrgan, siteLength, titleLabel } from './words.ts';
import { fourDigits, yearDigits } from '../../syntax/numerals.ts';
import { numerals } from '../../texts/chinese-numbers.ts';

/** What stands before the name of a report: organ and year. */
export interface Head {
  readonly start: number;
  readonly organ: string | undefined;
  readonly digits: Span | undefined;
  /** `alone`: nothing else stands in the line; `labelled`: data of the page do; `trail`: it is the end of a path. */
  readonly standing: 'alone' | 'labelled' | 'trail';
}

/** Reads back from a name; undefined where what stands before it belongs to no title, or to a link to another page. */
export function readHead(letters: Letters, nameAt: number): Head | undefined {
  const { text } = letters;
  const cut = lastSeparator(text, nameAt);
  const behind = standingBehind(text, cut);
  const start = behind && skipData(letters, cut + 1, nameAt, behind.hasValue);
  if (behind === undefined || start === undefined) {
    return undefined;
  }
  const words = text.slice(start, nameAt);
  const begin = start + (/^(?:关于)?/u.exec(words)?.[0].length ?? 0);
  const organ = organIn(letters, begin, nameAt);
  if (numbered.test(words) || beginsWithLink(words) || organ === undefined) {
    return undefined;
  }
  const isBehindData = !/^[-#]*$/u.test(text.slice(cut + 1, start)) && !attachment.test(text.slice(cut + 1));
  return {
    start: organ.from,
    organ: organ.name === '' ? undefined : organ.name,
    digits: organ.digits,
    standing: isBehindData && behind.standing === 'alone' ? 'labelled' : behind.standing,
  };
}

/** A title has no number of its own; what has one is an entry of a list. */
const numbered = new RegExp(String.raw`^\(?[\d${numerals}]{1,3}[.、)]`, 'u');
const separators = ':|>›»→\\/】]《“「〈·・•●■◆▪※★☆。;!?,_-';

function lastSeparator(text: string, before: number): number {
  for (let at = before - 1; at >= 0; at -= 1) {
    if (separators.includes(text[at] ?? '') && !isInFigures(text, at)) {
      return at;
    }
  }
  return -1;
}

const inFigures = new RegExp(`[\\d年${yearDigits}]`, 'u');

/** The marks of 2024-01-26, 15:35, 000123/2024 and 2023年-2024年 separate nothing. */
function isInFigures(text: string, at: number): boolean {
  return inFigures.test(text[at - 1] ?? '') && /[\d一二]/u.test(text[at + 1] ?? '');
}

interface Behind {
  readonly standing: Head['standing'];
  /** A value comes first: 来源：水务局. */
  readonly hasValue: boolean;
}

/** How a title stands behind a separator; undefined where it is part of a sentence, or of another page's link. */
function standingBehind(text: string, at: number): Behind | undefined {
  const sign = text[at];
  const before = text.slice(0, Math.max(0, at));
  if (sign === undefined) {
    return { standing: 'alone', hasValue: false };
  }
  if (',。;!?'.includes(sign)) {
    return undefined;
  }
  if ('《“「〈'.includes(sign)) {
    return before === '' || separators.includes(before.at(-1) ?? '') ? standingBehind(text, before.length - 1) : undefined;
  }
  if (sign === ':') {
    return standingBehindLabel(before);
  }
  if ('>›»→\\/|'.includes(sign)) {
    return { standing: 'trail', hasValue: false };
  }
  const isFirst = /^(?:[【[][^【】[\]]{0,20})?$/u.test(before) || /^[-_#]*$/u.test(before);
  return { standing: isFirst ? 'alone' : 'labelled', hasValue: false };
}

const longestLabel = 6;

function standingBehindLabel(before: string): Behind | undefined {
  const label = before.slice(lastSeparator(before, before.length) + 1);
  if (beginsWithLink(label)) {
    return undefined;
  }
  if (attachment.exec(label)?.[0] === label) {
    return { standing: 'alone', hasValue: false };
  }
  const known = endsWithLabel(label);
  return known !== undefined || label.length <= longestLabel
    ? { standing: 'labelled', hasValue: known !== undefined && !isTitleLabel(known) }
    : undefined;
}

/** Passes over labels with their values, dates and numbers; undefined where the line leads to another page. */
function skipData(letters: Letters, from: number, to: number, hasValue: boolean): number | undefined {
  const tokens = tokensOf(letters, from, to);
  let start = from;
  for (let at = 0, skips = hasValue; at < tokens.length; at += 1) {
    const { words, next } = tokens[at] as Token;
    const isLast = at === tokens.length - 1;
    if (!isLast && beginsWithLink(words)) {
      return undefined;
    }
    const label = labelAt(tokens, at);
    if (label) {
      at += label.tokens - 1;
      start = (tokens[at] as Token).next;
      skips = !isTitleLabel(label.words);
    } else if (!isLast && (skips || isData(words, tokens[at + 1]?.words ?? ''))) {
      start = next;
      skips = false;
    }
  }
  return start + (leadingData.exec(letters.text.slice(start, to))?.[0].length ?? 0);
}

interface Token {
  readonly words: string;
  /** Where the next one begins. */
  readonly next: number;
}

/** What white space parts; a line whose characters are all set apart is one word. */
function tokensOf({ text, apart }: Letters, from: number, to: number): Token[] {
  const tokens: Token[] = [];
  for (let start = from; start < to;) {
    let end = start + 1;
    while (end < to && !apart[end]) {
      end += 1;
    }
    tokens.push({ words: text.slice(start, end), next: end });
    start = end;
  }
  const isSpread = tokens.length > 3 && to - from < tokens.length * 1.5;
  return isSpread ? [{ words: text.slice(from, to), next: to }] : tokens;
}

/** A label in one word, or with white space between its characters: 名 称. */
function labelAt(tokens: readonly Token[], at: number): { words: string; tokens: number } | undefined {
  let words = '';
  for (let index = at; index < tokens.length - 1 && index - at < 5; index += 1) {
    words += tokens[index]?.words ?? '';
    if (isLabel(words)) {
      return { words, tokens: index - at + 1 };
    }
    if ((tokens[index]?.words.length ?? 0) > 1) {
      return undefined;
    }
  }
  return undefined;
}

/** Whether a word is a date, a time or a number, and not the digits of the year. */
function isData(words: string, next: string): boolean {
  return !/\p{Script=Han}/u.test(words) ? !next.startsWith('年') && !/^[(\d]*\d{4}\)?$/u.test(words) : date.test(words);
}

const date = /^\(?\d{4}年\d{1,2}月(?:\d{1,2}日)?\)?$/u;
/** A date that runs into the title, its label, the name of what is attached, marks. */
const leadingData = new RegExp(
  `^(?:\\d{4}[-./]\\d{1,2}[-./]\\d{1,2}(?:\\d{2}:\\d{2}(?::\\d{2})?)?|${attachment.source.slice(1)}(?!:)|[-#]+|${titleLabel.source})+`, 'u',
);

interface OrganAndYear {
  readonly from: number;
  /** Empty where there is none. */
  readonly name: string;
  readonly digits: Span | undefined;
}

const year = new RegExp(`\\(?(?<digits>${fourDigits})\\)?(?:(?:年度?|度)?(?:[-至到、和及]+${fourDigits})?(?:年度?|度)?\\)?)(?!\\d{1,2}月)`, 'u');

/** The organ among the words before a name, which are its name and the year and nothing else. */
function organIn(letters: Letters, from: number, to: number): OrganAndYear | undefined {
  const words = letters.text.slice(from, to);
  const found = year.exec(words);
  const yearAt = found ? from + found.index : to;
  const yearTo = found ? yearAt + found[0].length : to;
  const named = trimmedOrgan(letters.text, from, yearAt);
  const before = { ...named, start: named.start + siteLength(letters.text.slice(named.start, named.end)) };
  const after = trimmedOrgan(letters.text, yearTo, to);
  const folded = letters.text.slice(before.start, before.end) + letters.text.slice(after.start, after.end);
  if (folded !== '' && !mayBeOrgan(folded)) {
    return undefined;
  }
  const digitsAt = found ? letters.text.indexOf(found.groups?.['digits'] ?? '', yearAt) : 0;
  return {
    from: before.start < before.end ? before.start : Math.min(yearAt, after.start),
    name: written(letters, before.start, before.end) + written(letters, after.start, after.end),
    digits: found ? { start: digitsAt, end: digitsAt + 4 } : undefined,
  };
}

/** Without 关于, 的 and 年度 at its edges. */
function trimmedOrgan(text: string, from: number, to: number): Span {
  const words = text.slice(from, to);
  const lead = /^关于/u.exec(words)?.[0].length ?? 0;
  const trail = /(?<!关于|的|年度)(?:关于|的|年度)+$/u.exec(words.slice(lead))?.[0].length ?? 0;
  return { start: from + lead, end: to - trail };
}
