import { slips } from '../../forms/slips.ts';
import type { Span } from '../../syntax/tree.ts';
import { anyOf, isQuoted, plainText, searcher, written, type TextNode } from '../running-text.ts';

interface NamedOrgan extends Span {
  readonly organ: string;
}

const { levels, ends, compiledBy, compiles, contact, contacted } = slips.organs;

const place = `\\p{Script=Han}{1,8}?(?:${anyOf(levels)})`;
const name = `(?<organ>${place}[\\p{Script=Han}()]{0,24}?(?:${anyOf(ends)}))`;
/** 本报告由…编制, 请与…联系: what stands before the name, and behind it. */
const compiled = new RegExp(`(?:${anyOf(compiledBy)})${name}(?=${anyOf(compiles)})`, 'gu');
const asked = new RegExp(`(?:${anyOf(contact)})${name}(?=${anyOf(contacted)}|$)`, 'gu');

/** Organs that are said to have compiled the report, or to answer questions about it. */
export const organsNamed = searcher((node: TextNode): readonly NamedOrgan[] => {
  const text = plainText(node);
  const found: NamedOrgan[] = [];
  for (const pattern of [compiled, asked]) {
    for (const { 0: all, index, groups } of text.matchAll(pattern)) {
      const organ = groups?.['organ'] ?? '';
      const start = index + all.length - organ.length;
      if (!isQuoted(text, start)) {
        found.push({ organ, ...written(node, { start, end: start + organ.length }) });
      }
    }
  }
  return found;
});
