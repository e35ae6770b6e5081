import { isBlankCode } from './text.ts';
import type { Span } from './tree.ts';

/** No paragraph that anyone wrote has more characters; whoever reads one keeps several numbers for each of them. */
export const longestParagraph = 65_536;

const sentenceEnds = codesOf('。！？；!?;');
const clauseEnds = codesOf('，、：,:|');

/**
 * A line in stretches that can be read, each ending where a sentence does, or at least a clause or a word. What goes on for
 * longer without any of them is no sentence, and in none of the stretches.
 */
export function readableParts(text: string): Span[] {
  if (text.length <= longestParagraph) {
    return [{ start: 0, end: text.length }];
  }
  const parts: Span[] = [];
  for (let start = 0; start < text.length;) {
    const furthest = start + longestParagraph;
    const end = furthest >= text.length ? text.length : lastBreak(text, start, furthest);
    if (end > start) {
      parts.push({ start, end });
      start = end;
    } else {
      start = nextBreak(text, furthest);
    }
  }
  return parts;
}

/** Where the last sentence of a stretch ends, else its last clause or word; its start where there is neither. */
function lastBreak(text: string, start: number, end: number): number {
  let clause = start;
  for (let at = end; at > start; at -= 1) {
    const code = text.charCodeAt(at - 1);
    if (sentenceEnds.has(code)) {
      return at;
    }
    if (clause === start && isClauseEnd(code)) {
      clause = at;
    }
  }
  return clause;
}

function nextBreak(text: string, from: number): number {
  let at = from;
  while (at < text.length && !sentenceEnds.has(text.charCodeAt(at)) && !isClauseEnd(text.charCodeAt(at))) {
    at += 1;
  }
  return Math.min(at + 1, text.length);
}

function isClauseEnd(code: number): boolean {
  return clauseEnds.has(code) || isBlankCode(code);
}

function codesOf(characters: string): ReadonlySet<number> {
  return new Set([...characters].map((character) => character.charCodeAt(0)));
}
