import { carriedYear, deniesCarriedIn, hasRole, isWord, uncovered } from './classify.ts';
import type { DateToken, Lexed, Token, WordToken, YearToken } from './lexer.ts';
import type { Guards } from './guards.ts';
import type { Clause } from './clauses.ts';
import { ownTerritory } from '../organs/own-unit.ts';
import { isClauseEnd } from './site.ts';
import type { ClauseState, ParagraphState, SentenceState } from './state.ts';
import { isOfYear } from './statements.ts';
import type { Role, Subject } from './vocabulary.ts';

interface States {
  readonly lexed: Lexed;
  readonly guards: Guards;
  readonly paragraph: ParagraphState;
  readonly sentence: SentenceState;
  readonly clause: ClauseState;
}

/** Takes in what a word, a year or a date says of what follows it. */
export function noteToken(token: Token, at: number, states: States): void {
  states.sentence.isOfYear ||= isOfYear(token);
  states.sentence.namesYear ||= token.kind === 'year' || hasRole(token, 'thisYear') || hasRole(token, 'wholeYear');
  states.paragraph.isOfChannel ||= hasRole(token, 'channel');
  if (token.kind === 'year') {
    noteYear(token, at, states);
  } else if (token.kind === 'month') {
    noteMonth(token, states.clause.clause.tokens[at + 1], states);
  } else if (isWord(token)) {
    noteGuards(token, states);
    noteTopic(token, states);
    notePast(token, at, states);
    noteUnit(token, states);
    noteParts(token, at, states);
  }
}

const widestLead = 4;

/** A year that begins a clause holds until another comes; any other holds for its clause. */
function noteYear(token: YearToken, at: number, { clause, paragraph, sentence }: States): void {
  const { tokens, bracket } = clause.clause;
  if (isCarriedYear(tokens, at) || hasRole(tokens[at - 1], 'compare')) {
    return;
  }
  const isNear = token.at - (tokens[0]?.at ?? 0) <= widestLead;
  if (
    isNear &&
    bracket === undefined &&
    clause.year === undefined &&
    tokens.every((before, index) => index >= at || hasRole(before, 'light'))
  ) {
    paragraph.year = token.year;
    sentence.isPast = false;
  }
  clause.isMixed ||= clause.year !== undefined && clause.year !== token.year;
  clause.year = token.year;
}

/** Whether the year belongs to a 结转 beside it; both do in 2023年结转至2024年. */
function isCarriedYear(tokens: readonly Token[], at: number): boolean {
  for (let near = Math.max(0, at - 1); near <= Math.min(tokens.length - 1, at + 3); near += 1) {
    const token = tokens[near];
    const isBeside = Math.abs(near - at) === 1 && uncovered(tokens, Math.min(near, at), Math.max(near, at)) === 0;
    if (isWord(token) && token.word.quantity?.kind === 'carried' && (isBeside || carriedYear(tokens, near)?.year === tokens[at])) {
      return true;
    }
  }
  return false;
}

function noteTopic({ word: { roles, quantity } }: WordToken, { paragraph, sentence }: States): void {
  if (quantity?.kind === 'review' && (sentence.isDisclosure || paragraph.topic === 'requests')) {
    paragraph.topic = 'review';
  } else if (roles.has('request') || roles.has('topic.requests')) {
    paragraph.topic = 'requests';
  } else if (roles.has('elsewhere')) {
    paragraph.topic = 'none';
  } else if (roles.has('other')) {
    paragraph.topic = 'other';
  }
}

/** 去年 turns the sentence to another year; 较去年 only compares. */
function notePast({ word: { roles, text } }: WordToken, at: number, states: States): void {
  const { clause, paragraph, sentence } = states;
  const { tokens } = clause.clause;
  const before = tokens[at - 1];
  if (roles.has('lastYear') && !deniesCarriedIn(tokens, at + 1)) {
    const isCompared = roles.has('compare') || hasRole(before, 'compare') || hasRole(before, 'opposes');
    if (isCompared) {
      clause.isCompared = true;
      block('compare', states);
    }
    sentence.isPast ||= !isCompared && !(before?.kind === 'year' && text === '以来');
  }
  if (roles.has('thisYear')) {
    sentence.isPast = false;
    paragraph.year = undefined;
  }
}

function noteGuards({ word, at }: WordToken, states: States): void {
  const { roles } = word;
  const { clause, sentence } = states;
  const { guards } = states;
  take(guards.blockedBy('behind', word), guards.blockedBy('clause', word), states);
  clause.isCompared ||= roles.has('compare');
  sentence.isSince ||= roles.has('since') && clause.clause.bracket !== undefined;
  if (roles.has('disclosure') || roles.has('request')) {
    sentence.isDisclosure = true;
    sentence.disclosedFrom ??= at;
  }
}

