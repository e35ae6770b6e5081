import { hasRole, isWord, joins, uncovered } from './classify.ts';
import type { Token, WordToken } from './lexer.ts';
import { endsClause, isClauseEnd, type Found, type Site } from './site.ts';
import { itemNamed } from './find-item.ts';
import { quantities, type QuantityId, type QuantityKind, type Role } from './vocabulary.ts';

/** What a list of counts is about, in the order of the counts: 自然人、商业企业提出的申请分别为9件、2件. */
type Named = Pick<Found, 'id' | 'columns'>;

const behindNames: readonly Role[] = ['light', 'request', 'application', 'filed', 'sum'];
const beforeNames: readonly Role[] = ['light', 'own', 'thisYear', 'wholeYear', 'among', 'territory', 'territory.whole', 'request', 'disclosure'];
const wholes: ReadonlySet<QuantityId> = new Set(['new', 'received', 'due', 'finished', 'handled', 'requests']);

export function listedFits(site: Site): boolean {
  return areListed(site, ({ id }) => !isItem(id) && !isReview(id));
}

/** 政府信息公开行政复议、行政诉讼分别为15件、10件. */
export function listedReviewsFit(site: Site): boolean {
  return areListed(site, ({ id }) => isReview(id));
}

/** 行政许可、行政处罚决定数量分别为286件、75件. */
export function listedItemsFit(site: Site): boolean {
  return areListed(site, ({ id }) => isItem(id)) && site.sentence.entries.every(({ mention }) => mention === undefined || isItem(mention.quantity));
}

function areListed(site: Site, isOfKind: (named: Named) => boolean): boolean {
  const counts = countsOf(site);
  const names = counts.length > 1 ? namesOf(site) : [];
  return counts.length > 1 && names.length === counts.length && names.every(isOfKind);
}

function isItem(id: QuantityId): boolean {
  return quantities.get(id)?.kind === 'item';
}

function isReview(id: QuantityId): boolean {
  return quantities.get(id)?.kind === 'review';
}

/** What stands in the place of the count among the names. */
export function listedItemMeaning(site: Site): Found | undefined {
  const named = namesOf(site)[countsOf(site).indexOf(site.at)];
  return named && { ...named, certainty: 'explicit' };
}

/** The review that stands in the place of the count; nothing where the list divides what was counted before. */
export function listedReviewMeaning(site: Site): Found | undefined {
  const { sentence: { entries, isDisclosure }, topic } = site;
  const counts = countsOf(site);
  const named = namesOf(site)[counts.indexOf(site.at)];
  const own = new Set(counts.map((index) => site.tokens[index]));
  const isClear = isDisclosure || topic === 'requests' || topic === 'review';
  return named === undefined || entries.some(({ token }) => !own.has(token)) ? undefined : { ...named, certainty: isClear ? 'explicit' : 'weak' };
}

/** What stands in the place of the count among the names; nothing where the list divides a part, or the name may mean several. */
export function listedMeaning(site: Site): Found | undefined {
  const { sentence, topic, at } = site;
  const counts = countsOf(site);
  const named = namesOf(site)[counts.indexOf(at)];
  const own = new Set(counts.map((index) => site.tokens[index]));
  const before = sentence.entries.filter(({ token }) => !own.has(token));
  const isOfAll = before.every(({ mention }) => mention !== undefined && wholes.has(mention.quantity));
  if (named === undefined || !isOfAll || (named.id === 'applicant' && named.columns?.length === 0)) {
    return undefined;
  }
  const isPart = before.some(({ mention }) => mention?.quantity !== 'finished' && mention?.quantity !== 'handled');
  return { ...named, certainty: sentence.namesRequests || topic === 'requests' ? 'explicit' : 'weak', isPart: isPart && named.id !== 'applicant' };
}

function leadOf({ tokens, at }: Site): number {
  return tokens.findLastIndex((token, index) => index < at && hasRole(token, 'respectively'));
}

/** The places of the counts behind 分别为 or 分别提出申请 where nothing else stands there, up to the end of the clause; none where something does. */
function countsOf(site: Site): readonly number[] {
  const { tokens } = site;
  const lead = leadOf(site);
  const counts = lead < 0 ? [] : tokens.flatMap((token, index) => (index > lead && token.kind === 'count' ? [index] : []));
  const [first = lead, last = lead] = [counts[0], counts.at(-1)];
  const isPlain = tokens.slice(lead + 1, first).every((token) => behindNames.some((role) => hasRole(token, role)))
    && tokens.slice(first, last).every((token) => token.kind === 'count' || joins(token) || hasRole(token, 'light'));
  return counts.length > 0 && isPlain && uncovered(tokens, lead, last) === 0 && last === tokens.length - 1 && endsClause(site, last) ? counts : [];
}

/** The names before 分别为, with nothing unknown among them or before. */
function namesOf(site: Site): readonly Named[] {
  const { tokens, lexed } = site;
  const lead = leadOf(site);
  let last = lead - 1;
  while (last >= 0 && !isName(tokens[last]) && behindNames.some((role) => hasRole(tokens[last], role))) {
    last -= 1;
  }
  let first = last;
  while (first >= 0 && (isName(tokens[first]) || joins(tokens[first]))) {
    first -= 1;
  }
  first += 1;
  const start = tokens[first];
  const before = tokens[first - 1];
  const isBegun = start !== undefined && (start.at === 0 || before?.to === start.at || isClauseEnd(lexed.codes[start.at - 1]));
  const isPlain = isBegun && (before === undefined || before.kind === 'year' || beforeNames.some((role) => hasRole(before, role)));
  return isPlain && uncovered(tokens, first, lead) === 0 ? tokens.slice(first, last + 1).flatMap(namedBy) : [];
}

function isName(token: Token | undefined): token is WordToken {
  return isWord(token) && (token.word.applicant !== undefined || namedKinds.has(token.word.quantity?.kind) || itemNamed(token) !== undefined);
}

const namedKinds: ReadonlySet<QuantityKind | undefined> = new Set<QuantityKind>(['result', 'review']);

const both: readonly Named[] = [{ id: 'granted' }, { id: 'partlyGranted' }];

/** Two results that are one word elsewhere (予以公开、部分公开) are counted one by one here. */
function namedBy(token: Token): readonly Named[] {
  if (!isName(token)) {
    return [];
  }
  const { applicant, quantity } = token.word;
  if (applicant !== undefined) {
    return [{ id: 'applicant', columns: applicant.columns }];
  }
  const id = itemNamed(token) ?? quantity?.id;
  return id === 'grantedOrPartly' ? both : id === undefined ? [] : [{ id }];
}
