import { carriedYear, hasRole, idsOf, isWord, ofKind, uncovered, type Words } from './classify.ts';
import type { Token, WordToken } from './lexer.ts';
import {
  endsClause,
  isCase,
  isClauseEnd,
  isNegated,
  isSilenced,
  isTailNear,
  spreads,
  type Found,
  type Site,
} from './site.ts';
import type { SentenceState } from './state.ts';
import type { Certainty } from './types.ts';
import { countMeasures, quantities, type Applicant, type QuantityId } from './vocabulary.ts';

const nearTail = 8;

/** Finds counts of requests (政府信息公开申请): received, carried, finished, by result and by applicant. */
export function findRequest(site: Site): Found | null {
  const { words, tail, topic, sentence, token } = site;
  const isNear = isTailNear(site, nearTail);
  const isRequest = words.isRequest || tail.isRequest;
  const isOther = topic === 'other' || topic === 'review' || sentence.review !== null;
  if ((isOther && !isRequest) || isSilenced(site, 'requests', nearTail) || spreads(site) || (words.last < 0 && !isNear)) {
    return null;
  }
  const certainty = isRequest || topic === 'requests' ? 'explicit' : 'weak';
  const read = words.last >= 0 ? words : tail;
  if (ofKind(read, ['carriedIn', 'carriedOut', 'carried']).length > 0) {
    return findCarried(site, read, certainty);
  }
  const isMeasured =
    isCase(site) ||
    (countMeasures.has(token.measure) && read.quantities.length > 0 && (read.isRequest || words.isRequest));
  return isSilenced(site, 'verbs', nearTail) || !isMeasured ? null : findHandled(site, read, isNear, certainty);
}

function findHandled(site: Site, read: Words, isNear: boolean, certainty: Certainty): Found | null {
  const { words, tail, sentence } = site;
  const results = ofKind(read, ['result']);
  if (results.length > 0) {
    return findResult(site, idsOf(results), certainty);
  }
  const applicants = [...words.applicants, ...(isNear ? tail.applicants : [])];
  if (applicants.length > 0 && !namesAll(applicants)) {
    return findApplicant(applicants, words, sentence, certainty);
  }
  return sentence.isSub && !idsOf(read.quantities).includes('new') ? null : findVerb(site, read, certainty);
}

/** 上年结转, 结转下年度, and 结转 with a year beside it. */
function findCarried(site: Site, read: Words, certainty: Certainty): Found | null {
  const { tokens, at, words, sentence } = site;
  const found = ofKind(read, ['carriedIn', 'carriedOut', 'carried']);
  const [first] = found;
  const quantity = idsOf(found).length === 1 ? (first?.word.quantity ?? null) : null;
  const others = idsOf(read.quantities.filter((token) => !found.includes(token)));
  const isOther = others.includes('new') || read.applicants.length > 0 || ofKind(read, ['review', 'result', 'outcome']).length > 0;
  if (quantity === null || first === undefined || isOther || (words.last < 0 && quantity.kind === 'carriedIn')) {
    return null;
  }
  if (quantity.kind !== 'carriedOut' && others.includes('received') && joins(tokens, at)) {
    return null;
  }
  const isFinished = isPartOfFinished(site) || ofKind(read, ['finished', 'handled']).some((verb) => verb.at < first.at);
  const isPart = (isFinished && quantity.kind !== 'carriedOut') || isPartOfNew(sentence);
  const carried = quantity.kind === 'carried' ? carriedYear(tokens, tokens.indexOf(first)) : null;
  return { id: quantity.id, certainty, isPart, carried };
}

/** Whether 和, 及 or a list mark before a count joins two things that are counted together. */
function joins(tokens: readonly Token[], at: number): boolean {
  return tokens.some(
    (token, index) => index < at && (token.kind === 'list' || (isWord(token) && joiners.has(token.word.text))),
  );
}

const joiners = new Set(['和', '与', '及', '以及', '或']);

function findResult({ sentence, bracket }: Site, ids: readonly QuantityId[], certainty: Certainty): Found | null {
  const wholes = mentionedIn(sentence);
  const isOfCarried = wholes.length > 0 && wholes.every((id) => id.startsWith('carried'));
  const [id] = ids;
  const isPart = isPartOfNew(sentence) || bracket !== null;
  return ids.length !== 1 || id === undefined || isOfCarried ? null : { id, certainty, isPart };
}

function mentionedIn({ entries }: SentenceState): QuantityId[] {
  return entries.flatMap(({ mention }) => (mention === null ? [] : [mention.quantity]));
}

