import { lex, type Token } from '../../server/src/model/prose/lexer.ts';
import { createWords } from '../../server/src/model/prose/words.ts';
import { officialForms } from '../../server/src/official-forms.ts';

/** A stretch of a sentence, and what the reader of sentences knows of it. */
type Known = readonly [text: string, what: string];

const words = createWords(officialForms);

/** What a sentence is made of for its reader, in order; what it has no word for is unknown. */
export function wordsOf(sentence: string): readonly Known[] {
  const { tokens, offsets, text, length } = lex(sentence, words);
  const known: Known[] = [];
  let end = 0;
  const add = (to: number, what: string): void => {
    if (to > end) {
      known.push([text.slice(offsets[end], (offsets[to - 1] ?? 0) + 1), what]);
      end = to;
    }
  };
  for (const token of tokens) {
    add(token.at, 'unknown');
    add(token.to, whatOf(token));
  }
  add(length, 'unknown');
  return known;
}

/** The quantity or kind of applicant that a word names and the roles that it plays; of any other token what it is. */
function whatOf(token: Token): string {
  if (token.kind !== 'word') {
    return token.kind;
  }
  const { quantity, applicant, roles } = token.word;
  return [...(quantity ? [quantity.id] : []), ...(applicant ? [applicant.id] : []), ...roles].join(', ');
}
