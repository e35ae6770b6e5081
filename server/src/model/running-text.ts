import { fold, foldText } from '../forms/vocabulary.ts';
import type { Place, Report } from './report.ts';
import { placeIn } from '../syntax/lines.ts';
import { originOf } from '../syntax/retouch.ts';
import { withoutRemarks } from '../syntax/text.ts';
import type { Heading, Prose, Span } from '../syntax/tree.ts';
import { memoised } from './memo.ts';

/** What is read word by word: paragraphs and headings, not tables. */
export type TextNode = Prose | Heading;

/** What was found in a node's text, as offsets in it. */
export interface InText<Found extends Span> {
  readonly node: TextNode;
  readonly found: Found;
}

/** The text as words are compared: simplified, half-width, without white space and remarks. */
export const plainText = memoised((node: TextNode): string => foldText(withoutRemarks(node.text)));

/** For each character of the plain text where it stands in the node's text. */
const offsets = memoised((node: TextNode): Uint32Array => {
  const text = withoutRemarks(node.text);
  const places = new Uint32Array(plainText(node).length);
  let count = 0;
  for (let at = 0; at < text.length; at += 1) {
    if ((fold[text.charCodeAt(at)] ?? 0) !== 0) {
      places[count] = at;
      count += 1;
    }
  }
  return places;
});

/** The stretch of a node's text that a stretch of its plain text was written as. */
export function written(node: TextNode, { start, end }: Span): Span {
  const places = offsets(node);
  return { start: places[start] ?? 0, end: (places[end - 1] ?? 0) + 1 };
}

export function placeInText(node: TextNode, { start, end }: Span): Place {
  const from = placeIn(node, start);
  return { chunk: node.chunk, start: from, end: Math.max(from + 1, placeIn(node, end - 1) + 1) };
}

/** Looks into every paragraph and heading of a report, into each once while its words stay. */
export function searcher<Found extends Span>(find: (node: TextNode) => readonly Found[]): (report: Report) => readonly InText<Found>[] {
  const foundIn = memoised((node: TextNode) => find(node));
  return (report) => {
    const all: InText<Found>[] = [];
    for (const node of report.nodes) {
      if (node.kind !== 'table') {
        foundIn(node.kind === 'prose' ? originOf(node) : node).forEach((found) => all.push({ node, found }));
      }
    }
    return all;
  };
}

const marks: Readonly<Record<string, string>> = { '《': '》', '“': '”', '‘': '’', '「': '」', '『': '』' };
const farthest = 80;

/** Whether a place stands in quotation marks or in those of a title. */
export function isQuoted(text: string, at: number): boolean {
  const closed: string[] = [];
  for (let before = at - 1; before >= Math.max(0, at - farthest); before -= 1) {
    const character = text.charAt(before);
    const close = marks[character];
    if (close !== undefined && closed.at(-1) !== close) {
      return true;
    }
    if (close !== undefined) {
      closed.pop();
    } else if (Object.values(marks).includes(character)) {
      closed.push(character);
    }
  }
  return false;
}

const breaks = /[。！？;!?]/u;
const longestHalf = 200;

/** The sentence around a place of the plain text, or as much of a long one as can matter. */
export function sentenceAround(text: string, at: number): string {
  let [start, end] = [at, at];
  while (start > Math.max(0, at - longestHalf) && !breaks.test(text.charAt(start - 1))) {
    start -= 1;
  }
  while (end < Math.min(text.length, at + longestHalf) && !breaks.test(text.charAt(end))) {
    end += 1;
  }
  return text.slice(start, end);
}

/** A pattern of words given as data; the longest first, so that none hides another. */
export function anyOf(words: readonly string[]): string {
  return [...words].sort((one, other) => other.length - one.length).map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&')).join('|');
}
