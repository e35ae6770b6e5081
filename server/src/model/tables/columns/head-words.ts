import { normalise } from '../../../forms/vocabulary.ts';
import { lineStart } from '../../../syntax/lines.ts';
import { displayWidth } from '../../../syntax/text.ts';
import type { Cell, Table } from '../../../syntax/tree.ts';

/** Words on a page without delimiters, and the columns of characters that they take. */
export interface PageWord {
  readonly normal: string;
  readonly line: number;
  readonly from: number;
  readonly to: number;
}

/** The pieces of a head may have the words of so many lines beside them, less one, between them. */
const mostLinesBetween = 3;

/** A label may be broken over so many words or lines. */
const mostPieces = 8;

/** The words of a table without delimiters that stand together between figures; programs count a Chinese character as one column or two. */
export function wordsBetweenFigures({ rows, chunk: { text } }: Table, wide: 1 | 2): (readonly PageWord[])[] {
  const runs: PageWord[][] = [[]];
  let line = 0;
  let last = 0;
  for (const cell of rows.flatMap(({ cells }) => cells)) {
    line += /[\r\n]/u.test(text.slice(last, cell.start)) ? 1 : 0;
    last = cell.end;
    if (cell.kind === 'text') {
      const start = lineStart(text, cell.start);
      const columnsOf = (words: string): number => (wide === 1 ? words.length : displayWidth(words));
      runs.at(-1)?.push(...wordsOf(cell, line, columnsOf(text.slice(start, cell.start)), columnsOf));
    } else if (cell.kind === 'figure' && runs.at(-1)?.length !== 0) {
      runs.push([]);
    }
  }
  return runs;
}

function wordsOf({ text }: Cell, line: number, start: number, columnsOf: (words: string) => number): PageWord[] {
  return [...text.matchAll(/\S+/gu)].map(({ index, 0: word }) => {
    const from = start + columnsOf(text.slice(0, index));
    return { normal: normalise(word), line, from, to: from + columnsOf(word) };
  }).filter(({ normal }) => normal !== '');
}

/** Words in the order of reading, those as one that make up a name together, as many as can. */
export function joinedNames(words: readonly PageWord[], isName: (normal: string) => boolean): (PageWord & { readonly count: number })[] {
  const joined: (PageWord & { readonly count: number })[] = [];
  for (let at = 0; at < words.length;) {
    const first = words[at] as PageWord;
    let normal = '';
    let best = { normal: first.normal, count: 1 };
    words.slice(at, at + mostPieces).forEach((word, index) => {
      normal += word.normal;
      best = isName(normal) ? { normal, count: index + 1 } : best;
    });
    joined.push({ ...first, ...best });
    at += best.count;
  }
  return joined;
}

/** Words parted where some of them make up a name that parts them, which is left out. */
export function partedAtNames(words: readonly PageWord[], isName: (normal: string) => boolean, parts: (normal: string) => boolean): (readonly PageWord[])[] {
  const runs: PageWord[][] = [[]];
  let at = 0;
  for (const { normal, count } of joinedNames(words, isName)) {
    if (parts(normal)) {
      runs.push([]);
    } else {
      runs.at(-1)?.push(...words.slice(at, at + count));
    }
    at += count;
  }
  return runs;
}

/** Names that stand below each other in pieces, as in narrow columns, from left to right. */
export function namesInColumns(words: readonly PageWord[], names: readonly string[]): string[] {
  const found = words.flatMap((word) => {
    const name = nameBelow(word, words, names);
    return name === undefined ? [] : [{ name, middle: word.from + word.to }];
  });
  return found.sort((one, other) => one.middle - other.middle).map(({ name }) => name);
}

function nameBelow(first: PageWord, words: readonly PageWord[], names: readonly string[]): string | undefined {
  let normal = first.normal;
  let piece: PageWord | undefined = first;
  let name: string | undefined;
  while (piece && names.some((one) => one.startsWith(normal))) {
    const { line, from, to }: PageWord = piece;
    name = names.includes(normal) ? normal : name;
    piece = words.find((word) => word.line > line && word.line <= line + mostLinesBetween && word.from < to && word.to > from);
    normal += piece?.normal ?? '';
  }
  return name;
}
