import { deniesCarriedIn, hasRole, isWord, readWords, uncovered, type Words } from './classify.ts';
import { denied, reviewGroup, withoutHandled, type DeniedQuantities } from './denied.ts';
import { withoutEnumerated } from './enumerations.ts';
import type { Guards } from './guards.ts';
import type { Token, WordToken } from './lexer.ts';
import type { MentionReader } from './reader.ts';
import type { ClauseState, SentenceState } from './state.ts';
import type { Denial } from './types.ts';
import type { QuantityId } from './vocabulary.ts';

const farthestHead = 16;
const universalSubjects: ReadonlySet<QuantityId> = new Set(['new', 'received', 'handled', 'requests']);

const mayBeDone: ReadonlySet<QuantityId> = new Set(['handled', 'requests']);

/** Reads what a clause says did not occur, or is done without exception. */
export function readDenials(current: ClauseState, state: SentenceState, reader: MentionReader): Denial[] {
  const { tokens } = current.clause;
  const time = reader.timeOf(current, state);
  if (state.blocked.has('denials') || current.blocked.has('denials') || time === undefined) {
    return [];
  }
  const at = tokens.findIndex((token) => hasRole(token, 'denial'));
  const scope = { ...time, unit: state.unit };
  const explicit = reader.topic === 'requests' ? 'explicit' : 'weak';
  if (at < 0) {
    const done = readUniversal(current, state, reader);
    return done === undefined
      ? []
      : [
          {
            ...done,
            ...scope,
            certainty: explicit,
            quantities: ['carriedOut'],
            ofDone: state.entries.findLast(({ mention }) => mention !== undefined && mayBeDone.has(mention.quantity))?.mention?.value,
            carriedYear: undefined,
            carriedYearFollows: false,
          },
        ];
  }
  const denied = readDenied(tokens, at, reader.guards);
  if (denied === undefined || state.isSub) {
    return [];
  }
  const { head, quantities, carried, words } = denied;
  const isDocument = quantities[0]?.includes('.') ?? false;
  const isOfCarried = state.namesRequests && (quantities[0]?.startsWith('carried') ?? false);
  const isExplicit =
    isDocument || isOfCarried || words.isRequest || state.isDisclosure || reader.topic === 'requests' || reader.topic === 'review';
  return [
    {
      ...reader.span(tokens[deniesCarriedIn(tokens, at) ? at - 1 : at]?.at ?? 0, tokens[head]?.to ?? 0),
      ...scope,
      certainty: isExplicit ? 'explicit' : 'weak',
      quantities,
      carriedYear: carried?.year.year,
      carriedYearFollows: carried?.follows ?? false,
    },
  ];
}

interface Denied extends DeniedQuantities {
  readonly head: number;
  readonly words: Words;
}

function readDenied(tokens: readonly Token[], at: number, guards: Guards): Denied | undefined {
  const words = readWords(tokens, at + 1, tokens.length);
  const behind = withoutEnumerated(tokens.slice(at + 1));
  const narrowing = readWords(behind, 0, behind.length);
  if (words.last < 0 && isPlainEnd(tokens, at)) {
    return deniedBefore(tokens, at, guards);
  }
  const denial = tokens[at] as WordToken;
  const head = tokens[words.last + 1]?.kind === 'year' && hasCarried(tokens[words.last]) ? words.last + 1 : words.last;
  const hasCount = tokens.some(({ kind }, index) => index > at && (kind === 'count' || kind === 'percent'));
  const isNarrowed =
    guards.blocks('denials', 'denied', narrowing.roles) ||
    withoutHandled(words).some(({ word }) => narrows(word.quantity?.kind));
  if (words.last < 0 || hasCount || isNarrowed || !isWholeGroup(words) || !isPlainEnd(tokens, head)) {
    return undefined;
  }
  if (uncovered(tokens, at, words.last) > farthestHead) {
    return undefined;
  }
  const found = denied({ tokens, at, words, denial: denial.word, last: (tokens[words.last] as WordToken).word });
  return found === undefined ? undefined : { head, words, ...found };
}

