import type { Rewriting } from '../../syntax/tree.ts';
import type { Place } from '../report.ts';

/** A text that takes the place of another. */
export type Edit = Rewriting;

const tag = /<(?!br\b)\/?[a-z][^<>]*>/giu;

/** Puts a text in the place of another; markup within the place stays. */
export function replaceText(written: Place, newText: string): Edit[] {
  const place = withEscape(withEntity(written));
  const { chunk, start, end } = place;
  const source = chunk.text.slice(start, end);
  if (!source.includes('<')) {
    return [{ place, newText }];
  }
  const edits: Edit[] = [];
  let from = 0;
  const cover = (to: number): void => {
    if (source.slice(from, to).trim() !== '') {
      const text = edits.length === 0 ? newText : '';
      edits.push({ place: { chunk, start: start + from, end: start + to }, newText: text });
    }
  };
  for (const match of source.matchAll(tag)) {
    cover(match.index);
    from = match.index + match[0].length;
  }
  cover(source.length);
  return edits;
}

/** The place with the whole of the entity (`&#xff09;`) that its last character is written as. */
function withEntity({ chunk, start, end }: Place): Place {
  const rest = /^&(?:#\d+|#x[\da-f]+|[a-z]+\d*);/iu.exec(chunk.text.slice(Math.max(start, end - 1), end + 12))?.[0];
  return { chunk, start, end: rest === undefined ? end : end - 1 + rest.length };
}

/** The place with the backslash before it, which would keep another character from being what it is, or be shown itself. */
function withEscape(place: Place): Place {
  const { chunk, start, end } = place;
  const isEscaped = chunk.text[start - 1] === '\\' && chunk.text[start - 2] !== '\\' && /[!-/:-@[-`{-~]/u.test(chunk.text.charAt(start));
  return isEscaped && end > start ? { chunk, start: start - 1, end } : place;
}

/** The line below a place that only draws a line, as Markdown underlines a heading, with the line end before it; empty if none. */
export function underlineBelow(text: string, lineEnd: number): string {
  return /^(?:\r\n|\r|\n)[ \t]*(?:={2,}|-{2,})[ \t]*(?=[\r\n]|$)/u.exec(text.slice(lineEnd, lineEnd + 200))?.[0] ?? '';
}