/** Whether the count stands among those of what was newly received: the table may hold more, from last year. */
function isPartOfNew({ entries, group, isSub }: SentenceState): boolean {
  const whole = entries.findLast((entry) => entry.mention !== null && entry.group !== group)?.mention?.quantity ?? '';
  return isSub && whole !== 'finished' && whole !== 'handled';
}

/** Whether the count is a part of what was finished, to which what was newly received may have added less than all. */
function isPartOfFinished({ sentence: { entries, group, isSub }, bracket }: Site): boolean {
  const whole = isSub ? entries.findLast((entry) => entry.group !== group) : entries.findLast((entry) => entry.bracket !== bracket);
  return (isSub || bracket !== null) && whole?.isFinished === true;
}

const totals: ReadonlySet<QuantityId> = new Set(['new', 'received', 'finished', 'handled', 'requests', 'applicant']);

function findApplicant(
  applicants: readonly Applicant[],
  words: Words,
  sentence: SentenceState,
  certainty: Certainty,
): Found | null {
  const [first] = applicants;
  const isOfTotal = sentence.isSub && mentionedIn(sentence).some((id) => totals.has(id));
  const isClear =
    isOfTotal || words.isRequest || words.roles.has('application') || words.roles.has('filed') || ofKind(words, ['received']).length > 0;
  const isOne = applicants.every(({ id }) => id === first?.id);
  const isFinished = ofKind(words, ['finished', 'handled']).length > 0;
  const isFound = isClear && isOne && !isFinished && first !== undefined && first.columns.length > 0;
  return isFound ? { id: 'applicant', columns: first.columns, certainty } : null;
}

/** Whether the applicants named together are all there are: 公民、法人和其他组织. */
function namesAll(applicants: readonly Applicant[]): boolean {
  const ids = new Set(applicants.map(({ id }) => id));
  return ids.has('naturalPerson') && (ids.has('organizations') || applicants.length >= 3);
}

function findVerb(site: Site, read: Words, certainty: Certainty): Found | null {
  const { words, tail, bracket } = site;
  const verbs = idsOf(ofKind(read, ['received', 'finished', 'handled']));
  const [verb] = verbs;
  if (idsOf(read.quantities).length !== verbs.length || !isPlain(site)) {
    return null;
  }
  if (verb === undefined) {
    return findNoun(site, certainty);
  }
  const isBefore = words.last >= 0;
  const id = verbs.length > 1 ? 'requests' : !isBefore && tail.roles.has('all') ? 'handled' : verb;
  const isDone = id === 'finished' || id === 'handled' || id === 'requests';
  const isClear = (bracket === null || id === 'new') && (isBefore || isDone || isPassive(site)) && !isNegated(site, read);
  const isBoth = verbs.some((one) => quantities.get(one)?.kind === 'received') && verbs.includes('finished');
  return isClear ? { id, certainty, isPart: isBoth || (id === 'new' && isPartOfFinished(site)) } : null;
}

/** Whether 被 stands before a verb that ends the clause: 10件申请被受理. */
function isPassive(site: Site): boolean {
  const { tokens, tail, end } = site;
  const before = tokens[tail.last - 1];
  return tail.last === end - 1 && endsClause(site, tail.last) && isWord(before) && before.word.text === '被';
}

/** Whether the clause names requests for disclosure, or has no word that could name anything else: 公文办理300件. */
function isPlain(site: Site): boolean {
  const { lexed, words, tail, tokens, at, from } = site;
  if (words.isRequest || tail.isRequest) {
    return true;
  }
  const first = tokens[from]?.at ?? 0;
  let start = first;
  while (
    start > 0 &&
    first - start < nearTail &&
    !isClauseEnd(lexed.codes[start - 1]) &&
    (tokens[from - 1]?.to ?? 0) < start
  ) {
    start -= 1;
  }
  const after = tail.first >= 0 ? uncovered(tokens, at, tail.first) : 0;
  return start === first && uncovered(tokens, from, at) === 0 && after === 0;
}

/** 政府信息公开申请10件, 共有10件政府信息公开申请: no verb says what became of them. */
function findNoun(site: Site, certainty: Certainty): Found | null {
  const { words, tail, tokens, at, end, bracket, sentence } = site;
  const hasSum = (token: WordToken | Token, index: number): boolean => index < at && hasRole(token, 'sum');
  const isBefore = words.last >= 0 && words.isRequest && endsClause(site, at);
  const isAfter =
    words.last < 0 && tail.isRequest && tokens.some(hasSum) && tail.last === end - 1 && endsClause(site, end - 1);
  const isWhole = bracket === null && !sentence.isSub && certainty === 'explicit';
  return isWhole && (isBefore || isAfter) ? { id: 'requests', certainty } : null;
}
