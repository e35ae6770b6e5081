import { carriedYear, hasRole, joins, idsOf, isWord, ofKind, uncovered } from './classify.ts';
import type { Token, WordToken } from './lexer.ts';
import { endsClause, hasAny, isTailNear, wordsNear, type Found, type Site } from './site.ts';
import type { SentenceState } from './state.ts';
import type { Certainty } from './types.ts';
import { narrowest, paperMeasures, quantities, type Applicant, type Quantity, type QuantityId, type Role } from './vocabulary.ts';

/** 上年结转, 结转下年度, and 结转 with a year beside it. */
export function carriedMeaning(site: Site, near: number): Found | undefined {
  const { tokens, at, words, sentence } = site;
  const read = wordsNear(site, near);
  const found = withoutBare(ofKind(read, ['carriedIn', 'carriedOut', 'carried']));
  const [first] = found;
  const quantity = idsOf(found).length === 1 ? first?.word.quantity : undefined;
  const others = idsOf(read.quantities.filter((token) => !found.includes(token)));
  const isOther = others.includes('new') || read.applicants.length > 0;
  if (quantity === undefined || first === undefined || isOther || (words.last < 0 && quantity.kind === 'carriedIn')) {
    return undefined;
  }
  if (quantity.kind !== 'carriedOut' && (isWithCarried(site, first) || (others.includes('received') && areJoined(tokens, at)))) {
    return undefined;
  }
  const isFinished = isPartOfFinished(site) || ofKind(read, ['finished', 'handled']).some((verb) => verb.at < first.at);
  const isPart = (isFinished && quantity.kind !== 'carriedOut') || isPartOfNew(sentence);
  const carried = quantity.kind === 'carried' ? carriedYear(tokens, tokens.indexOf(first)) : undefined;
  return { id: quantity.id, certainty: sentence.namesRequests ? 'explicit' : certaintyOf(site), isPart, carried };
}

/** 上年度未办结、结转至本年度 says one thing twice: 结转 beside the word that says whence. */
function withoutBare(carried: readonly WordToken[]): readonly WordToken[] {
  const sided = carried.filter(({ word }) => word.quantity?.kind !== 'carried');
  return sided.length > 0 ? sided : carried;
}

/** Whether a count is of all, with what was carried: 含上年结转共480件. */
function isWithCarried({ tokens, at, from }: Site, carried: Token): boolean {
  const place = tokens.indexOf(carried);
  const has = (role: Role, first: number, end: number): boolean => tokens.slice(first, end).some((token) => hasRole(token, role));
  return place < at && has('among', from, place) && has('sum', place, at);
}

/** Whether something before a count joins two things that are counted together. */
function areJoined(tokens: readonly Token[], at: number): boolean {
  return tokens.some((token, index) => index < at && joins(token));
}

/** 予以公开4件. */
export function resultMeaning(site: Site, near: number): Found | undefined {
  const { sentence, bracket } = site;
  const named = ofKind(wordsNear(site, near), ['result']);
  const ids = narrowest(idsOf(named));
  const wholes = mentionedIn(sentence);
  const isOfCarried = wholes.length > 0 && wholes.every((id) => id.startsWith('carried'));
  const [id] = ids;
  const isPart = isPartOfNew(sentence) || bracket !== undefined;
  const isLoose = named.some(({ word }) => word.isBelow && !isBelowWhole(word.quantity, [...wholes, ...idsOf(named)]));
  return ids.length !== 1 || id === undefined || isOfCarried || isLoose ? undefined : { id, certainty: certaintyOf(site), isPart };
}

/** Whether what the reason is a part of is named: 不予公开3件，其中涉及过程性信息2件; of requests alone it says what they ask for. */
function isBelowWhole(reason: Quantity | undefined, named: readonly QuantityId[]): boolean {
  return reason?.within.some((id) => named.includes(id)) ?? false;
}

function mentionedIn({ entries }: SentenceState): QuantityId[] {
  return entries.flatMap(({ mention }) => (mention === undefined ? [] : [mention.quantity]));
}

/** Whether the count stands among those of what was newly received: the table may hold more, from last year. */
function isPartOfNew({ entries, group, isSub }: SentenceState): boolean {
  const whole = entries.findLast((entry) => entry.mention !== undefined && entry.group !== group)?.mention;
  const isOfResult = whole !== undefined && quantities.get(whole.quantity)?.kind === 'result' && !whole.isPart;
  return isSub && !isOfResult && whole?.quantity !== 'finished' && whole?.quantity !== 'handled';
}

/** Whether the count is a part of what was finished, to which what was newly received may have added less than all. */
function isPartOfFinished({ sentence: { entries, group, isSub }, bracket }: Site): boolean {
  const whole = isSub ? entries.findLast((entry) => entry.group !== group) : entries.findLast((entry) => entry.bracket !== bracket);
  return (isSub || bracket !== undefined) && whole?.isFinished === true;
}

