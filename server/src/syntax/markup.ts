import { lastIndex } from './positions.ts';
import { isBlankCode } from './text.ts';
import type { TextMap } from './tree.ts';

/** A text as it reads, without the marks of Markdown and the tags of HTML that only say how it looks. */
interface PlainText {
  readonly text: string;
  /** Where its characters stand in the text as it is written; undefined where both are the same. */
  readonly map?: TextMap;
}

const mayHoldMarks = /[*_\\`<&]|\]\{|\{[#.]|\]\([^()]*#| \+[\r\n]/u;
/** Punctuation that a backslash keeps from being a mark; converters put one before Chinese marks as well. */
const escapable = /[!-/:-@[-`{-~、。．，：；！？（）《》〈〉【】“”‘’—－＋％％]/u;
/** Elements that only say how their text looks; what is struck out, raised or hidden is no part of it and stays. */
const inlineTag = /<\/?(?:a|b|big|code|em|font|i|ins|kbd|mark|o:p|small|span|strong|tt|u)(?:\/|\s(?:(?!hidden|display)[^<>])*)?>/iuy;
/** Elements that part the words around them. */
const blockTag = /<\/?(?:br|center|div|h[1-6]|hr|li|ol|p|section|table|tbody|td|tfoot|th|thead|tr|ul)(?:\/|\s(?:(?!hidden|display)[^<>])*)?>/iuy;
const blankEntity = /&(?:nbsp|ensp|emsp|thinsp|#160|#xa0|#12288|#x3000|#8194|#8195);/iuy;
/** What pandoc writes behind a bracket or a heading. */
const attributes = /\{[^{}\n]*\}/uy;
const headingAttributes = /\{[#.][^{}\n]*\}(?=[\s#]*$)/uy;
/** A place in a page. */
const placeLinked = /\([^()\n#]*#[^()\n]*\)/uy;
const headingMark = /^\s*#{1,6}\s/u;
const longestRun = 3;

const kept = 0;
const dropped = 1;
const blank = 2;

/** Takes the marks out of a text; linear in its length. Between two digits a mark stays: they may be two numbers. */
export function withoutMarks(text: string): PlainText {
  if (!mayHoldMarks.test(text)) {
    return { text };
  }
  const fates = new Marker(text).fates();
  const runs = new Runs(text);
  for (let at = 0; at < text.length;) {
    const start = at;
    const fate = fates[at];
    while (at < text.length && fates[at] === fate) {
      at += 1;
    }
    if (fate === blank) {
      runs.blank(start, at);
    } else if (fate === kept || (isDigit(text.charCodeAt(runs.end - 1)) && fates[at] === kept && isDigit(text.charCodeAt(at)))) {
      runs.keep(start, at);
    }
  }
  return runs.plain === text ? { text } : { text: runs.plain, map: runs.map() };
}

/** What is kept of a text, as stretches that stand side by side in it. */
class Runs {
  readonly #text: string;
  /** Where each stretch begins, in what is kept and in the text. */
  readonly #starts: number[] = [];
  readonly #sources: number[] = [];
  plain = '';
  /** Where in the text the last stretch ends; 0 before the first. */
  end = 0;

  constructor(text: string) {
    this.#text = text;
  }

  keep(start: number, end: number): void {
    this.#add(start, end, this.#text.slice(start, end));
  }

  blank(start: number, end: number): void {
    this.#add(start, end, ' '.repeat(end - start));
  }

  #add(start: number, end: number, words: string): void {
    if (start !== this.end || this.#starts.length === 0) {
      this.#starts.push(this.plain.length);
      this.#sources.push(start);
    }
    this.plain += words;
    this.end = end;
  }

  /** Where a character of what is kept stands in the text; of a place behind all of it, that behind the last one. */
  map(): TextMap {
    const [starts, sources, length, { end }] = [this.#starts, this.#sources, this.plain.length, this];
    return (at) => {
      const run = lastIndex(starts, (start) => start <= at);
      return at >= length ? end : (sources[run] ?? 0) + at - (starts[run] ?? 0);
    };
  }
}

function isDigit(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19);
}

/** A run of one mark that may open emphasis. */
interface Opening {
  readonly at: number;
  readonly length: number;
}

/** Says of each character whether it is kept, dropped, or white space. */
class Marker {
  readonly #text: string;
  readonly #fates: Uint8Array;
  readonly #openings = new Map<string, Opening[]>();
  readonly #brackets: number[] = [];
  readonly #isHeading: boolean;

  constructor(text: string) {
    this.#text = text;
    this.#isHeading = headingMark.test(text);
    this.#fates = new Uint8Array(text.length);
  }

  fates(): Uint8Array {
    for (let at = 0; at < this.#text.length;) {
      at += this.#step(at);
    }
    return this.#fates;
  }

  /** Looks at what stands at a place, and says how many characters it takes. */
  #step(at: number): number {
    const character = this.#text.charAt(at);
    switch (character) {
      case '\\': return this.#escape(at);
      case '*': case '_': case '`': return this.#run(at, character);
      case '<': return this.#matched(inlineTag, at, dropped) || this.#matched(blockTag, at, blank) || 1;
      case '&': return this.#matched(blankEntity, at, blank) || 1;
      case '+': return this.#plus(at);
      case '{': return this.#matched(headingAttributes, at, dropped) || 1;
      case '[':
        this.#brackets.push(at);
        return 1;
      case ']': return this.#bracket(at);
      default: return 1;
    }
  }

  #escape(at: number): number {
    const lineBreak = this.#lineBreak(at);
    if (lineBreak > 0) {
      this.#drop(at, lineBreak);
      return lineBreak;
    }
    const next = this.#text.charAt(at + 1);
    if (next !== '' && !escapable.test(next)) {
      return 1;
    }
    this.#fates[at] = dropped;
    return 2;
  }

  /** How many backslashes break a line: one of Markdown or two of Org, with nothing but white space behind them. */
  #lineBreak(at: number): number {
    const count = this.#text[at + 1] === '\\' ? 2 : 1;
    let end = at + count;
    while (this.#text[end] === ' ' || this.#text[end] === '\t') {
      end += 1;
    }
    return end === this.#text.length || this.#text[end] === '\n' || this.#text[end] === '\r' ? count : 0;
  }

  /** A plus behind a blank, with nothing behind it in its line, breaks the line in AsciiDoc. */
  #plus(at: number): number {
    if (this.#text[at - 1] === ' ' && (this.#text[at + 1] === '\n' || this.#text[at + 1] === '\r')) {
      this.#drop(at, 1);
    }
    return 1;
  }

  /** The length of what matches a pattern at a place; its first character becomes white space where it parts words. */
  #matched(pattern: RegExp, at: number, first: number): number {
    pattern.lastIndex = at;
    const length = pattern.exec(this.#text)?.[0].length ?? 0;
    if (length > 0) {
      this.#drop(at, length);
      this.#fates[at] = first;
    }
    return length;
  }

  #drop(at: number, length: number): void {
    this.#fates.fill(dropped, at, at + length);
  }

  /** `[words]{attributes}`; a link stays, since it names another text, but in a heading that links to a place in a page. */
  #bracket(at: number): number {
    const open = this.#brackets.pop();
    const length = open === undefined ? 0
      : this.#matched(attributes, at + 1, dropped) || (this.#isHeading ? this.#matched(placeLinked, at + 1, dropped) : 0);
    if (open !== undefined && length > 0) {
      this.#fates[open] = dropped;
      this.#fates[at] = dropped;
    }
    return length + 1;
  }

  /** A run of marks closes the last run of its kind that fits into it, and opens with what is left. */
  #run(at: number, character: string): number {
    let end = at;
    while (this.#text[end] === character) {
      end += 1;
    }
    let start = at;
    for (let opening = this.#closed(character, at, end, end - start); opening; opening = this.#closed(character, at, end, end - start)) {
      this.#drop(opening.at, opening.length);
      this.#drop(start, opening.length);
      start += opening.length;
    }
    if (start < end && end - start <= longestRun && this.#canOpen(at, end, character)) {
      this.#openings.set(character, [...(this.#openings.get(character) ?? []), { at: start, length: end - start }].slice(-longestRun));
    }
    return end - at;
  }

  /** The opening that so many marks close, taken from those that are open with all behind it; of more than two a part may close one. */
  #closed(character: string, start: number, end: number, left: number): Opening | undefined {
    const openings = this.#openings.get(character) ?? [];
    const last = openings.findLastIndex(({ length }) => length === left || (left >= longestRun && length < left));
    if (last < 0 || !this.#canClose(start, end, character)) {
      return undefined;
    }
    this.#openings.set(character, openings.slice(0, last));
    return openings[last];
  }

  #canOpen(start: number, end: number, character: string): boolean {
    return this.#isWord(end) && (character !== '_' || end - start > 1 || !this.#isWord(start - 1));
  }

  #canClose(start: number, end: number, character: string): boolean {
    return this.#isWord(start - 1) && (character !== '_' || end - start > 1 || !this.#isWord(end));
  }

  /** Whether anything but white space stands at a place. */
  #isWord(at: number): boolean {
    return at >= 0 && at < this.#text.length && !isBlankCode(this.#text.charCodeAt(at));
  }
}
