import { foldText } from '../../forms/vocabulary.ts';
import { memoised } from '../../model/memo.ts';
import type { Report } from '../../model/report.ts';
import type { InText } from '../../model/running-text.ts';
import { originOf } from '../../syntax/retouch.ts';
import type { Prose, Span } from '../../syntax/tree.ts';

/** Shorter ones may be said twice. */
const shortest = 15;
/** Longer ones were not written by anyone; lines of many kilobytes are in parts of about one length, and may be alike. */
const longest = 2_000;

const letter = /\p{L}/u;

/** Words that stand right behind the same ones: a sentence, or two together. */
interface Repeated {
  readonly second: InText<Span>;
  readonly first: InText<Span>;
}

type Sentence = InText<Span & { readonly text: string }>;

/** So many sentences are compared together. */
const most = 2;

/** Sentences written twice at once, in a paragraph or as the next. */
export function repeatedSentences({ nodes }: Report): readonly Repeated[] {
  const found: Repeated[] = [];
  let before: Sentence[] = [];
  for (const node of nodes) {
    if (node.kind !== 'prose') {
      before = [];
      continue;
    }
    for (const sentence of sentencesOf(originOf(node))) {
      before.push({ node, found: sentence });
      const repeated = repeatedIn(before);
      found.push(...repeated);
      before = repeated.length > 0 ? [] : before.slice(-2 * most);
    }
  }
  return found;
}

/** Whether the last of some sentences, one or two, say the same as those before them. */
function repeatedIn(sentences: readonly Sentence[]): readonly Repeated[] {
  for (let count = 1; count <= most && 2 * count <= sentences.length; count += 1) {
    const [first, second] = [sentences.slice(-2 * count, -count), sentences.slice(-count)];
    const [words, again] = [first, second].map((some) => some.map(({ found }) => found.text).join(''));
    const [one, other, last] = [first[0], second[0], second.at(-1)];
    if (words === again && (words?.length ?? 0) >= shortest && letter.test(words ?? '') && one && other && last) {
      const end = last.node === other.node ? last.found.end : other.found.end;
      return [{ first: one, second: { node: other.node, found: { start: other.found.start, end } } }];
    }
  }
  return [];
}

const sentencesOf = memoised(({ text }: Prose): readonly Sentence['found'][] => {
  const sentences: Sentence['found'][] = [];
  let start = 0;
  for (const { index } of text.matchAll(/[。！？!?]|$/gu)) {
    const own = text.slice(start, index + 1);
    if (own.length <= longest && own.trim() !== '') {
      sentences.push({ text: foldText(own), start: start + own.length - own.trimStart().length, end: start + own.trimEnd().length });
    }
    start = index + 1;
  }
  return sentences;
});
