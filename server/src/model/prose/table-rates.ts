import { readShareOfApplicant } from './applicant-share.ts';
import { hasRole, isWord, uncovered } from './classify.ts';
import type { MentionReader } from './reader.ts';
import { isClauseEnd } from './site.ts';
import { anyQuotient, follows, isAfterComparison, quotientOf, shareAt, valueOf, type Read, type Site } from './percent-site.ts';
import type { Entry, ReadSentence } from './state.ts';
import { scopeOf } from './percent-scope.ts';
import type { Scope } from './types.ts';
import { quantities, type QuantityId, type Role } from './vocabulary.ts';

type State = ReadSentence['state'];

const whole = 100;
const plain: readonly Role[] = ['light', 'request', 'own', 'thisYear', 'wholeYear', 'disclosure', 'rate', 'territory', 'territory.whole'];

/** What the tables alone say of a percentage: a rate told without the counts that it is made of. */
export function readOfTables(site: Site, state: State, reader: MentionReader): Read | undefined {
  const { lexed: { codes, length } } = reader;
  const isEnd = site.token.to >= length || isClauseEnd(codes[site.token.to]);
  if (!isEnd) {
    return undefined;
  }
  return readTableRate(site, state, reader) ?? readCorrectedRate(site, state, reader)
    ?? readShareOfAll(site, state, reader) ?? readShareOfApplicant(site, state, reader);
}

/** 2024年，我局政府信息公开申请办结率95.6%: of all requests, in a sentence that counts none but those finished; 100% may be of those that were due. */
function readTableRate(site: Site, state: State, reader: MentionReader): Read | undefined {
  const { tokens, at, token } = site;
  const before = tokens.slice(0, at);
  const isPlain = before.every((one) => one.kind === 'year' || plain.some((role) => hasRole(one, role))) && uncovered(tokens, 0, at) === 0;
  const isCounted = state.entries.length > 0 && state.entries.every(({ mention }) => finished.has(mention?.quantity));
  const isNamed = state.entries.length === 0 ? before.some((one) => hasRole(one, 'request')) : isCounted;
  const scope = scopeOf(site, state, reader);
  return follows(site, 'rate') && isPlain && isNamed && at + 1 === tokens.length && token.number.value < whole && scope !== undefined
    ? { counts: state.entries, quotients: [], otherQuotients: [], ofTables: { ...scope, certainty: isCounted ? certaintyOf(state) : 'explicit', rate: { kind: 'finished' } } }
    : undefined;
}

const finished: ReadonlySet<QuantityId | undefined> = new Set<QuantityId>(['finished', 'carriedOut']);

/** 行政复议15件，纠错率13.3%: of the reviews that the sentence names. */
function readCorrectedRate(site: Site, state: State, reader: MentionReader): Read | undefined {
  const of = follows(site, 'correctedRate') && !isAfterComparison(site) && !state.blocked.has('review') ? reviewOf(site, state) : undefined;
  const scope = scopeOf(site, state, reader);
  // A count of reviews that the tables do not hold may be the whole that is meant.
  const isCounted = state.entries.some(({ mention, isKnown }) => mention === undefined && isKnown);
  // 行政复议纠错率12.6%，其中政府信息公开类14.7%: the first is of all kinds.
  const isOpen = isCounted || (state.disclosedFrom ?? 0) > site.token.at;
  return of === undefined || scope === undefined || isOpen ? undefined : {
    counts: [], quotients: [], otherQuotients: anyQuotient(site.entries),
    ofTables: { ...scope, certainty: state.isDisclosure || reader.topic === 'review' ? 'explicit' : 'weak', rate: { kind: 'corrected', of } },
  };
}

/** The one review that the clause names, or else the sentence before it. */
function reviewOf({ tokens, at, entries }: Site, { review }: State): QuantityId | undefined {
  const named = new Set(tokens.slice(0, at).flatMap((token) => (isWord(token) && token.word.quantity?.kind === 'review' ? [token.word.quantity.id] : [])));
  const counted = new Set(entries.flatMap(({ mention }) => (mention !== undefined && quantities.get(mention.quantity)?.kind === 'review' ? [mention.quantity] : [])));
  const ids = [...(named.size > 0 ? named : counted)];
  return ids.length === 1 && (named.size > 0 || ids[0] === review) ? ids[0] : undefined;
}

/** 自然人申请152件，占82.6%: a part of all requests, in a sentence that does not count these. */
function readShareOfAll(site: Site, state: State, reader: MentionReader): Read | undefined {
  const part = site.entries.at(-1);
  const scope = scopeOf(site, state, reader);
  const mention = part?.mention;
  const isPart = mention !== undefined && !state.blocked.has('requests') && !mention.approximate && isOfAll(mention);
  const isNear = part !== undefined && part.group === 0 && part.bracket === undefined && !part.isCompared && !isAfterComparison(site) && isBeside(site, part);
  return !isPart || !isNear || scope === undefined ? undefined : {
    counts: [part], quotients: [], otherQuotients: [...site.entries, ...site.before].flatMap((other) => quotientOf(valueOf(part), valueOf(other))),
    ofTables: { ...scope, certainty: mention.certainty, rate: { kind: 'share', value: mention.value, isResult: mention.columns.length === 0 } },
  };
}

function isOfAll({ quantity, columns }: NonNullable<Entry['mention']>): boolean {
  return (quantity === 'applicant' && columns.length > 0) || results.has(quantity);
}

/** Of reasons (不掌握相关信息) the share may be of those of their own result. */
const results: ReadonlySet<QuantityId> = new Set(['granted', 'partlyGranted', 'grantedOrPartly', 'denied', 'unavailable', 'notProcessed', 'otherResult']);

/** Whether the percentage follows the count at once, in its clause or as a clause of its own, and is the only one there. */
function isBeside(site: Site, { token }: Entry): boolean {
  const { tokens, at, clauseBefore } = site;
  const share = shareAt(site);
  const isOnly = tokens.filter(({ kind }) => kind === 'percent').length === 1 && at === tokens.length - 1;
  const count = tokens.indexOf(token);
  // 公开38件、部分公开14件，占47.3%: of both.
  const isLone = (count >= 0 ? tokens : clauseBefore).filter(({ kind }) => kind === 'count').length === 1;
  const isNext = tokens.slice(count + 1, share).every(({ kind }) => kind === 'list') && uncovered(tokens, count, share) === 0;
  const isBehind = count >= 0 ? count < share && isNext : share === 0 && clauseBefore.at(-1) === token;
  return share >= 0 && isOnly && isLone && isBehind;
}

function certaintyOf({ entries }: State): Scope['certainty'] {
  return entries.every(({ mention }) => mention?.certainty === 'explicit') ? 'explicit' : 'weak';
}
