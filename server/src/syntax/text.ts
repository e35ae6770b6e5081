import { numerals } from '../texts/chinese-numbers.ts';
/** White space of any script and width, and the marks of no width that Word and web pages leave behind. */
const blanks = /[\s\u00AD\u200B-\u200F\u2060\uFEFF]+/gu;

export function isBlankCode(code: number): boolean {
  if (code <= 0x20) {
    return code === 0x20 || (code >= 0x09 && code <= 0x0d);
  }
  if (code < 0x2000) {
    return code === 0xa0 || code === 0xad || code === 0x1680;
  }
  return code <= 0x200f || code === 0x2028 || code === 0x2029 || code === 0x202f || code === 0x205f || code === 0x2060
    || code === 0x3000 || code === 0xfeff;
}

export function isBlank(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    if (!isBlankCode(text.charCodeAt(at))) {
      return false;
    }
  }
  return true;
}

/** Whether a text holds digits and no words: a number, or several run into one. */
export function holdsNumerals(text: string): boolean {
  return /\d/u.test(text) && !/\p{L}/u.test(text);
}

/** The stretch of `text[start, end)` without the white space around it; empty at `start` where there is nothing else. */
export function trimmed(text: string, start = 0, end = text.length): { start: number; end: number } {
  let from = start;
  let to = end;
  while (from < to && isBlankCode(text.charCodeAt(from))) {
    from += 1;
  }
  while (to > from && isBlankCode(text.charCodeAt(to - 1))) {
    to -= 1;
  }
  return from < to ? { start: from, end: to } : { start, end: start };
}

/** Display width: two columns for a wide character, one for any other. */
export function displayWidth(text: string): number {
  let width = 0;
  for (let at = 0; at < text.length; at += 1) {
    width += isWideCode(text.charCodeAt(at)) ? 2 : 1;
  }
  return width;
}

function isWideCode(code: number): boolean {
  return code >= 0x1100 && (code <= 0x115f || (code >= 0x2e80 && code <= 0xa4cf) || (code >= 0xac00 && code <= 0xd7a3)
    || (code >= 0xf900 && code <= 0xfaff) || (code >= 0xfe30 && code <= 0xfe6f) || (code >= 0xff00 && code <= 0xff60)
    || (code >= 0xffe0 && code <= 0xffe6));
}

/** Comments, and the bookmarks that Word leaves in text, become white space of the same length. */
export function withoutRemarks(text: string): string {
  const marked = text.includes('[bookmark') ? text.replace(/\[bookmark:[^[\]\n]{0,80}\]/gu, blankOut) : text;
  return marked.includes('<!--') ? withoutComments(marked, ' ') : marked;
}

/** Each character of a comment gives way to `filler`. A comment that is not closed stays, and so does what stands behind it. */
export function withoutComments(text: string, filler: ' ' | ''): string {
  let plain = '';
  let from = 0;
  for (let start = text.indexOf('<!--'); start >= 0; start = text.indexOf('<!--', from)) {
    const end = text.indexOf('-->', start + 4);
    if (end < 0) {
      break;
    }
    plain += text.slice(from, start) + filler.repeat(end + 3 - start);
    from = end + 3;
  }
  return plain + text.slice(from);
}

function blankOut(mark: string): string {
  return ' '.repeat(mark.length);
}

const passedOver = '\u0000\t\n\u000b\f\r \u0085\u00a0\u1680\u2028\u2029\u202f\u205f\u2060\u3000\ufeff*';
const dashes = '—–―－‐‑‒─~～〜';

/**
 * For each UTF-16 unit the one that it is read as in running text: half-width, simplified, one dash for all; 0 for white
 * space and the stars of emphasis. `simplified` maps a traditional character to the simplified one.
 */
export function createFold(simplified: Readonly<Record<string, string>>): Uint16Array {
  const fold = new Uint16Array(0x10000).map((_, code) => code);
  for (let code = 0xff01; code <= 0xff5e; code += 1) {
    fold[code] = code - 0xfee0;
  }
  fold.fill(0, 0x2000, 0x2010);
  for (const char of passedOver) {
    fold[char.charCodeAt(0)] = 0;
  }
  for (const char of dashes) {
    fold[char.charCodeAt(0)] = 0x2d;
  }
  for (const [char, simple] of Object.entries(simplified)) {
    fold[char.charCodeAt(0)] = simple.charCodeAt(0);
  }
  return fold;
}

/** Makes spellings of one label equal: width, quotes, white space, the mark after a number, traditional characters. */
export type Normaliser = (text: string) => string;

const rememberedTexts = 8192;
const longestRemembered = 400;

/** Remembers what was computed of texts that come again and again, as labels do: of no long ones, and of no more than so many. */
export function remembered<Value extends NonNullable<unknown>>(compute: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) {
      return before;
    }
    const own = ownCopy(text);
    const value = compute(own);
    if (known.size >= rememberedTexts) {
      known.clear();
    }
    if (text.length <= longestRemembered) {
      known.set(own, value);
    }
    return value;
  };
}

/** A normaliser that remembers what it has seen; `simplified` maps a traditional character to the simplified one. */
export function createNormaliser(simplified: Readonly<Record<string, string>>): Normaliser {
  const traditional = new RegExp(`[${Object.keys(simplified).join('')}]`, 'gu');
  return remembered((text) => normalise(text).replace(traditional, (character) => simplified[character] ?? character));
}

/** The same characters in memory of their own: what is remembered of a piece of a document must not keep all of it. */
function ownCopy(text: string): string {
  return ` ${text}`.slice(1);
}

const numeralAndDot = new RegExp(String.raw`(^|[^\d])([${numerals}])[.．](?=\D|$)`, 'gu');

function normalise(text: string): string {
  return withoutRemarks(text)
    .normalize('NFKC')
    .replace(blanks, '')
    .replace(/["'“”‘’„‟「」『』《》〈〉*]/gu, '')
    .replace(/(\d)[.、．。](?=\D|$)/gu, '$1.')
    .replace(numeralAndDot, '$1$2、');
}
