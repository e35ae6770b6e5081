import { traditionalForm } from '../../forms/vocabulary.ts';
import type { NumberStyle } from './number-format.ts';
import { formatChinese } from '../../texts/chinese-numbers.ts';

/** A number in running text. */
export interface NumberReading {
  /** Where it ends in the folded text. */
  readonly to: number;
  readonly value: number;
  /** The least place that was written: 1 for 154, 1000 for 1.4万, 0.1 for 97.5. */
  readonly unit: number;
  /** Written with 万 or 亿 (1.4万), so perhaps rounded. */
  readonly scaled: boolean;
  /** Four digits in a row without a sign of grouping or a scale: may be a year. */
  readonly fourDigits: boolean;
  readonly style: NumberStyle;
}

const digitValues = new Map<number, number>([
  ...Array.from({ length: 10 }, (_, value) => [formatChinese(value).charCodeAt(0), value] as const),
  ['〇'.charCodeAt(0), 0],
  ['两'.charCodeAt(0), 2],
]);
const units = new Map<number, number>([
  ['十'.charCodeAt(0), 10],
  ['百'.charCodeAt(0), 100],
  ['千'.charCodeAt(0), 1000],
]);
const wan = '万'.charCodeAt(0);
const yi = '亿'.charCodeAt(0);
const liang = '两'.charCodeAt(0);
const comma = 0x2c;
const traditionalSigns: readonly string[] = ['万', '亿', '两'].map(traditionalForm);
const largest = 1e12;
const longestChinese = 24;

export function isDigit(code: number | undefined): boolean {
  return code !== undefined && code >= 0x30 && code <= 0x39;
}

/** Whether a Chinese numeral (中文数字) can begin with the unit. */
export function beginsChineseNumber(code: number): boolean {
  return digitValues.has(code) || code === 0x5341;
}

/** Sources of a number: the folded units, and the places and units that they came from. */
export interface Units {
  readonly codes: readonly number[];
  readonly length: number;
  readonly offsets: readonly number[];
  readonly text: string;
}

/** A stretch of what the lexer reads, as a text. */
export function textOf(codes: Units['codes'], from: number, to: number): string {
  let text = '';
  for (let at = from; at < to; at += 1) {
    text += String.fromCharCode(codes[at] ?? 0);
  }
  return text;
}

/** Reads arabic digits: 14,069, １２, 97.5, 1.4万, 3千. Undefined where the digits are no plain number. */
export function readDigits(units: Units, at: number): NumberReading | undefined {
  const { codes, length } = units;
  const whole = digitRun(units, at);
  let to = whole.to;
  let value = whole.value;
  let separator = '';
  let contiguous = whole.contiguous;
  if (to - at <= 3 && codes[at] !== 0x30) {
    while (codes[to] === comma && isGroup(codes, length, to + 1)) {
      const group = digitRun(units, to + 1);
      separator = units.text[units.offsets[to] ?? 0] ?? '';
      contiguous &&= group.contiguous;
      value = value * 1000 + group.value;
      to = group.to;
    }
  }
  let unit = 1;
  if (codes[to] === 0x2e && isDigit(codes[to + 1])) {
    const fraction = digitRun(units, to + 1);
    unit = 10 ** -(fraction.to - to - 1);
    value = Number(`${value}.${String(fraction.value).padStart(fraction.to - to - 1, '0')}`);
    contiguous &&= fraction.contiguous;
    to = fraction.to;
  }
  const isFourDigits = separator === '' && unit === 1 && whole.to - at === 4;
  const wide = (units.text.charCodeAt(units.offsets[at] ?? 0) & 0xff00) === 0xff00;
  const scale = readScale(codes, to);
  const style: NumberStyle = { script: 'digits', wide, separator, liang: false };
  const reading = {
    to: to + scale.width,
    value: round(value * scale.factor),
    unit: unit * scale.factor,
    scaled: scale.factor > 1,
    fourDigits: isFourDigits && scale.factor === 1,
    style,
  };
  const isPlain = contiguous && reading.value < largest && !(scale.factor > 1 && isDigit(codes[reading.to]));
  return isPlain ? reading : undefined;
}

/** The end of the digits, commas and points at `at`, where they are no plain number. */
export function skipDigits(codes: readonly number[], length: number, at: number): number {
  let to = at;
  while (
    to < length &&
    (isDigit(codes[to]) || ((codes[to] === 0x2e || codes[to] === comma) && isDigit(codes[to + 1])))
  ) {
    to += 1;
  }
  return to;
}

function digitRun({ codes, length, offsets }: Units, at: number): { to: number; value: number; contiguous: boolean } {
  let to = at;
  let value = 0;
  while (to < length && isDigit(codes[to])) {
    value = value * 10 + (codes[to] ?? 0) - 0x30;
    to += 1;
  }
  return { to, value, contiguous: (offsets[to - 1] ?? 0) - (offsets[at] ?? 0) === to - 1 - at };
}

function isGroup(codes: readonly number[], length: number, at: number): boolean {
  return (
    at + 2 < length && isDigit(codes[at]) && isDigit(codes[at + 1]) && isDigit(codes[at + 2]) && !isDigit(codes[at + 3])
  );
}

