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
}

const plainDigits = /^\d{1,15}$/u;
const placeholder = /^(?:[-—–―－─_/／\\＼×xX…*＊]{1,6}|无|無|没有|暂无|不适用|不適用|不涉及|无此项|空|N\/?A)$/iu;
const shape = /^(?<sign>[+-]|增加|减少|增|减)?(?<digits>\d+(?:,\d{3})*)(?<fraction>\.\d+)?(?<unit>万元|元|件|条|项|个|宗|起|份|次|人次|人)?$/u;
const inner = /[\s\u200B-\u200F\u2060\uFEFF]+/gu;

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
    return { state: 'number', value: Number(written), start, end };
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
  if (!parts || digits.length > 15) {
    return { state: 'text', value: null };
  }
  const sign = parts['sign'] ?? '';
  const negative = sign === '-' || sign.startsWith('减');
  const unit = parts['unit'];
  const plain = `${sign}${digits}${parts['fraction'] ?? ''}${unit === '元' || unit === '万元' ? unit : ''}`;
  return {
    state: 'number',
    value: negative && value !== 0 ? -value : value,
    ...(plain === written ? {} : { plain }),
    ...(hasInnerSpace(folded) ? { spaced: true } : {}),
    ...(unit === '元' || unit === '万元' ? { unit } : {}),
  };
}

function fold(written: string): string {
  return written.normalize('NFKC').replace(/[−–]/gu, '-').replaceAll('減', '减').replaceAll('萬', '万').replaceAll('，', ',');
}

/** Whether white space parts two digits; between a sign or unit and the digits it parts nothing. */
function hasInnerSpace(folded: string): boolean {
  return /[\d,.][\s\u200B-\u200F\u2060\uFEFF]+[\d,.]/u.test(folded);
}

/** Whether the text can stand where a figure stands. */
export function looksLikeFigure(text: string): boolean {
  const { state } = readNumber(text);
  return state === 'number' || state === 'placeholder';
}
