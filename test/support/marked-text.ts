/**
 * Text under construction, in which private-use characters mark where figures stand. They are taken out at the end, so
 * that layouts can cut, pad and wrap as they like and the places are still known.
 */
const figureStart = 0xe000;
const figureLimit = 0xe800;
const digitsStart = '\uf000';
const digitsEnd = '\uf001';
const figureEnd = '\uf002';
const marks = /[\ue000-\uf8ff]/g;

/** A stretch of a text in UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Where a figure stands: the whole number as written, and its digits without a word sign or a unit. */
export interface FigureSpan extends Span {
  readonly digits: Span;
}

/** A figure's number as it will stand in the text; `sign` and `unit` belong to it but are no digits. */
export function markFigure(index: number, sign: string, digits: string, unit: string): string {
  return `${String.fromCharCode(figureStart + index)}${sign}${digitsStart}${digits}${digitsEnd}${unit}${figureEnd}`;
}

/** The text without marks, and the places of every figure in the order of the text. */
export function settle(marked: string): { text: string; places: Map<number, FigureSpan[]> } {
  const places = new Map<number, FigureSpan[]>();
  let text = '';
  let index = -1;
  let start = 0;
  let digits = { start: 0, end: 0 };
  for (const piece of marked.split(/([\ue000-\uf8ff])/)) {
    const code = piece.charCodeAt(0);
    if (code >= figureStart && code < figureLimit) {
      index = code - figureStart;
      start = text.length;
    } else if (piece === digitsStart) {
      digits = { start: text.length, end: text.length };
    } else if (piece === digitsEnd) {
      digits = { ...digits, end: text.length };
    } else if (piece === figureEnd) {
      places.set(index, [...(places.get(index) ?? []), { start, end: text.length, digits }]);
    } else {
      text += piece;
    }
  }
  return { text, places };
}

/** What a reader sees of a marked text. */
export function unmarked(marked: string): string {
  return marked.replace(marks, '');
}

/** Columns that a text takes where each Chinese character takes `wide` of them. */
export function columnsOf(marked: string, wide: number): number {
  let columns = 0;
  for (const character of unmarked(marked)) {
    columns += character > '\u2e7f' ? wide : 1;
  }
  return columns;
}

/** Cuts a text that holds no figure into lines of at most `length` characters. */
export function cut(text: string, length: number): string[] {
  const lines: string[] = [];
  for (let at = 0; at < text.length; at += length) {
    lines.push(text.slice(at, at + length));
  }
  return lines;
}

/** A figure's number written in another way; what stands before or behind `digits` belongs to its cell and not to it. */
export interface Rewritten {
  readonly before?: string;
  readonly digits: string;
  readonly after?: string;
}

/** The marked text with the digits of its figure written otherwise. */
export function rewriteDigits(marked: string, rewrite: (digits: string) => Rewritten): string {
  return marked.replace(/\uf000([^\uf001]*)\uf001/, (_, written: string) => {
    const { before = '', digits, after = '' } = rewrite(written);
    return `${before}${digitsStart}${digits}${digitsEnd}${after}`;
  });
}

/** Where a figure stands in a marked text, its marks included. */
interface MarkedFigure extends Span {
  readonly index: number;
}

/** All figures of a marked text in their order. */
export function markedFigures(marked: string): MarkedFigure[] {
  return [...marked.matchAll(/([\ue000-\ue7ff])[^\uf002]*\uf002/g)].map((match) => ({
    index: (match[1] ?? '').charCodeAt(0) - figureStart, start: match.index, end: match.index + match[0].length,
  }));
}