/** 行政复议和行政诉讼案件均未发生: what did not occur stands before, with nothing that narrows it. */
function deniedBefore(tokens: readonly Token[], at: number, guards: Guards): Denied | undefined {
  const words = readWords(tokens, 0, at);
  const noun = tokens[words.last];
  const isPlain = uncovered(tokens, words.last, at) === 0
    && tokens.slice(words.last + 1, at).every((token) => hasRole(token, 'light') || hasRole(token, 'all'));
  const isReview = isWord(noun) && noun.word.quantity?.kind === 'review' && words.quantities.every(({ word }) => word.quantity?.kind === 'review');
  const hasCount = tokens.some(({ kind }) => kind === 'count' || kind === 'percent');
  return !isReview || !isPlain || hasCount || guards.blocks('denials', 'denied', words.roles)
    ? undefined
    : { head: at, words, quantities: reviewGroup({ tokens, at: -1, words }), carried: undefined };
}

function narrows(kind: string | undefined): boolean {
  return kind === 'result' || kind === 'outcome' || kind === 'finished' || kind === 'handled';
}

/** 未收到公民、法人和其他组织的申请 is about all applicants, 未收到法人的申请 is not. */
function isWholeGroup({ applicants }: Words): boolean {
  return applicants.length === 0 || (applicants.some(({ id }) => id === 'naturalPerson') && applicants.length >= 2);
}

/** Whether what follows the last noun adds nothing: 情况, 案件, 发生. */
function isPlainEnd(tokens: readonly Token[], head: number): boolean {
  const rest = tokens.slice(head + 1);
  return rest.every((token) => hasRole(token, 'light')) && uncovered(tokens, head, tokens.length - 1) === 0;
}

function hasCarried(token: Token | undefined): boolean {
  return isWord(token) && token.word.quantity?.kind === 'carried';
}

/** 均已办结, 全部办结: said of all that was received, and without an exception. */
function readUniversal(
  current: ClauseState,
  state: SentenceState,
  reader: MentionReader,
): { start: number; end: number } | undefined {
  const { tokens } = current.clause;
  const all = tokens.findIndex((token) => hasRole(token, 'all'));
  if (all < 0 || state.isSub || current.clause.bracket !== undefined) {
    return undefined;
  }
  const at = tokens.findIndex(
    (token, index) => index > all && isWord(token) && token.word.quantity?.kind === 'finished',
  );
  const done = tokens[at];
  if (
    !isWord(done) ||
    uncovered(tokens, all, at) > 10 ||
    tokens.some((token, index) => index > all && index < at && token.kind === 'count')
  ) {
    return undefined;
  }
  const first = tokens[all] as WordToken;
  const isComplete =
    hasRole(done, 'completes') || tokens.slice(all, at).some((token) => hasRole(token, 'done'));
  const words = readWords(tokens, 0, tokens.length);
  const isExcepted = reader.guards.blocks('done', 'denied', words.roles);
  const carries = state.entries.some(({ mention, isKnown }) => mention?.quantity.startsWith('carried') ?? !isKnown);
  const kinds = words.quantities.some(
    ({ word }) => word.quantity !== undefined && word.quantity.kind !== 'finished' && word.quantity.kind !== 'received',
  );
  if (!isComplete || isExcepted || carries || kinds || !isAboutAll(state, reader, words)) {
    return undefined;
  }
  return reader.span(first.at, done.to);
}

function isAboutAll(state: SentenceState, reader: MentionReader, words: Words): boolean {
  const subject = state.entries.at(-1);
  if (subject === undefined) {
    return words.isRequest || (words.roles.has('application') && reader.topic === 'requests');
  }
  return subject.mention !== undefined && universalSubjects.has(subject.mention.quantity);
}
