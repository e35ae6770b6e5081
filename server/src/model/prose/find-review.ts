import { hasRole, idsOf, ofKind, uncovered } from './classify.ts';
import type { Token, WordToken } from './lexer.ts';
import { endsClause, isCase, isSilenced, isTailNear, spreads, type Found, type Site } from './site.ts';
import type { QuantityId } from './vocabulary.ts';

const nearTail = 2;
const others = ['finished', 'handled', 'carriedIn', 'carriedOut', 'carried', 'result'] as const;

/** Whether a count is one of 行政复议 or 行政诉讼, or of an outcome of them. */
export function isReview(site: Site): boolean {
  const { words, sentence } = site;
  return (
    nounsOf(site).length > 0 ||
    ofKind(words, ['review']).length > 0 ||
    (sentence.review !== null && outcomeOf(site) !== undefined)
  );
}

export function findReview(site: Site): Found | null {
  const { words, tokens, sentence, topic } = site;
  const nouns = nounsOf(site);
  const outcome = outcomeOf(site);
  const id = nouns.length === 0 ? sentence.review : reviewId(nouns, tokens);
  sentence.review = id;
  if (id === null || isOthersBusiness(site) || !isCase(site)) {
    return null;
  }
  const certainty = sentence.isDisclosure || topic === 'requests' || topic === 'review' ? 'explicit' : 'weak';
  const result = outcome?.word.quantity?.id;
  if (result !== undefined) {
    return id === 'review' ? null : { id: result, of: id, certainty };
  }
  const isSubCount = sentence.isSub && sentence.entries.some(({ mention }) => mention?.quantity === id);
  const isWhole =
    ofKind(words, ['review']).length > 0 ? ofKind(site.tail, ['outcome']).length === 0 : isPlainTail(site);
  return isSubCount || !isWhole || spreads(site) ? null : { id, certainty };
}

function nounsOf(site: Site): WordToken[] {
  const before = ofKind(site.words, ['review']);
  return before.length > 0 || !isTailNear(site, nearTail) ? before : ofKind(site.tail, ['review']);
}

function outcomeOf(site: Site): WordToken | undefined {
  const { words, tail } = site;
  const isTailRead = words.last < 0 && isTailNear(site, nearTail);
  return ofKind(words, ['outcome']).at(-1) ?? (isTailRead ? ofKind(tail, ['outcome'])[0] : undefined);
}

/** Cases that the organ decides, files or defends in are not those that its own disclosure has caused. */
function isOthersBusiness(site: Site): boolean {
  const { words } = site;
  const isReceivedByUs = words.quantities.some(({ word }) => word.text.includes('受理'));
  return isReceivedByUs || isSilenced(site, 'review', nearTail) || ofKind(words, others).length > 0;
}

/** One id for the nouns of a count; `review` where they are counted together, null where that is open. */
function reviewId(nouns: readonly WordToken[], tokens: readonly Token[]): QuantityId | null {
  const ids = idsOf(nouns);
  if (ids.length === 1) {
    return ids[0] ?? null;
  }
  const first = tokens.indexOf(nouns[0] as Token);
  const last = tokens.indexOf(nouns.at(-1) as Token);
  const between = tokens.slice(first + 1, last);
  const isJoined =
    uncovered(tokens, first, last) === 0 && between.every((token) => token.kind === 'list' || hasRole(token, 'light'));
  return isJoined && ids.length === 2 && ids.includes('reconsideration') && ids.includes('litigation')
    ? 'review'
    : null;
}

function isPlainTail(site: Site): boolean {
  const { tokens, tail, end } = site;
  return tail.last >= 0 && uncovered(tokens, tail.last, end - 1) === 0 && endsClause(site, end - 1);
}
