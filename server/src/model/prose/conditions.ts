import { hasRole, uncovered } from './classify.ts';
import { endsClause, isClauseEnd, isNegated, spreads, wordsNear, type Site } from './site.ts';
import type { Condition } from './vocabulary.ts';

/** What patterns may demand of a count and the words around it; the schema of the phrases' data says of each in a line what it is. */
export const conditions: Readonly<Record<Condition, (site: Site, near: number) => boolean>> = {
  isNamed: (site, near) => site.words.last >= 0 || wordsNear(site, near) === site.tail,
  isOfRequests: ({ words, tail, topic, sentence }) =>
    words.isRequest || tail.isRequest || !(topic === 'other' || topic === 'review' || sentence.review !== null),
  isPlain,
  isAffirmed: (site, near) => !site.words.roles.has('denial') && !isNegated(site, wordsNear(site, near)),
  isOutsideBrackets: ({ bracket }) => bracket === null,
  isNoPart: ({ sentence }) => !sentence.isSub,
  isAlone: (site) => !spreads(site),
  isNotTakenUp: ({ words }) => words.quantities.every(({ word }) => !word.text.includes('受理')),
  isNotShown: ({ tokens, at }) => !tokens.slice(0, at).some((token) => hasRole(token, 'disclose')),
  endsWithWords: (site) => site.words.last >= 0 || endsClause(site, site.tail.last),
};

/** So far before the words of a count something unknown would still belong to it. */
const farthestBefore = 8;

function isPlain(site: Site): boolean {
  const { lexed, words, tail, tokens, at, from } = site;
  if (words.isRequest || tail.isRequest) {
    return true;
  }
  const first = tokens[from]?.at ?? 0;
  let start = first;
  while (
    start > 0 &&
    first - start < farthestBefore &&
    !isClauseEnd(lexed.codes[start - 1]) &&
    (tokens[from - 1]?.to ?? 0) < start
  ) {
    start -= 1;
  }
  const after = tail.first >= 0 ? uncovered(tokens, at, tail.first) : 0;
  return start === first && uncovered(tokens, from, at) === 0 && after === 0;
}