/** As a word of the role would. */
function block(role: Role, states: States): void {
  const { guards } = states;
  take(guards.blockedByRole('behind', role), guards.blockedByRole('clause', role), states);
}

function take(behind: ReadonlySet<Subject>, clausal: ReadonlySet<Subject>, { clause, sentence }: States): void {
  behind.forEach((subject) => sentence.blocked.add(subject));
  clausal.forEach((subject) => clause.blocked.add(subject));
}

/** A month makes it a part of the year, unless it begins or ends the whole: 12月31日, 1—12月, 12月底. */
function noteMonth({ at, to, value }: DateToken, next: Token | undefined, states: States): void {
  const { codes } = states.lexed;
  const isDate = next?.kind === 'day' && next.at === to;
  const isFirst = value === 1 && (isDate || rangeMarks.has(codes[to] ?? 0));
  const isLast = value === 12 && (isDate || rangeMarks.has(codes[at - 1] ?? 0) || yearEnds.has(codes[to] ?? 0));
  if (!isFirst && !isLast) {
    block('period', states);
  }
}

const rangeMarks: ReadonlySet<number> = new Set([...'-至到~'].map((char) => char.charCodeAt(0)));
const yearEnds: ReadonlySet<number> = new Set([...'底末'].map((char) => char.charCodeAt(0)));

/** So many characters, back to where the clause begins, hold the name of a unit. */
const longestName = 24;

function noteUnit(token: WordToken, { lexed, sentence }: States): void {
  const { roles } = token.word;
  if (roles.has('own')) {
    sentence.unit = undefined;
  } else if (roles.has('territory')) {
    sentence.unit = ownTerritory;
  } else if (roles.has('territory.whole') && sentence.unit?.startsWith('全') !== true) {
    sentence.unit = token.word.text;
  } else if (roles.has('unit')) {
    sentence.unit = unitNamed(token, lexed);
  }
}

/** What ends with a unit's name, behind a blank, with which no territory begins. */
function unitNamed({ at, to }: WordToken, { codes }: Lexed): string {
  let from = at;
  while (from > Math.max(0, to - longestName) && !isClauseEnd(codes[from - 1])) {
    from -= 1;
  }
  return ` ${String.fromCharCode(...codes.slice(from, to))}`;
}

function noteParts({ word: { roles, applicant } }: WordToken, at: number, { clause, sentence }: States): void {
  if (roles.has('among') || roles.has('parts')) {
    beginParts(sentence);
    sentence.subLasts = clause.clause.tokens[at + 1]?.kind === 'colon';
  }
  if (roles.has('parts')) {
    sentence.completeGroups.add(sentence.group);
  }
  applicant?.columns.forEach((column) => sentence.columns.add(column));
}

/** What follows are parts of what was counted last. */
export function beginParts(sentence: SentenceState): void {
  sentence.groups += 1;
  sentence.group = sentence.groups;
  sentence.isSub = true;
  sentence.subLasts = false;
}

/** Whether a clause names the whole of which parts follow: 办结的180件申请中. */
export function announcesParts({ tokens, bracket }: Clause, { codes, length }: Lexed): boolean {
  const to = tokens.at(-1)?.to ?? 0;
  const counted = tokens.slice(tokens.findLastIndex(({ kind }) => kind === 'count'));
  const isWhole = counted[0]?.kind === 'count' && counted.slice(1).every((token) => isReceived(token) || hasRole(token, 'application') || hasRole(token, 'request'));
  return isWhole && bracket === undefined && codes[to] === inside && (to + 1 >= length || isClauseEnd(codes[to + 1]));
}

const inside = '中'.charCodeAt(0);

/** Whether a clause names all requests, which what follows divides: 新收的政府信息公开申请中. */
export function dividesRequests({ tokens, bracket }: Clause, { codes, length }: Lexed): boolean {
  const last = tokens.at(-1);
  const to = last?.to ?? 0;
  const isPlain = tokens.every((token) => token === last || token.kind === 'year' || isReceived(token) || passingRoles.some((role) => hasRole(token, role)));
  const isNamed = (hasRole(last, 'request') || (hasRole(last, 'application') && isReceived(tokens.at(-2)))) && uncovered(tokens, 0, tokens.length - 1) === 0;
  return isNamed && isPlain && bracket === undefined && codes[to] === inside && (to + 1 >= length || isClauseEnd(codes[to + 1]));
}

function isReceived(token: Token | undefined): boolean {
  return isWord(token) && token.word.quantity?.kind === 'received';
}

const passingRoles: readonly Role[] = ['light', 'own', 'request', 'thisYear', 'wholeYear', 'sum', 'territory', 'territory.whole'];
