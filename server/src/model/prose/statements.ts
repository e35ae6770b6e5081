import { foldText } from '../../forms/vocabulary.ts';
import { hasRole } from './classify.ts';
import { isOwnUnit } from '../organs/own-unit.ts';
import type { Token } from './lexer.ts';
import { textOf } from './numbers.ts';
import { endsClause, isClauseEnd, type Site } from './site.ts';
import type { ProseReading, Span, Statement } from './types.ts';
import { headingCues, type Role } from './vocabulary.ts';

/** Words of a statement that say nothing of what is counted, and those that name who did it. */
const passing: readonly Role[] = ['sum', 'thisYear'];
const organs: readonly Role[] = ['own', 'unit', 'territory', 'territory.whole'];
const ofTheYear: readonly Role[] = ['sum', 'thisYear', 'wholeYear', 'wholeYear.until'];

/** Fewer characters may well be told of two things: 召开会议. */
const shortestWords = 6;
const longestWords = 30;

/** The words of a count that is told of the whole year and is the only one of its clause; undefined for any other count. */
export function statementWords(site: Site): string | undefined {
  const { tokens, at, token, from, bracket, clause, sentence } = site;
  const isWhole = bracket === undefined && !sentence.isSub && !clause.isCompared && !sentence.isPast && from === 0;
  const isExact = token.measure !== '' && !token.approximate && Number.isInteger(token.number.value);
  const isBlocked = sentence.blocked.has('statements') || clause.blocked.has('statements');
  if (!isWhole || !isExact || isBlocked || !sentence.isOfYear || !endsClause(site, at)) {
    return undefined;
  }
  const words = withoutPassing(site, tokens.slice(0, at));
  return words.length < shortestWords || words.length > longestWords ? undefined : words;
}

/** Whether a word or a year says that the sentence is about the whole year. */
export function isOfYear(token: Token): boolean {
  return token.kind === 'year' || ofTheYear.some((role) => hasRole(token, role));
}

/** What stands from the beginning of the clause to its count, without the words that say nothing of what is counted. */
function withoutPassing({ lexed, token }: Site, before: readonly Token[]): string {
  const organ = before.findLastIndex((one) => organs.some((role) => hasRole(one, role)));
  let at = organ < 0 ? clauseStart(lexed.codes, before[0]?.at ?? token.at) : (before[organ]?.to ?? 0);
  let words = '';
  for (const one of [...before.slice(organ + 1), token]) {
    words += textOf(lexed.codes, at, one.at);
    const isLight = hasRole(one, 'light') && (words === '' || one.to - one.at === 1);
    const isPassing = one === token || one.kind === 'year' || isLight || passing.some((role) => hasRole(one, role));
    words += isPassing ? '' : textOf(lexed.codes, one.at, one.to);
    at = one.to;
  }
  return words;
}

function clauseStart(codes: readonly number[], at: number): number {
  let start = at;
  while (start > 0 && at - start < longestWords && !isClauseEnd(codes[start - 1])) {
    start -= 1;
  }
  return start;
}

/** A paragraph as it was read, with the nearest sub-heading above it. */
interface ParagraphBelow {
  readonly reading: ProseReading;
  readonly heading: string;
}

/** A number that was told otherwise before, and where. */
export interface SaidTwice {
  /** Which paragraph tells it, and which told it first. */
  readonly paragraph: number;
  readonly first: number;
  readonly said: Span & { readonly value: number };
  readonly before: Span & { readonly value: number };
}

/** Whether what stands below a heading may be told of one way to the public alone: （四）平台建设. */
function isOfChannel(heading: string): boolean {
  const words = foldText(heading);
  return headingCues.channel.some((cue) => words.includes(cue));
}

/** Numbers that a report tells in the same words with another value than before. */
export function compareStatements(paragraphs: readonly ParagraphBelow[], year: number | undefined, organ: string | undefined): SaidTwice[] {
  const first = new Map<string, { readonly paragraph: number; readonly statement: Statement }>();
  const found: SaidTwice[] = [];
  for (const [paragraph, { reading, heading }] of paragraphs.entries()) {
    for (const statement of isOfChannel(heading) ? [] : reading.statements) {
      const isOwn = (statement.year === undefined || statement.year === year) && isOwnUnit(statement.unit, organ);
      const key = `${statement.words} ${statement.measure}`;
      const before = first.get(key);
      if (isOwn && before === undefined) {
        first.set(key, { paragraph, statement });
      } else if (isOwn && before !== undefined && before.statement.value !== statement.value) {
        found.push({ paragraph, first: before.paragraph, said: statement, before: before.statement });
      }
    }
  }
  return found;
}
