import { hasRole, idsOf, isWord, ofKind, readWords, uncovered } from './classify.ts';
import type { Clause } from './clauses.ts';
import { conditions } from './conditions.ts';
import type { Token, WordToken } from './lexer.ts';
import { endsClause, isClauseEnd, isTailNear, type Found, type Site } from './site.ts';
import type { SentenceState } from './state.ts';
import type { Certainty } from './types.ts';
import { narrowest, type QuantityId, type Role } from './vocabulary.ts';

const nearNouns = 2;

/** Remembers what the sentence last named, 行政复议 or 行政诉讼, for the outcomes that follow. */
export function rememberReview(site: Site): void {
  const nouns = nounsOf(site);
  if (nouns.length > 0) {
    const id = reviewId(nouns, site.tokens);
    site.sentence.review = id === 'litigation' && isOfSomeKind(site) ? 'litigationOfSomeKind' : id;
  }
}

/** A clause without a count that ends with one kind of review makes it the subject of what follows: 政府信息公开行政复议案件中，2件被纠正. */
export function announceReview({ tokens, bracket }: Clause, { lexed: { codes }, namesLitigations }: Pick<Site, 'lexed' | 'namesLitigations'>, sentence: SentenceState): void {
  const words = readWords(tokens, 0, tokens.length);
  const ids = narrowest(idsOf(ofKind(words, ['review'])));
  const noun = tokens[words.last];
  const end = tokens.at(-1)?.to ?? 0;
  const isLast = isWord(noun) && noun.word.quantity?.kind === 'review' && uncovered(tokens, words.last, tokens.length - 1) === 0
    && (isClauseEnd(codes[end]) || (codes[end] === inside && isClauseEnd(codes[end + 1])));
  if (isLast && bracket === undefined && ids.length === 1 && !tokens.some((token) => token.kind === 'count' || hasRole(token, 'denial'))) {
    sentence.review ??= ids[0] === 'litigation' && namesLitigations ? 'litigationOfSomeKind' : ids[0];
  }
}

const inside = '中'.charCodeAt(0);

/** Whether 行政诉讼 may be of one kind only: the paragraph names the kinds, or something unknown narrows it. */
function isOfSomeKind(site: Site): boolean {
  return site.namesLitigations || !conditions.isWhole(site, nearNouns);
}

export function caseFits(site: Site): boolean {
  return nounsOf(site).length > 0;
}

/** 行政复议3件, 3件行政诉讼. */
export function caseMeaning(site: Site): Found | undefined {
  const { words, sentence } = site;
  const id = sentence.review;
  const isSubCount = sentence.isSub && sentence.entries.some(({ mention }) => mention?.quantity === id);
  const isWhole =
    ofKind(words, ['review']).length > 0 ? ofKind(site.tail, ['outcome']).length === 0 : isPlainTail(site);
  return id === undefined || isSubCount || !isWhole || isOfOtherCause(site) ? undefined : { id, certainty: certaintyOf(site) };
}

/** Whether unknown words say what cases were brought for, and nothing says that it was disclosure: 因征地批复引发的行政复议21件. */
function isOfOtherCause({ tokens, at, from, words, sentence }: Site): boolean {
  const cause = tokens.findLastIndex((token, index) => index < at && index >= from && hasRole(token, 'brought'));
  return cause > from && !sentence.isDisclosure && !words.isRequest && uncovered(tokens, from, cause) > 0;
}

export function outcomeFits(site: Site): boolean {
  return outcomeOf(site) !== undefined && (nounsOf(site).length > 0 || site.sentence.review !== undefined);
}

/** 行政复议3件，结果维持2件. */
export function outcomeMeaning(site: Site): Found | undefined {
  const isOfBoth = litigations.every((kind) => isCounted(site, kind)) && litigations.some((kind) => kind === site.sentence.review);
  const review = isOfBoth ? 'litigationOfSomeKind' : site.sentence.review;
  const id = outcomeOf(site)?.word.quantity?.id;
  return id === undefined || review === undefined || review === 'review' ? undefined : { id, of: review, certainty: certaintyOf(site) };
}

const litigations: readonly QuantityId[] = ['directLitigation', 'litigationAfterReconsideration'];

/** Whether the sentence has counted them: where it has both kinds of 行政诉讼, what became of them may be told of either, or of both. */
function isCounted({ sentence }: Site, id: QuantityId): boolean {
  return sentence.entries.some(({ mention }) => mention?.quantity === id);
}

const plain: readonly Role[] = ['light', 'sum', 'own', 'thisYear', 'wholeYear'];

/** Whether a count begins its sentence, with nothing but the time before it, and what became of it follows: 全年3件，其中维持2件. */
export function headedFits(site: Site): boolean {
  const { words, tail, tokens, at, sentence } = site;
  const before = tokens.slice(0, at);
  return words.last < 0 && tail.last < 0 && sentence.namesOutcomes && sentence.entries.length === 0 && endsClause(site, at)
    && before.every((token) => token.kind === 'year' || plain.some((role) => hasRole(token, role))) && conditions.isWhole(site, nearNouns);
}

/** What the heading above names, which only the report knows where it is a line of its own. */
export function headedMeaning({ sentence, headed }: Site): Found {
  sentence.review = headed ?? 'headed';
  return { id: sentence.review, certainty: headed === undefined ? 'weak' : 'explicit' };
}

function certaintyOf({ words, tail, sentence, topic }: Site): Certainty {
  const isSaidBehind = words.last < 0 && tail.roles.has('disclosure');
  return sentence.isDisclosure || isSaidBehind || topic === 'requests' || topic === 'review' ? 'explicit' : 'weak';
}

function nounsOf(site: Site): WordToken[] {
  const before = ofKind(site.words, ['review']);
  return before.length > 0 || !isTailNear(site, nearNouns) ? before : ofKind(site.tail, ['review']);
}

function outcomeOf(site: Site): WordToken | undefined {
  const { words, tail } = site;
  const isTailRead = words.last < 0 && isTailNear(site, nearNouns);
  return ofKind(words, ['outcome']).at(-1) ?? (isTailRead ? ofKind(tail, ['outcome'])[0] : undefined);
}

/** One id for the nouns of a count; `review` where they are counted together, undefined where that is open. */
function reviewId(nouns: readonly WordToken[], tokens: readonly Token[]): QuantityId | undefined {
  const ids = narrowest(idsOf(nouns));
  if (ids.length === 1) {
    return ids[0];
  }
  const first = tokens.indexOf(nouns[0] as Token);
  const last = tokens.indexOf(nouns.at(-1) as Token);
  const between = tokens.slice(first + 1, last);
  const isJoined =
    uncovered(tokens, first, last) === 0 && between.every((token) => token.kind === 'list' || hasRole(token, 'light'));
  return isJoined && ids.length === 2 && ids.includes('reconsideration') && ids.includes('litigation')
    ? 'review'
    : undefined;
}

function isPlainTail(site: Site): boolean {
  const { tokens, tail, end } = site;
  return tail.last >= 0 && uncovered(tokens, tail.last, end - 1) === 0 && endsClause(site, end - 1);
}
