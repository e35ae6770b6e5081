import { looksLikeFigure, looksLikeMarkedFigure } from '../number.ts';
import { isBlankCode } from '../text.ts';
import type { Vocabulary } from '../vocabulary.ts';
import type { Word } from './line-reading.ts';

/** The words and figures of a line without delimiters, each figure with what belongs to it; `next`: the line below it. */
export function wordsIn(text: string, vocabulary: Vocabulary, next: string): Word[] {
  return joinParts(withoutNumber(withMarked(withoutRowEnd(tokensOf(text))), next).flatMap((token) => unglue(token, vocabulary)), text, vocabulary);
}

function tokensOf(text: string): Word[] {
  const tokens: Word[] = [];
  for (let at = 0; at < text.length;) {
    while (at < text.length && isBlankCode(text.charCodeAt(at))) {
      at += 1;
    }
    const start = at;
    while (at < text.length && !isBlankCode(text.charCodeAt(at))) {
      at += 1;
    }
    if (at > start) {
      tokens.push(wordOf(text.slice(start, at), start, at));
    }
  }
  return tokens;
}

/** What ends a row of LaTeX; of the two backslashes Markdown takes one for a mark. */
const rowEnds = new Set(['\\\\', '\\']);

/** The end of a row whose cells `&` parts is no figure; elsewhere such a stroke may stand for no number. */
function withoutRowEnd(tokens: readonly Word[]): readonly Word[] {
  return tokens.some(({ text }) => text === '&') ? tokens.map((token) => (rowEnds.has(token.text) ? { ...token, isFigure: false } : token)) : tokens;
}

/** Numbers with marks around them that stand side by side are the figures of a row: `（3） （0）`. None of them is read as one. */
function withMarked(tokens: readonly Word[]): Word[] {
  const isMarked = (token: Word | undefined): boolean => token !== undefined && looksLikeMarkedFigure(token.text);
  return tokens.map((token, at) => (isMarked(token) && (isMarked(tokens[at - 1]) || isMarked(tokens[at + 1])) ? { ...token, isFigure: true } : token));
}

/** The last number of a line is none where the next line goes on with the mark behind it: `2` above `、重复申请`. */
function withoutNumber(tokens: Word[], next: string): Word[] {
  const last = tokens.at(-1);
  return last?.isFigure && /^\d{1,2}$/u.test(last.text) && /^\s{0,20}[.．、]\D/u.test(next) ? [...tokens.slice(0, -1), { ...last, isFigure: false }] : tokens;
}

function wordOf(text: string, start: number, end: number): Word {
  return { text, start, end, isFigure: looksLikeFigure(text) };
}

/** A stretch of words as one; no figure, whatever it reads as. */
export function spanOf(words: readonly Word[], text: string): Word {
  const start = words[0]?.start ?? 0;
  const end = words.at(-1)?.end ?? 0;
  return { text: text.slice(start, end), start, end, isFigure: false };
}

/**
 * A sign before its number, a unit behind it, and a word for what is counted where nothing else stands in the line, is one figure
 * with it, but for a word in which the label above may end (…查询事 ⏎ 3 项), which is no part of the number; a number before its
 * mark (`1 .属于…`, `1 . 属 于…`) is none.
 */
function joinParts(tokens: readonly Word[], text: string, vocabulary: Vocabulary): Word[] {
  const joined: Word[] = [];
  for (const [at, word] of tokens.entries()) {
    const token = word.isFigure && isAmongCharacters(word, tokens[at + 1]) ? { ...word, isFigure: false } : word;
    const last = joined.at(-1);
    const unit = last && /^(?:万元|元|萬元)$/u.test(token.text) && /^[\d.,+-]+$/u.test(last.text);
    const signed = last && /^(?:增|减|減|增加|减少)$/u.test(last.text) && /^\d+$/u.test(token.text);
    const counted = last && tokens.length === 2 && !token.isFigure && token.start - last.end === 1 && text[last.end] !== '\t'
      && /^\d+$/u.test(last.text) && looksLikeFigure(last.text + token.text);
    const isMark = /^[.．、]$/u.test(token.text) && tokens[at + 1]?.isFigure === false;
    const numbered = last && /^\d{1,2}$/u.test(last.text) && (isMark || /^[.．、]\D/u.test(token.text));
    if (last && counted && vocabulary.endsRowLabel(vocabulary.normalise(token.text))) {
      continue;
    }
    if (last && (unit || signed || counted || numbered)) {
      const whole = wordOf(text.slice(last.start, token.end), last.start, token.end);
      joined[joined.length - 1] = numbered ? { ...whole, isFigure: false } : whole;
    } else {
      joined.push(token);
    }
  }
  return joined;
}

const han = /^\p{Script=Han}$/u;

/** Whether a sign in place of a number (无) is a character of words that are set apart one by one: `4 . 无 正 当 理 由`. */
function isAmongCharacters({ text, end }: Word, next: Word | undefined): boolean {
  return han.test(text) && next?.isFigure === false && next.start - end === 1 && han.test(next.text);
}

const mostDigits = 15;

/** `…申请数量3`, `0第二十条第（八）项`: a label and a figure that stands right behind or before it, as two words. */
function unglue(token: Word, vocabulary: Vocabulary): Word[] {
  const { text, start, end } = token;
  const before = token.isFigure || vocabulary.isLabel(vocabulary.normalise(text)) ? undefined : /^[+-]?\d+(?![\d.．、,])/u.exec(text)?.[0];
  if (before !== undefined && vocabulary.isLabel(vocabulary.normalise(text.slice(before.length)))) {
    const cut = start + before.length;
    return [{ text: before, start, end: cut, isFigure: true }, { text: text.slice(before.length), start: cut, end, isFigure: false }];
  }
  if (token.isFigure || !/\d$/u.test(text)) {
    return [token];
  }
  const digits = /(?<=[^\d.,+-])[+-]?\d+(?:\.\d+)?$/u.exec(text.slice(-mostDigits))?.[0];
  const label = text.slice(0, -(digits ?? '').length);
  const normal = digits === undefined ? '' : vocabulary.normalise(label);
  if (digits === undefined || !(vocabulary.isLabel(normal) || vocabulary.labelSuffix(normal) >= 0)) {
    return [token];
  }
  const cut = end - digits.length;
  return [{ text: label, start, end: cut, isFigure: false }, { text: digits, start: cut, end, isFigure: true }];
}

/** Words with one space between them belong together; wider gaps part columns. */
export function columnsOf(words: readonly Word[], text: string): Word[] {
  const columns: Word[] = [];
  for (const word of words) {
    const last = columns.at(-1);
    if (last && word.start - last.end === 1 && text[last.end] !== '\u3000' && text[last.end] !== '\t') {
      columns[columns.length - 1] = spanOf([last, word], text);
    } else {
      columns.push(word);
    }
  }
  return columns;
}

/** 2: a whole label stands in the words; 1: a piece of one; 0: nothing of a form. */
export function knowledge(text: string, vocabulary: Vocabulary): 0 | 1 | 2 {
  const normal = vocabulary.normalise(text);
  if (isWholeLabel(normal, vocabulary) || vocabulary.labelSuffix(normal) >= 0) {
    return 2;
  }
  return vocabulary.isFragment(normal) ? 1 : 0;
}

/** Whether the text is a label, with or without a note in brackets behind it. */
export function isWholeLabel(normal: string, vocabulary: Vocabulary): boolean {
  return vocabulary.isLabel(normal) || (normal.endsWith(')') && vocabulary.isLabel(normal.slice(0, normal.lastIndexOf('('))));
}
