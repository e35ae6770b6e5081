import type { Vocabulary } from '../vocabulary.ts';
import { fewestRowFigures, longestLine, type LineReading, type Word } from './line-reading.ts';
import { isWholeLabel, knowledge } from './loose-words.ts';

/** `1、0、0、0、1`: as many figures as a row has, with marks between them, and nothing else. */
export function readBareList(text: string): LineReading | undefined {
  if (!isBareList(text)) {
    return undefined;
  }
  const figures = [...text.matchAll(/[-+]?\d[\d.]*/gu)].map(({ index, 0: figure }): Word => ({ text: figure, start: index, end: index + figure.length, isFigure: true }));
  return { kind: 'figures', label: false, rows: [figures], figures: figures.length };
}

/** Figures with marks between them alone in a line; groups of three digits may be one number's. */
function isBareList(line: string): boolean {
  const items = /^[\s\d.+\-,，、;；]+$/u.test(line) ? line.split(/[,，、;；]/u).map((item) => item.trim()) : [];
  return items.length >= fewestRowFigures && items.every((item) => /^[-+]?\d[\d.]*$/u.test(item)) && !items.slice(1).every((item) => /^\d{3}$/u.test(item));
}

/** `1.属于国家秘密：0、0、1`: a whole label, and behind it figures with a mark between them. */
export function readList(text: string, vocabulary: Vocabulary): LineReading | undefined {
  const { mark, items } = listIn(text);
  const list = text.slice(mark + 1);
  const label = items > 0 ? labelBefore(text.slice(0, mark)) : '';
  if (label === '' || knowledge(label, vocabulary) < 2 || /^\d{1,3}(?:[,，]\d{3})+$/u.test(list.trim())) {
    return undefined;
  }
  const start = text.indexOf(label);
  const figures = [...list.matchAll(/[-+]?\d[\d.]*/gu)].map((match): Word => {
    const at = mark + 1 + match.index;
    return { text: match[0], start: at, end: at + match[0].length, isFigure: true };
  });
  return { kind: 'words', label: true, rows: [[{ text: label, start, end: start + label.length, isFigure: false }, ...figures]], figures: figures.length };
}

/** `信息内容；本年处理决定数量`: whole labels with a mark between them that sentences are parted by otherwise, and nothing else. */
export function readLabels(text: string, vocabulary: Vocabulary): LineReading | undefined {
  const labels = text.length > longestLine ? [] : [...text.matchAll(/[^；]+/gu)].map(({ index, 0: label }): Word => ({ text: label, start: index, end: index + label.length, isFigure: false }));
  return labels.length > 1 && labels.every((label) => isWholeLabel(vocabulary.normalise(label.text), vocabulary)) ? { kind: 'words', label: true, rows: [labels], figures: 0 } : undefined;
}

/** Where the mark stands before the figures, with marks between them, in which a line ends, and how many there are; none where it ends otherwise. */
function listIn(text: string): { readonly mark: number; readonly items: number } {
  let tail = text.length;
  while (tail > 0 && /[\s\d.+\-"“”:：,，、;；]/u.test(text[tail - 1] ?? '')) {
    tail -= 1;
  }
  const mark = text.slice(tail).search(/[:：,，;；]/u) + tail;
  const items = mark >= tail ? text.slice(mark + 1).split(/[,，、;；]/u) : [];
  return { mark, items: items.every((item) => /^["“]?[-+]?\d[\d.]*["”]?$/u.test(item.trim())) ? items.length : 0 };
}

/** So many figures behind a colon are those of a row; one or two may be a date or a time in a heading. */
const fewestInList = 3;

/** Whether a line ends in a list of figures behind a colon, or is one, and so is no heading. */
export function endsInList(line: string): boolean {
  return line.length <= longestLine && ((listIn(line).items >= fewestInList && /[:：]/u.test(line)) || isBareList(line));
}

/** The words before a list, without the bullet and the quotation marks around them. */
function labelBefore(words: string): string {
  const label = words.trim().replace(/^[-*•]\s+/u, '').replace(/^["“]/u, '').replace(/["”]$/u, '');
  return label.length >= 2 && label.length <= 80 ? label : '';
}