function readScale(codes: readonly number[], at: number): { factor: number; width: number } {
  const first = scaleOf(codes[at]);
  if (first === 1) {
    return { factor: 1, width: 0 };
  }
  const second = first < 10_000 ? scaleOf(codes[at + 1]) : 1;
  return second >= 10_000 ? { factor: first * second, width: 2 } : { factor: first, width: 1 };
}

function scaleOf(code: number | undefined): number {
  return code === wan ? 10_000 : code === yi ? 1e8 : (units.get(code ?? 0) ?? 1);
}

/** Removes what binary fractions add: 1.4万 is 14000. */
function round(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

/** Reads a Chinese numeral: 一百五十四, 两, 一万零三, 二〇二〇 (four digits in a row). Undefined where it is none for certain. */
export function readChinese({ codes, length, offsets, text }: Units, at: number): NumberReading | undefined {
  let to = at;
  while (to < length && to - at <= longestChinese && isChinesePart(codes[to] ?? 0)) {
    to += 1;
  }
  if (to - at > longestChinese) {
    return undefined;
  }
  const parts = codes.slice(at, to);
  const written = text.slice(offsets[at], (offsets[to - 1] ?? 0) + 1);
  const isTraditional = traditionalSigns.some((sign) => written.includes(sign));
  const style: NumberStyle = { script: 'chinese', wide: false, separator: '', liang: parts.includes(liang), ...(isTraditional && { traditional: true }) };
  if (parts.length === 4 && parts.every((code) => digitValues.has(code))) {
    const value = parts.reduce((sum, code) => sum * 10 + (digitValues.get(code) ?? 0), 0);
    return { to, value, unit: 1, scaled: false, fourDigits: true, style };
  }
  const value = parseChinese(parts);
  if (value === undefined || value >= largest) {
    return undefined;
  }
  const last = parts.at(-1) ?? 0;
  return { to, value, unit: scaleOf(last), scaled: last === wan || last === yi, fourDigits: false, style };
}

/** The end of the Chinese numeral signs at `at`. */
export function skipChinese(codes: readonly number[], length: number, at: number): number {
  let to = at;
  while (to < length && isChinesePart(codes[to] ?? 0)) {
    to += 1;
  }
  return to;
}

function isChinesePart(code: number): boolean {
  return digitValues.has(code) || units.has(code) || code === wan || code === yi;
}

function parseChinese(parts: readonly number[]): number | undefined {
  const large = parts.indexOf(yi) >= 0 ? yi : parts.indexOf(wan) >= 0 ? wan : undefined;
  if (large === undefined) {
    return parseSection(parts, false);
  }
  const cut = parts.indexOf(large);
  const head = parts.slice(0, cut);
  const tail = parts.slice(cut + 1);
  const high = large === yi ? parseChinese(head) : parseSection(head, false);
  const limit = scaleOf(large) / 10;
  const low = tail.length === 0 ? 0 : parseTail(tail, large);
  if (high === undefined || high === 0 || low === undefined || low >= scaleOf(large)) {
    return undefined;
  }
  const needsZero = low > 0 && low < limit;
  return tail.length === 0 || needsZero === (digitValues.get(tail[0] ?? 0) === 0) ? high * scaleOf(large) + low : undefined;
}

function parseTail(tail: readonly number[], large: number): number | undefined {
  const bare = digitValues.get(tail[0] ?? 0) === 0 ? tail.slice(1) : tail;
  if (large === yi && bare.includes(wan)) {
    return bare.includes(yi) ? undefined : parseChinese(bare);
  }
  return bare.includes(wan) || bare.includes(yi) ? undefined : parseSection(bare, true);
}

/** Reads a numeral below 万. A last digit without its unit (一百五) is not certain. */
function parseSection(parts: readonly number[], isTail: boolean): number | undefined {
  if (parts.length === 1 && digitValues.get(parts[0] ?? 0) === 0) {
    return isTail ? undefined : 0;
  }
  let total = 0;
  let previous = 10_000;
  let pending: number | undefined;
  let hasZero = false;
  for (const [index, code] of parts.entries()) {
    const digit = digitValues.get(code);
    const unit = units.get(code);
    if (digit === 0) {
      if (index === 0 || hasZero || pending !== undefined || index === parts.length - 1) {
        return undefined;
      }
      hasZero = true;
    } else if (digit !== undefined) {
      if (pending !== undefined) {
        return undefined;
      }
      pending = digit;
    } else if (unit !== undefined) {
      const isBareTen = pending === undefined && unit === 10 && index === 0;
      const skips = previous !== 10_000 && unit * 10 !== previous;
      if (unit >= previous || (pending === undefined && !isBareTen) || skips !== hasZero) {
        return undefined;
      }
      total += (pending ?? 1) * unit;
      previous = unit;
      pending = undefined;
      hasZero = false;
    } else {
      return undefined;
    }
  }
  if (pending === undefined) {
    return parts.length === 0 || hasZero ? undefined : total;
  }
  const skips = previous !== 10_000 && previous !== 10;
  return skips === hasZero ? total + pending : undefined;
}
