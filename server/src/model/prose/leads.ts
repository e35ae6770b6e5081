import narrative from '../../forms/narrative.json' with { type: 'json' };
import type { Sentence } from './clauses.ts';
import { hasRole, isWord } from './classify.ts';
import type { Lexed, Token, YearToken } from './lexer.ts';
import { isClauseEnd } from './site.ts';
import type { Span, YearLead } from './types.ts';
import type { Role } from './vocabulary.ts';

const { past, plan, subject } = narrative.leads;
const longestSentence = 300;
/** 将 stands near the year that a plan is for. */
const farthestWill = 40;
const otherTimes: readonly Role[] = ['compare', 'lastYear', 'since', 'period', 'plan'];

/** The year that a sentence begins with and is about as a whole: 2023年，我局…. */
export function readLead(sentence: Sentence, before: Sentence | undefined, lexed: Lexed, span: (at: number, to: number) => Span): YearLead[] {
  const [first] = sentence.clauses;
  const [lead, next] = first?.tokens ?? [];
  if (first?.bracket !== undefined || lead?.kind !== 'year' || !beginsSentence(lexed, lead) || !isAdverbial(lexed, lead, next)) {
    return [];
  }
  const tokens = sentence.clauses.flatMap((clause) => clause.tokens);
  const others = tokens.flatMap((token) => (token.kind === 'year' && token !== lead ? [token.year] : []));
  const tense = tenseOf(tokens, textBehind(lexed, lead.to));
  const isCertain = tense === 'plan'
    ? others.every((other) => other < lead.year)
    : others.length === 0 && opensParagraph(lead, sentence, before);
  const organ = subjectOf(textBehind(lexed, lead.to));
  return [{ ...span(lead.at, lead.digitsTo), year: lead.year, tense: isCertain ? tense : undefined, ...(organ !== undefined && { organ }) }];
}

/** The organ that a sentence is about: 2023年，青禾县水务局认真落实…. One in the midst of it may be any other. */
function subjectOf(behind: string): string | undefined {
  const text = behind.startsWith(',') ? behind.slice(1) : behind;
  for (let to = shortestName; to <= longestName && !',、:('.includes(text[to - 1] ?? ','); to += 1) {
    const name = text.slice(0, to);
    if (narrative.words.unit.some((unit) => name.endsWith(unit)) && subject.then.some((word) => text.startsWith(word, to))) {
      return subject.not.some((word) => name.includes(word)) ? undefined : name;
    }
  }
  return undefined;
}

const shortestName = 3;
const longestName = 24;

/** Further on in a paragraph the year before may be told of for good reason; behind （一）主动公开。 it begins anew. */
function opensParagraph({ at }: YearToken, { isItem }: Sentence, before: Sentence | undefined): boolean {
  return at === 0 || isItem || (before?.isItem === true && at - (before.clauses[0]?.tokens[0]?.at ?? 0) <= longestItem);
}

const longestItem = 20;

/** Whether a sentence speaks of the present year in words: 今年, or 本年度 at its beginning. */
export function isOfPresent({ clauses }: Sentence): boolean {
  return hasRole(clauses[0]?.tokens[0], 'thisYear') || clauses.some(({ tokens }) => tokens.some((token) => isWord(token) && token.word.text.startsWith('今年')));
}

function beginsSentence({ codes }: Lexed, { at }: YearToken): boolean {
  return at === 0 || isClauseEnd(codes[at - 1]);
}

/** 2023年，…, 2023年将… or 2023年我局…, not 2023年决算. */
function isAdverbial({ codes }: Lexed, { to }: YearToken, next: Token | undefined): boolean {
  return codes[to] === comma || codes[to] === will || (next?.at === to && (hasRole(next, 'own') || hasRole(next, 'territory')));
}

const comma = ','.charCodeAt(0);
const will = '将'.charCodeAt(0);

function tenseOf(tokens: readonly Token[], text: string): YearLead['tense'] {
  const start = text.slice(0, farthestWill);
  if (plan.will.some((words) => start.includes(words))) {
    return plan.not.some((words) => text.includes(words)) ? undefined : 'plan';
  }
  const isOtherTime = tokens.some((token) => isWord(token)
    && (otherTimes.some((role) => token.word.roles.has(role)) || token.word.quantity?.kind.startsWith('carried') === true));
  const isOthers = past.othersSubject.some((words) => text.startsWith(words) || text.startsWith(`,${words}`));
  return isOtherTime || isOthers || text.startsWith('将') || past.not.some((words) => text.includes(words)) ? undefined : 'past';
}

/** The sentence behind a place, folded. */
function textBehind({ codes, length }: Lexed, from: number): string {
  let to = from;
  while (to < length && to - from < longestSentence && !sentenceEnds.has(codes[to] ?? 0)) {
    to += 1;
  }
  return String.fromCharCode(...codes.slice(from, to));
}

const sentenceEnds: ReadonlySet<number> = new Set([...'。!?|'].map((char) => char.charCodeAt(0)));