const totals: ReadonlySet<QuantityId> = new Set(['new', 'received', 'finished', 'handled', 'requests', 'applicant']);

/** 自然人申请8件, 其中自然人8件. */
export function applicantMeaning(site: Site, near: number): Found | undefined {
  const { words, sentence } = site;
  const applicants = applicantsOf(site, near);
  const [first] = applicants;
  const isOfTotal = (sentence.isSub || isBare(site)) && mentionedIn(sentence).some((id) => totals.has(id));
  const isClear = isOfTotal || (sentence.dividesRequests && isBare(site)) || words.isRequest || hasAny(words, ['application', 'filed']) || ofKind(words, ['received']).length > 0;
  const isOne = applicants.every(({ id }) => id === first?.id);
  const isFinished = ofKind(words, ['finished', 'handled']).length > 0;
  const isFound = isClear && isOne && !isFinished && first !== undefined && first.columns.length > 0;
  return isFound ? { id: 'applicant', columns: first.columns, certainty: certaintyOf(site) } : undefined;
}

/** 新收36件，自然人30件: nothing but the applicant stands before the count (自然人的有), and nothing behind it. */
function isBare({ words, tokens, at, from }: Site): boolean {
  const isPlain = tokens.slice(from, at).every((token) => !isWord(token) || token.word.applicant !== undefined || hasRole(token, 'light'));
  return words.last >= 0 && isPlain && words.quantities.length === 0 && uncovered(tokens, from, at) === 0;
}

export function applicantFits(site: Site, near: number): boolean {
  const applicants = applicantsOf(site, near);
  return applicants.length > 0 && !namesAll(applicants);
}

function applicantsOf(site: Site, near: number): readonly Applicant[] {
  const named = [...site.words.applicants, ...(isTailNear(site, near) ? site.tail.applicants : [])];
  return named.length === 0 && goesOn(site) ? [site.sentence.applicant].filter((one) => one !== undefined) : named;
}

/** Whether nothing but 提出申请 stands before the count: it is told of the applicant of whom the clause before spoke. */
function goesOn({ words, tokens, at, from }: Site): boolean {
  return from === 0 && words.roles.has('filed') && uncovered(tokens, 0, at) === 0 && words.quantities.length === 0;
}

/** Whether the applicants named together are all there are: 公民、法人和其他组织. */
function namesAll(applicants: readonly Applicant[]): boolean {
  const ids = new Set(applicants.map(({ id }) => id));
  return ids.has('naturalPerson') && (ids.has('organizations') || applicants.length >= 3);
}

/** 受理10件, 10件均已办结. */
export function verbMeaning(site: Site, near: number): Found | undefined {
  const { words, tail, bracket, sentence } = site;
  const read = wordsNear(site, near);
  const verbs = idsOf(ofKind(read, ['received', 'finished', 'handled']));
  const [verb] = verbs;
  if (verb === undefined || (sentence.isSub && !verbs.includes('new')) || countsLetters(site)) {
    return undefined;
  }
  const isBefore = words.last >= 0;
  const id = verbs.length > 1 ? 'requests' : !isBefore && tail.roles.has('all') ? 'handled' : verb;
  const isDone = id === 'finished' || id === 'handled' || id === 'requests';
  const isClear = (bracket === undefined || id === 'new') && (isBefore || isDone || isPassive(site));
  const isBoth = verbs.some((one) => quantities.get(one)?.kind === 'received') && verbs.includes('finished');
  return isClear ? { id, certainty: certaintyOf(site), isPart: isBoth || (id === 'new' && isPartOfFinished(site)) } : undefined;
}

/** Whether letters are counted, and not requests: 申请答复35份. */
function countsLetters({ tokens, at, words, token }: Site): boolean {
  const last = tokens[words.last];
  return paperMeasures.has(token.measure) && words.last === at - 1 && isWord(last) && last.word.quantity?.kind === 'finished';
}

/** Whether 被 stands before a verb that ends the clause: 10件申请被受理. */
function isPassive(site: Site): boolean {
  const { tokens, tail, end } = site;
  const before = tokens[tail.last - 1];
  return tail.last === end - 1 && endsClause(site, tail.last) && hasRole(before, 'passive');
}

/** 政府信息公开申请10件, 共有10件政府信息公开申请: no verb says what became of them. */
export function nounMeaning(site: Site): Found | undefined {
  const { words, tail, tokens, at, end } = site;
  const hasSum = (token: Token, index: number): boolean => index < at && hasRole(token, 'sum');
  const isBefore = words.last >= 0 && words.isRequest && endsClause(site, at);
  const isAfter =
    words.last < 0 && tail.isRequest && tokens.some(hasSum) && tail.last === end - 1 && endsClause(site, end - 1);
  return isBefore || isAfter ? { id: 'requests', certainty: 'explicit' } : undefined;
}

export function certaintyOf({ words, tail, topic }: Site): Certainty {
  return words.isRequest || tail.isRequest || topic === 'requests' ? 'explicit' : 'weak';
}
