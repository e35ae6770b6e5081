import { hasRole, isWord, uncovered } from './classify.ts';
import type { Clause } from './clauses.ts';
import { certaintyOf } from './find-request.ts';
import type { Lexed } from './lexer.ts';
import { hasAny, isCase, isClauseEnd, type Found, type Site } from './site.ts';
import type { Role, Subject } from './vocabulary.ts';

const subjects: readonly Subject[] = ['requests', 'verbs'];
const narrowing: readonly Role[] = ['other', 'channel', 'subset', 'aside', 'delegate', 'issue', 'denial', 'compare'];

/** Whether a count is the only one of its clause, and of requests that are still being worked on: 尚有15件申请正在办理. */
export function isOngoing(site: Site): boolean {
  const { words, tail, token, tokens, bracket, sentence, clause } = site;
  const isOnly = tokens.filter(({ kind }) => kind === 'count').length === 1 && bracket === undefined;
  const isBlocked = subjects.some((subject) => sentence.blocked.has(subject) || clause.blocked.has(subject));
  const isOfRequests = [...words.kinds, ...tail.kinds].every((kind) => kind === 'received') && (sentence.namesRequests || site.topic === 'requests');
  // Of 转办8件，尚有2件正在办理 the second is a part of the first, which the tables do not hold.
  const isOfAll = sentence.entries.every((entry) => entry.token === token || entry.mention !== undefined || entry.isCompared);
  return isOnly && isOfAll && !isBlocked && isOfRequests && isCase(site) && tail.roles.has('ongoing') && !hasAny(words, narrowing) && !hasAny(tail, narrowing);
}

/** Whether a clause says nothing but that something goes on next year: 结转下年度继续办理. */
export function saysCarriedOut({ tokens, bracket }: Clause, { codes }: Pick<Lexed, 'codes'>): boolean {
  const [first, ...rest] = tokens;
  const isBegun = first !== undefined && isClauseEnd(codes[first.at - 1]) && bracket === undefined;
  return isBegun && isWord(first) && first.word.quantity?.id === 'carriedOut' && uncovered(tokens, 0, tokens.length - 1) === 0
    && rest.every((token) => hasRole(token, 'light'));
}

export function carriedOutMeaning(site: Site): Found {
  return { id: 'carriedOut', certainty: site.sentence.namesRequests ? 'explicit' : certaintyOf(site) };
}
