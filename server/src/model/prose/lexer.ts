import { bounds, isAboutMarked, isAtLeastMarked, isOverMark, prefixLength } from './approximation.ts';
import { fold } from '../../forms/vocabulary.ts';
import {
  beginsChineseNumber,
  isDigit,
  readChinese,
  readDigits,
  skipChinese,
  skipDigits,
  type NumberReading,
  type Units,
} from './numbers.ts';
import { measures, notAfterMeasure, startsWith, type Word } from './vocabulary.ts';
import type { Words } from './words.ts';

export type Token = WordToken | CountToken | PercentToken | YearToken | DateToken | MarkToken;

/** A stretch of the folded text. */
interface Place {
  readonly at: number;
  readonly to: number;
}

export interface WordToken extends Place {
  readonly kind: 'word';
  readonly word: Word;
}

/** A number with its measure word (量词), or a bare one with an empty measure. */
export interface CountToken extends Place {
  readonly kind: 'count';
  readonly number: NumberReading;
  /** Where the number alone begins and ends; the token takes in 约, 近 and the measure word. */
  readonly numberAt: number;
  readonly numberTo: number;
  readonly measure: string;
  /** What the true number lies between where it is given as approximate (余, 多, 约, 近, 万). */
  readonly lower: number;
  readonly upper: number;
  readonly approximate: boolean;
}

export interface PercentToken extends Place {
  readonly kind: 'percent';
  readonly number: NumberReading;
}

export interface YearToken extends Place {
  readonly kind: 'year';
  readonly year: number;
  /** Where the four digits end. */
  readonly digitsTo: number;
}

/** A month or a day of a month: 12月, 31日. */
export interface DateToken extends Place {
  readonly kind: 'month' | 'day';
  readonly value: number;
}

/** `comma` also stands for what ends a clause in its place; `stop` ends a sentence; `item` begins one: （一）, 一、; quotations are
 * kept apart like brackets.
 */
export interface MarkToken extends Place {
  readonly kind: 'comma' | 'list' | 'colon' | 'semicolon' | 'stop' | 'open' | 'close' | 'item' | 'dash';
}

/** A text as the reader of sentences sees it. */
export interface Lexed extends Units {
  readonly tokens: readonly Token[];
  /** The names of reports in marks, 《…报告》, which are no tokens; without the marks. */
  readonly titles: readonly Place[];
}

const marks = new Map<number, MarkToken['kind']>(
  Object.entries({ ',': 'comma', '、': 'list', ':': 'colon', ';': 'semicolon', '-': 'dash' } as const).map(
    ([char, kind]) => [char.charCodeAt(0), kind],
  ),
);
for (const char of '。!?|') {
  marks.set(char.charCodeAt(0), 'stop');
}
for (const char of '([【“‘「『') {
  marks.set(char.charCodeAt(0), 'open');
}
for (const char of ')]】”’」』') {
  marks.set(char.charCodeAt(0), 'close');
}
const code = (char: string): number => char.charCodeAt(0);
const quotes = new Map(['“”', '‘’', '「」', '『』'].map((pair) => [pair.charCodeAt(0), pair.charCodeAt(1)]));
const titleOpen = code('《');
const titleClose = code('》');
const year = code('年');
const month = code('月');
const day = code('日');
const colon = code(':');
const ordinal = code('第');
const fractionMark = '分之';
const hundredth = '百分之';
const vague = new Set([...'几数'].map(code));
const notCounting = new Set([...'统同唯任每逐进第万其专单'].map(code));
const longestTitle = 120;
const reportEnds = new Set([...'告报'].map(code));

export function lex(text: string, words: Words): Lexed {
  const codes: number[] = [];
  const offsets: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const folded = fold[text.charCodeAt(at)] ?? 0;
    if (folded !== 0) {
      codes.push(folded);
      offsets.push(at);
    }
  }
  const { length } = codes;
  const lexer = new Lexer({ codes, offsets, length, text }, words);
  return { codes, offsets, length, text, tokens: lexer.read(), titles: lexer.titles };
}

/** 针对我局: it is said of all that the organ has to do with. */
const towardOwn: Word = { text: '', roles: new Set(['light']), quantity: undefined, isBelow: false, applicant: undefined };

