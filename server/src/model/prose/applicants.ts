import { hasRole, isWord, uncovered } from './classify.ts';
import type { Lexed, Token, WordToken } from './lexer.ts';
import { isClauseEnd } from './site.ts';
import type { Applicant, Role } from './vocabulary.ts';

/** 仍以, 主要以. */
const widestGap = 3;
const beside: readonly Role[] = ['light', 'request', 'application', 'filed', 'own', 'thisYear', 'wholeYear', 'territory', 'territory.whole', 'mainly', 'among'];

export function columnsOf(applicant: Applicant | undefined): readonly string[] {
  return applicant?.columns ?? [];
}

/** The one applicant that a clause, or its beginning, names with nothing else but known words. */
export function onlyApplicant(tokens: readonly Token[], { codes }: Pick<Lexed, 'codes'>, gap = 0): Applicant | undefined {
  const named = tokens.filter((token): token is WordToken => isWord(token) && token.word.applicant !== undefined);
  const [one] = named;
  const place = one === undefined ? -1 : tokens.indexOf(one);
  const start = tokens[0]?.at ?? 0;
  const before = Math.max(0, place - 1);
  const isBegun = start === 0 || isClauseEnd(codes[start - 1]);
  const isKnown = uncovered(tokens, 0, before) === 0 && uncovered(tokens, before, place) <= gap && uncovered(tokens, place, tokens.length - 1) === 0;
  const isPlain = tokens.every((token) => token === one || token.kind === 'year' || beside.some((role) => hasRole(token, role)));
  return named.length === 1 && isBegun && isKnown && isPlain ? one?.word.applicant : undefined;
}

/** The applicant from whom most requests are said to be: 申请人仍以自然人为主. */
export function mainApplicant(clause: readonly Token[], lexed: Pick<Lexed, 'codes'>): Applicant | undefined {
  return hasRole(clause.at(-1), 'mainly') ? onlyApplicant(clause, lexed, widestGap) : undefined;
}

/** The applicant of whom a clause speaks and the next goes on: 自然人是提出申请的主要群体，全年提出申请152件. */
export function announcedApplicant(clause: readonly Token[], lexed: Pick<Lexed, 'codes'>): Applicant | undefined {
  const [first] = clause;
  return isWord(first) && first.word.applicant !== undefined ? mainApplicant(clause, lexed) : undefined;
}
