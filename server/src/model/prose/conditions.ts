import { hasRole, uncovered } from './classify.ts';
import { isNonePublished } from './find-document.ts';
import { endsClause, isClauseEnd, isNegated, spreads, wordsNear, type Site } from './site.ts';
import type { Condition, Role } from './vocabulary.ts';

/** What patterns may demand of a count and the words around it; the schema of the phrases' data says of each in a line what it is. */
export const conditions: Readonly<Record<Condition, (site: Site, near: number) => boolean>> = {
  isNamed: (site, near) => site.words.last >= 0 || wordsNear(site, near) === site.tail,
  isOfRequests: ({ words, tail, topic, sentence }) =>
    words.isRequest || tail.isRequest || !(topic === 'other' || topic === 'review' || sentence.review !== undefined),
  isPlain,
  isWhole,
  isAffirmed: (site, near) => !site.words.roles.has('denial') && !isNegated(site, wordsNear(site, near)),
  isOutsideBrackets: ({ bracket }) => bracket === undefined,
  isNoPart: ({ sentence }) => !sentence.isSub,
  isAlone: (site) => !spreads(site),
  isNotTakenUp: ({ words }) => words.quantities.every(({ word }) => !word.text.includes('受理')),
  isNotShown: (site) => isNonePublished(site) || !site.tokens.slice(0, site.at).some((token) => hasRole(token, 'disclose')),
  isByNoWay,
  endsWithWords: (site) => site.words.last >= 0 || endsClause(site, site.tail.last),
};

/** Whether no unknown words narrow what is counted; the name of an organ may stand before it. */
function isWhole(site: Site): boolean {
  const { tokens, from, at } = site;
  const organ = tokens.findLastIndex((token, index) => index < at && index >= from && organs.some((role) => hasRole(token, role)));
  return (organ >= 0 || startsPlain(site)) && uncovered(tokens, Math.max(from, organ), at) === 0;
}

const organs: readonly Role[] = ['unit', 'own', 'territory', 'territory.whole'];

/** Whether no way that nobody knows is said to have been taken: 通过“不见面”方式办理. */
function isByNoWay({ tokens, from, at }: Site): boolean {
  const way = tokens.findLastIndex((token, index) => index < at && index >= from && hasRole(token, 'way'));
  const by = tokens.findLastIndex((token, index) => index < way && index >= from && hasRole(token, 'by'));
  return by < 0 || uncovered(tokens, by, way) === 0;
}

/** So far before the words of a count something unknown would still belong to it. */
const farthestBefore = 8;

function isPlain(site: Site): boolean {
  const { words, tail, tokens, at, from } = site;
  const after = tail.first >= 0 ? uncovered(tokens, at, tail.first) : 0;
  return words.isRequest || tail.isRequest || (startsPlain(site) && uncovered(tokens, from, at) === 0 && after === 0);
}

/** Whether nothing unknown stands before the words of the count in its clause. */
function startsPlain({ lexed, tokens, from }: Site): boolean {
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
  return start === first;
}