class Lexer {
  readonly titles: Place[] = [];
  readonly #tokens: Token[] = [];
  readonly #units: Units;
  readonly #words: Words;

  constructor(units: Units, words: Words) {
    this.#units = units;
    this.#words = words;
  }

  read(): Token[] {
    let at = 0;
    while (at < this.#units.length) {
      at = this.#step(at);
    }
    return this.#tokens;
  }

  #step(at: number): number {
    const { codes, length } = this.#units;
    const here = codes[at] ?? 0;
    const kind = marks.get(here);
    if (kind !== undefined) {
      return this.#mark(at, kind);
    }
    if (here === titleOpen) {
      return this.#skipTitle(at);
    }
    if (isDigit(here)) {
      const word = this.#words.at(codes, length, at);
      return word !== undefined && !isDigit(codes[at + word.text.length]) ? this.#word(at, word) : this.#digits(at);
    }
    const word = this.#words.at(codes, length, at);
    if (word !== undefined) {
      return this.#word(at, word);
    }
    return beginsChineseNumber(here) ? this.#chinese(at) : at + 1;
  }

  #word(at: number, word: Word): number {
    const { codes, length } = this.#units;
    const to = at + word.text.length;
    const next = word.roles.has('toward') ? this.#words.at(codes, length, to) : undefined;
    if (next?.roles.has('own') === true) {
      this.#tokens.push({ kind: 'word', at, to: to + next.text.length, word: towardOwn });
      return to + next.text.length;
    }
    this.#tokens.push({ kind: 'word', at, to, word });
    return to;
  }

  #mark(at: number, kind: MarkToken['kind']): number {
    const named = kind === 'open' ? this.#quoted(at) : undefined;
    if (named !== undefined) {
      this.#tokens.push(named);
      return named.to;
    }
    const item = kind === 'open' ? this.#itemEnd(at) : at;
    if (item > at) {
      this.#tokens.push({ kind: 'item', at, to: item });
      return item;
    }
    this.#tokens.push({ kind, at, to: at + 1 });
    return at + 1;
  }

  /** What is counted, in quotation marks: “予以公开”17件. */
  #quoted(at: number): WordToken | undefined {
    const { codes, length } = this.#units;
    const close = quotes.get(codes[at] ?? 0);
    const word = close === undefined ? undefined : this.#words.at(codes, length, at + 1);
    const to = at + 1 + (word?.text.length ?? 0);
    return word?.quantity !== undefined && codes[to] === close ? { kind: 'word', at, to: to + 1, word } : undefined;
  }

  /** The end of a number that begins an item, （一） or (12), or `at` itself. */
  #itemEnd(at: number): number {
    const { codes, length } = this.#units;
    let to = at + 1;
    while (to < length && to - at < 4 && (isDigit(codes[to]) || beginsChineseNumber(codes[to] ?? 0))) {
      to += 1;
    }
    return to > at + 1 && marks.get(codes[to] ?? 0) === 'close' ? to + 1 : at;
  }

  /** The name of a document, 《…》, says nothing of counts. */
  #skipTitle(at: number): number {
    const { codes, length } = this.#units;
    const limit = Math.min(length, at + longestTitle);
    for (let to = at + 1; to < limit; to += 1) {
      if (codes[to] === titleClose) {
        if (reportEnds.has(codes[to - 1] ?? 0)) {
          this.titles.push({ at: at + 1, to });
        }
        return to + 1;
      }
    }
    return at + 1;
  }

  #digits(at: number): number {
    const { codes, length } = this.#units;
    const number = readDigits(this.#units, at);
    if (number === undefined) {
      return skipDigits(codes, length, at);
    }
    return this.#number(at, number);
  }

  #chinese(at: number): number {
    const { codes, length } = this.#units;
    const end = skipChinese(codes, length, at);
    if (startsWith(codes, length, end, fractionMark)) {
      return skipChinese(codes, length, end + fractionMark.length);
    }
    const number = readChinese(this.#units, at);
    if (number === undefined || vague.has(codes[end] ?? 0)) {
      return end;
    }
    if (codes[end] === code('、') && this.#beginsSentence()) {
      this.#tokens.push({ kind: 'item', at, to: end + 1 });
      return end + 1;
    }
    return this.#number(at, number);
  }

  #beginsSentence(): boolean {
    const last = this.#tokens.at(-1);
    return last === undefined || last.kind === 'stop' || last.kind === 'semicolon';
  }

  /** Tells years, dates, percentages and counts apart by what stands around the number; all else says nothing. */
  #number(at: number, number: NumberReading): number {
    const { codes } = this.#units;
    const next = codes[number.to];
    if (number.fourDigits && next === year && number.value >= 1900 && number.value < 2100) {
      const to = this.#yearEnd(number.to);
      this.#tokens.push({ kind: 'year', at, to, year: number.value, digitsTo: number.to });
      return to;
    }
    if ((next === month || next === day) && number.value <= 31) {
      this.#tokens.push({ kind: next === month ? 'month' : 'day', at, to: number.to + 1, value: number.value });
      return number.to + 1;
    }
    if (next === 0x25) {
      this.#tokens.push({ kind: 'percent', at, to: number.to + 1, number });
      return number.to + 1;
    }
    return this.#isCounting(at, number) ? this.#count(at, number) : number.to;
  }

  /** 年 and 年度 belong to the year, unless they begin the name of a report: 2023年度报告. */
  #yearEnd(at: number): number {
    const { codes, length } = this.#units;
    if (this.#words.at(codes, length, at)?.roles.has('report.name') === true) {
      return at;
    }
    return codes[at + 1] === code('度') ? at + 2 : at + 1;
  }

  #isCounting(at: number, number: NumberReading): boolean {
    const { codes, length } = this.#units;
    const before = at === 0 ? 0 : (codes[at - 1] ?? 0);
    const next = codes[number.to] ?? 0;
    const isPartOfLonger =
      isLatin(before) || isLatin(next) || before === 0x2f || next === 0x2f || before === 0x2e || before === 0x2b;
    const isTime = (next === colon && isDigit(codes[number.to + 1])) || (before === colon && isDigit(codes[at - 2]));
    const isVague = number.style.script === 'chinese' && vague.has(before);
    const isRange = this.#isRangeMark(before, at - 2) || this.#isRangeMark(next, number.to + 1);
    const isOrdinal = before === ordinal || (number.style.script === 'chinese' && notCounting.has(before));
    const isFraction =
      startsWith(codes, length, number.to, fractionMark) || startsWith(codes, length, Math.max(0, at - 3), hundredth);
    return !isPartOfLonger && !isTime && !isRange && !isOrdinal && !isFraction && !vague.has(next) && !isVague;
  }

  #isRangeMark(mark: number, other: number): boolean {
    const { codes } = this.#units;
    const isMark = mark === 0x2d || mark === code('至') || mark === code('到');
    return (
      isMark &&
      other >= 0 &&
      (isDigit(codes[other]) || beginsChineseNumber(codes[other] ?? 0)) &&
      (mark === 0x2d || isDigit(codes[other]))
    );
  }

  #count(at: number, number: NumberReading): number {
    const { codes, length } = this.#units;
    const isOver = isOverMark(codes[number.to]);
    const from = isOver ? number.to + 1 : number.to;
    const measure = measures.find((text) => startsWith(codes, length, from, text)) ?? '';
    let to = from + measure.length;
    if (measure !== '' && notAfterMeasure.some((text) => startsWith(codes, length, to, text))) {
      return to;
    }
    const isNil = number.value === 0 && codes[at - 1] === code('为');
    if (measure === '' && !isNil && (isOver || number.style.script === 'chinese' || number.fourDigits)) {
      return from;
    }
    const isOverAfter = measure !== '' && isOverMark(codes[to]);
    const isAbout = isAboutMarked(this.#units, at, to);
    const isAtLeast = isOver || isOverAfter || isAtLeastMarked(this.#units, at) || startsWith(codes, length, to, '以上');
    to += isOverAfter ? 1 : 0;
    const first = at - prefixLength(this.#units, at);
    const { lower, upper, approximate } = bounds(number, isAtLeast, isAbout);
    this.#tokens.push({
      kind: 'count',
      at: first,
      to,
      numberAt: at,
      numberTo: number.to,
      number,
      measure,
      lower,
      upper,
      approximate,
    });
    return to;
  }
}

function isLatin(unit: number): boolean {
  return (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a) || unit === 0x5f || unit === 0x23;
}
