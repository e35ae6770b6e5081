import { hasRole, isCaseMeasure, readWords, tailEnd, uncovered, type Words } from './classify.ts';
import type { Guards } from './guards.ts';
import type { CountToken, Lexed, Token, WordToken, YearToken } from './lexer.ts';
import type { ClauseState, SentenceState, Topic } from './state.ts';
import type { Certainty } from './types.ts';
import type { QuantityId, Role, Subject } from './vocabulary.ts';

/** A count in its clause, with the words before and after it that may say what it counts. */
export interface Site {
  readonly lexed: Lexed;
  readonly tokens: readonly Token[];
  readonly at: number;
  /** From where on the words before the count are its own. */
  readonly from: number;
  readonly token: CountToken;
  readonly bracket: number | undefined;
  /** The words since the count before. */
  readonly words: Words;
  /** The words up to the next count. */
  readonly tail: Words;
  /** Where they end. */
  readonly end: number;
  readonly clause: ClauseState;
  readonly sentence: SentenceState;
  readonly guards: Guards;
  readonly topic: Topic;
  /** The paragraph names a kind of 行政诉讼: 未经复议直接起诉, 复议后起诉. */
  readonly namesLitigations: boolean;
  /** What a heading run into the paragraph names: （一）行政复议情况. */
  readonly headed: QuantityId | undefined;
}

/** What a count counts. */
export interface Found {
  readonly id: QuantityId;
  readonly certainty: Certainty;
  readonly of?: QuantityId;
  readonly columns?: readonly string[];
  readonly isPart?: boolean;
  readonly carried?: { readonly year: YearToken; readonly follows: boolean } | undefined;
}

export function siteOf(
  { lexed, guards, topic, namesLitigations, headed }: Pick<Site, 'lexed' | 'guards' | 'topic' | 'namesLitigations' | 'headed'>,
  at: number,
  from: number,
  clause: ClauseState,
  sentence: SentenceState,
): Site {
  const { tokens, bracket } = clause.clause;
  const end = tailEnd(tokens, at + 1);
  const words = readWords(tokens, from, at);
  const tail = readWords(tokens, at + 1, end);
  return { lexed, tokens, at, from, token: tokens[at] as CountToken, bracket, words, tail, end, clause, sentence, guards, topic, namesLitigations, headed };
}

/** Whether a guard blocks the subject here; words after the count do so as far as they are `farthest` at the most. */
export function isBlocked(site: Site, subject: Subject, farthest: number): boolean {
  const { guards, words, tail, clause, sentence } = site;
  return (
    sentence.blocked.has(subject) ||
    clause.blocked.has(subject) ||
    guards.blocks(subject, 'beside', words.roles) ||
    (isTailNear(site, farthest) && guards.blocks(subject, 'beside', tail.roles))
  );
}

/** The words that say what the count counts: those before it, or else those that are near behind it. */
export function wordsNear(site: Site, farthest: number): Words {
  return site.words.last >= 0 || !isTailNear(site, farthest) ? site.words : site.tail;
}

/** Whether the words after the count are near enough to say what it counts. */
export function isTailNear({ tokens, at, tail }: Site, farthest: number): boolean {
  return tail.first >= 0 && uncovered(tokens, at, tail.first) <= farthest;
}

/** Whether a token ends its clause, with nothing unknown after it. */
export function endsClause({ lexed, tokens }: Pick<Site, 'lexed' | 'tokens'>, at: number): boolean {
  const to = tokens[at]?.to ?? 0;
  return to >= lexed.length || isClauseEnd(lexed.codes[to]);
}

export function isClauseEnd(code: number | undefined): boolean {
  return clauseEnds.has(code ?? 0);
}

const clauseEnds: ReadonlySet<number> = new Set([...',;。:、!?()|“”'].map((char) => char.charCodeAt(0)));

/** Whether 分别 before a count gives it to one of several things: 分别为3件、5件, 分别收到申请3件、5件. */
export function spreads({ tokens, at }: Site): boolean {
  return tokens.slice(0, at).some((token) => hasRole(token, 'respectively'));
}

export function isCase({ token }: Site): boolean {
  return isCaseMeasure(token.measure);
}

/** Whether 未, 不, 待 or the like stands before the first verb. */
export function isNegated({ lexed, tokens }: Pick<Site, 'lexed' | 'tokens'>, words: Words): boolean {
  const verb: WordToken | undefined = words.quantities[0];
  return (
    verb !== undefined &&
    (negations.has(lexed.codes[verb.at - 1] ?? 0) || hasRole(tokens[tokens.indexOf(verb) - 1], 'denial'))
  );
}

const negations: ReadonlySet<number> = new Set([...'未不没待拟须应可需能再'].map((char) => char.charCodeAt(0)));

export function hasAny(words: Words, roles: readonly Role[]): boolean {
  return roles.some((role) => words.roles.has(role));
}
