import { trimmed, withoutRemarks } from './text.ts';

/** What a cell says where the form wants a figure. */
export interface NumberReading {
  /** `placeholder` stands for no number: `/`, `—`, 无, 不适用. */
  readonly state: 'number' | 'blank' | 'placeholder' | 'text';
  readonly value: number | null;
  /** The figure without white space, as offsets in the text. */
  readonly start: number;
  readonly end: number;
  /** Plain digits, where the number is written in another way that still reads as one for certain. */
  readonly plain?: string;
  /** Whether white space stands between its digits, so that it might also be two numbers. */
  readonly spaced?: boolean;
  readonly unit?: '元' | '万元';
  /** Whether a word for what is counted (件, 条) stands behind it. */
  readonly counted?: boolean;
  /** A sign that says how something has changed: `+`, or 增 and 减 in words. */
  readonly signed?: 'plus' | 'words';
}

const plainDigits = /^\d{1,15}$/u;
const placeholder = /^(?:[-—–―－─_/／\\＼×xX…*＊]{1,6}|无|無|没有|暂无|不适用|不適用|不涉及|无此项|空|N\/?A)$/iu;
const units = '万元|元|件|条|项|个|宗|起|例|份|次|人次|人';
const shape = new RegExp(`^(?<sign>[+-]|增加|减少|增|减)?(?<digits>\\d+(?:,\\d{3})*)(?<fraction>\\.\\d+)?(?:(?<unit>${units})|\\((?<remark>${units})\\))?$`, 'u');
const inner = /\s+/gu;
/** Marks of no width part nothing. */
const weightless = /[\u00AD\u200B-\u200F\u2060\uFEFF]+/gu;
/** White space between digits is one number's where it parts every digit from the next, or groups of thousands. */
const evenlySpaced = /^\D*(?:\d(?:[^\S\r\n]\d)+|\d{1,3}(?:[^\S\r\n]\d{3})+)(?:\.\d+)?\D*$/u;

/** The same few short texts stand in most cells of every report. */
const known = new Map<string, NumberReading>();
const longestKnown = 16;
const mostKnown = 4096;

/** Reads the text of a cell; linear in its length. */
export function readNumber(cell: string): NumberReading {
  if (cell.length > longestKnown) {
    return read(cell);
  }
  let reading = known.get(cell);
  if (!reading) {
    reading = read(cell);
    if (known.size >= mostKnown) {
      known.clear();
    }
    known.set(cell, reading);
  }
  return reading;
}

function read(cell: string): NumberReading {
  const text = withoutRemarks(cell);
  const { start, end } = trimmed(text);
  if (start === end) {
    return { state: 'blank', value: null, start: 0, end: text.length };
  }
  const written = text.slice(start, end);
  if (plainDigits.test(written)) {
    const plain = withoutZeros(written);
    return { state: 'number', value: Number(written), start, end, ...(plain === written ? {} : { plain }) };
  }
  if (written.length > 40) {
    return { state: 'text', value: null, start, end };
  }
  if (placeholder.test(written)) {
    return { state: 'placeholder', value: null, start, end };
  }
  return { ...readShape(written), start, end };
}

function readShape(written: string): Omit<NumberReading, 'start' | 'end'> {
  const folded = fold(written);
  const compact = folded.replace(inner, '');
  const parts = shape.exec(compact)?.groups;
  const digits = parts?.['digits']?.replaceAll(',', '') ?? '';
  const value = Number(`${digits}${parts?.['fraction'] ?? ''}`);
  const isSpaced = hasInnerSpace(folded);
  if (!parts || digits.length > 15 || (isSpaced && !evenlySpaced.test(folded))) {
    return { state: 'text', value: null };
  }
  const sign = parts['sign'] ?? '';
  const negative = sign === '-' || sign.startsWith('减');
  const unit = parts['unit'] ?? parts['remark'];
  const plain = `${sign === '-' && value === 0 ? '' : sign}${withoutZeros(digits)}${parts['fraction'] ?? ''}${unit === '元' || unit === '万元' ? unit : ''}`;
  return {
    state: 'number',
    value: negative && value !== 0 ? -value : value,
    ...(plain === written ? {} : { plain }),
    ...(isSpaced ? { spaced: true } : {}),
    ...(unit === '元' || unit === '万元' ? { unit } : unit === undefined ? {} : { counted: true }),
    ...(sign === '+' ? { signed: 'plus' } : sign === '' || sign === '-' ? {} : { signed: 'words' }),
  };
}

/** Digits without the zeros before them. */
function withoutZeros(digits: string): string {
  return digits.startsWith('0') && digits.length > 1 ? digits.replace(/^0+(?=\d)/u, '') : digits;
}

/** Full-width characters as plain ones; other digits (`①`, `²`) are marks of notes and stay what they are. */
function fold(written: string): string {
  return written
    .replace(/[！-～]/gu, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(weightless, '')
    .replace(/[−–﹣]/gu, '-')
    .replaceAll('減', '减')
    .replaceAll('萬', '万');
}

/** Whether white space parts two digits; between a sign or unit and the digits it parts nothing. */
function hasInnerSpace(folded: string): boolean {
  return /[\d,.]\s+[\d,.]/u.test(folded);
}

/** Digits with the mark of a note, and two numbers in one cell: no number for certain, but neither a word. */
const digitsOnly = /^\s*\d[\d,]*(?:\.\d+)?(?:\s+\d[\d,]*(?:\.\d+)?)*(?:\s*[①-⑳⑴-⒇⁰¹²³⁴-⁹₀-₉*＊※]+)?\s*$/u;

/** What came and what went, told apart in one cell (本年增/减): 0/0, 增2/减1, +2-1. Pages are 1/3. */
const twoChanges = /^\s*(?:0\s?[/／]\s?0|(?:增加?|[+＋])\d{1,6}\s?[/／、，,]?\s?(?:[减減]少?|[-－])\d{1,6})\s*$/u;

/** Whether the text can stand where a figure stands. */
export function looksLikeFigure(text: string): boolean {
  const { state } = readNumber(text);
  return state === 'number' || state === 'placeholder'
    || (state === 'text' && text.length <= longestKnown && (digitsOnly.test(text) || twoChanges.test(text)));
}

const longestMarked = 20;
const marked = /^(?:[（(【〔[]-?\d[\d,]*(?:\.\d+)?[)）】〕\]]|[.·…]{2,12}\d[\d,]*(?:\.\d+)?)$/u;

/** Whether a word is a number in brackets or behind the dots that lead to it: what those mean is not told, they may be a sign. */
export function looksLikeMarkedFigure(word: string): boolean {
  return word.length <= longestMarked && marked.test(word);
}

const longestBroken = 12;
const mostStrange = 3;

/** Whether a word is a number that was struck out, mistyped or run into its neighbour, and no number of a row, page or date: `9→0`, `l319`, `0、0`. */
export function looksLikeBrokenFigure(word: string): boolean {
  return word.length <= longestBroken && /\d/u.test(word) && !/^\d{1,2}[.．、](?!\d)|[年月日页第]/u.test(word)
    && word.replace(/\d/gu, '').length <= mostStrange && !looksLikeFigure(word);
}
