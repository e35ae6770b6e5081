import type { CountToken, Token, WordToken, YearToken } from './lexer.ts';
import { caseMeasures, type Applicant, type Quantity, type QuantityId, type QuantityKind, type Role } from './vocabulary.ts';

/** What the words between the previous count and this one, or after it, say. */
export interface Words {
  readonly quantities: readonly WordToken[];
  readonly applicants: readonly Applicant[];
  /** The kinds of the quantities. */
  readonly kinds: ReadonlySet<QuantityKind>;
  readonly isRequest: boolean;
  readonly roles: ReadonlySet<Role>;
  /** The last word that names or does something; -1 where there is none. */
  readonly last: number;
  readonly first: number;
}

export function isWord(token: Token | undefined): token is WordToken {
  return token?.kind === 'word';
}

export function hasRole(token: Token | undefined, role: Role): boolean {
  return isWord(token) && token.word.roles.has(role);
}

/** Whether 和, 以及 or a list mark joins two things that are told of together. */
export function joins(token: Token | undefined): boolean {
  return token?.kind === 'list' || hasRole(token, 'joining');
}

/** Whether the word names or does something that is counted. */
function isConcept(token: Token | undefined): boolean {
  if (!isWord(token)) {
    return false;
  }
  const { quantity, applicant, roles } = token.word;
  return quantity !== undefined || applicant !== undefined || conceptRoles.some((role) => roles.has(role));
}

const conceptRoles: readonly Role[] = [
  'request',
  'application',
  'documents.normativeDocuments',
  'documents.regulations',
  'issue',
  'repeal',
  'inForce',
  'disclosed',
  'totalDisclosed',
  'item.bare',
];
const passingRoles: readonly Role[] = ['light', 'own', 'sum', 'disclosure', 'request', 'application', 'thisYear', 'all'];

export function readWords(tokens: readonly Token[], from: number, to: number): Words {
  const quantities: WordToken[] = [];
  const applicants: Applicant[] = [];
  const kinds = new Set<QuantityKind>();
  const roles = new Set<Role>();
  let first = -1;
  let last = -1;
  for (let at = from; at < to; at += 1) {
    const token = tokens[at];
    if (!isWord(token)) {
      continue;
    }
    for (const role of token.word.roles) {
      roles.add(role);
    }
    if (token.word.quantity !== undefined && !isContested(tokens, at)) {
      quantities.push(token);
      kinds.add(token.word.quantity.kind);
    }
    if (token.word.applicant !== undefined) {
      applicants.push(token.word.applicant);
    }
    if (isConcept(token)) {
      first = first < 0 ? at : first;
      last = at;
    }
  }
  const isRequest = roles.has('request') || (roles.has('disclosure') && roles.has('application'));
  return { quantities, kinds, applicants, isRequest, roles, first, last };
}

/** Whether what was answered is what somebody goes to court for, and is not counted: 不服…答复提起行政复议4件. */
function isContested(tokens: readonly Token[], at: number): boolean {
  const verb = tokens[at];
  const isAnswer = isWord(verb) && verb.word.quantity?.kind === 'finished';
  return isAnswer && hasRole(tokens[at + 1], 'brought') && verb.to === tokens[at + 1]?.at;
}

/** How many units between two tokens no known word covers. */
export function uncovered(tokens: readonly Token[], from: number, to: number): number {
  let sum = 0;
  for (let at = from; at < to; at += 1) {
    sum += (tokens[at + 1]?.at ?? 0) - (tokens[at]?.to ?? 0);
  }
  return sum;
}

/** Whether nothing stands between two tokens that could turn the sense. */
export function isPassing(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from + 1; at < to; at += 1) {
    const token = tokens[at];
    const passes =
      token?.kind === 'colon' ||
      isYearOfCarried(tokens, at) ||
      (isWord(token) && !token.word.roles.has('ignore') && passingRoles.some((role) => token.word.roles.has(role)));
    if (!passes) {
      return false;
    }
  }
  return uncovered(tokens, from, to) === 0;
}

function isYearOfCarried(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  return tokens[at]?.kind === 'year' && isWord(before) && before.word.quantity?.kind === 'carried';
}

/** The nearest place from which on the tokens belong to another count. */
export function tailEnd(tokens: readonly Token[], from: number): number {
  let at = from;
  while (
    at < tokens.length &&
    tokens[at]?.kind !== 'count' &&
    tokens[at]?.kind !== 'list' &&
    tokens[at]?.kind !== 'percent'
  ) {
    at += 1;
  }
  return at;
}

/** Whether words of the kinds stand in the range; the kinds are those of quantities. */
export function ofKind(words: Words, kinds: readonly Quantity['kind'][]): WordToken[] {
  return kinds.every((kind) => !words.kinds.has(kind)) ? []
    : words.quantities.filter(({ word }) => word.quantity !== undefined && kinds.includes(word.quantity.kind));
}

/** The ids of the quantities, each once. */
export function idsOf(tokens: readonly WordToken[]): QuantityId[] {
  return [...new Set(tokens.flatMap(({ word }) => word.quantity?.id ?? []))];
}

/** The year beside a 结转: 2019年结转, 结转2021年; of 2019年结转至2020年 the first, which says the same. */
export function carriedYear(tokens: readonly Token[], at: number): { year: YearToken; follows: boolean } | undefined {
  const [before, next] = [tokens[at - 1], tokens[at + 1]];
  if (next?.kind === 'year' && uncovered(tokens, at, at + 1) === 0) {
    return before?.kind === 'year' && before.year + 1 === next.year ? { year: before, follows: false } : { year: next, follows: true };
  }
  for (let back = at - 1; back >= Math.max(0, at - 3); back -= 1) {
    const token = tokens[back];
    if (token?.kind === 'year') {
      return uncovered(tokens, back, at) <= 2 ? { year: token, follows: false } : undefined;
    }
    if (!isWord(token)) {
      return undefined;
    }
  }
  return undefined;
}

/** Whether the denial at `at` says that nothing was carried in from the year before it: 上年无结转. */
export function deniesCarriedIn(tokens: readonly Token[], at: number): boolean {
  const noun = tokens[at + 1];
  return hasRole(tokens[at], 'denial') && hasRole(tokens[at - 1], 'yearBefore') && isWord(noun) && noun.word.quantity?.kind === 'carried';
}

/** Whether a count without a measure word is one all the same: it stands after 为 or 共 and ends its clause. */
export function isCounted(tokens: readonly Token[], at: number, isClauseEnd: boolean): boolean {
  const token = tokens[at] as CountToken;
  if (token.measure !== '') {
    return true;
  }
  const before = tokens[at - 1];
  const isAdjacent = before !== undefined && before.to === token.at;
  const says =
    before?.kind === 'colon' ||
    hasRole(before, 'sum') ||
    hasRole(before, 'count.lead') ||
    (isWord(before) && before.word.quantity?.kind === 'result');
  return isClauseEnd && isAdjacent && says && token.number.value < largestBare;
}

/** Longer ones are the cells of a table row run together. */
const largestBare = 1e7;

export function isCaseMeasure(measure: string): boolean {
  return measure === '' || caseMeasures.has(measure);
}
