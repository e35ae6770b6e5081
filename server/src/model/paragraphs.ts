import { foldText } from '../forms/vocabulary.ts';
import type { Span } from '../syntax/tree.ts';
import { searcher, type TextNode } from './running-text.ts';

/** A paragraph that is long enough to be known again. */
export interface Paragraph extends Span {
  /** As it is compared. */
  readonly text: string;
}

/** Shorter ones may be said twice: 本年度未收取信息处理费. */
const shortest = 40;
/** Longer ones were not written by anyone; lines of many megabytes are in parts of about one length, and may be alike. */
const longest = 20_000;

/** The rules of a drawn table are no words, however long they are. */
const letter = /\p{L}/u;

const none: readonly Paragraph[] = [];

/** The long paragraphs of a report, headings left out. */
export const longParagraphs = searcher(longParagraphsIn);

/** The long paragraphs of one node. */
export function longParagraphsIn(node: TextNode): readonly Paragraph[] {
  if (node.kind === 'heading' || node.text.length < shortest || node.text.length > longest) {
    return none;
  }
  const paragraphs: Paragraph[] = [];
  let start = 0;
  for (const { 0: mark, index } of node.text.matchAll(/[。！；!;](?=[ \t]{0,8}[\r\n])|$/gu)) {
    const end = index + mark.length;
    const own = node.text.slice(start, end);
    const text = foldText(own);
    if (text.length >= shortest && letter.test(text)) {
      paragraphs.push({ text, start: start + own.length - own.trimStart().length, end });
    }
    start = end;
  }
  return paragraphs;
}
