import { hasRole, isWord, uncovered } from './classify.ts';
import type { PercentToken, Token } from './lexer.ts';
import type { Entry } from './state.ts';
import type { PercentMention, Quotient } from './types.ts';
import type { Role } from './vocabulary.ts';

/** A percentage in its clause, with the counts of its sentence. */
export interface Site {
  readonly tokens: readonly Token[];
  readonly at: number;
  readonly token: PercentToken;
  /** The counts before it. */
  readonly entries: readonly Entry[];
  /** Counts of the sentence before, for one that begins with 其中. */
  readonly before: readonly Entry[];
  /** The clause before its own. */
  readonly clauseBefore: readonly Token[];
}

export type Read = Pick<PercentMention, 'quotients' | 'otherQuotients' | 'ofTables' | 'mayBeOfTables'> & { readonly counts: readonly Entry[] };

/** Whether a word of the role stands right before the percentage, or 为 or 达 between. */
export function follows({ tokens, at }: Pick<Site, 'tokens' | 'at'>, role: 'rate' | 'correctedRate' | 'timelyRate' | 'share' | 'rise' | 'fall'): boolean {
  const [far, near] = [tokens[at - 2], tokens[at - 1]];
  const isNear = uncovered(tokens, Math.max(0, at - 1), at) === 0;
  return isNear && (hasRole(near, role) || (hasRole(near, 'light') && hasRole(far, role)));
}

/** What may stand between 占 and the percentage: 占办结总数的, 占新收申请的. */
const farthestShare = 5;

/** The place of 占 before the percentage, with nothing but the name of the whole between; -1 where there is none, or where several counts share (共占, 分别占). */
export function shareAt({ tokens, at }: Pick<Site, 'tokens' | 'at'>): number {
  let place = at - 1;
  while (place > at - farthestShare && !hasRole(tokens[place], 'share') && namesWhole(tokens[place])) {
    place -= 1;
  }
  const before = tokens[place - 1];
  const isOfSeveral = before?.to === tokens[place]?.at && ofSeveral.some((role) => hasRole(before, role));
  return hasRole(tokens[place], 'share') && !isOfSeveral && uncovered(tokens, place, at) === 0 ? place : -1;
}

const ofSeveral: readonly Role[] = ['sum', 'respectively', 'together'];

function namesWhole(token: Token | undefined): boolean {
  const kind = isWord(token) ? token.word.quantity?.kind : undefined;
  return kind === 'received' || kind === 'finished' || (['light', 'request', 'application', 'sum'] as const).some((role) => hasRole(token, role));
}

export function isAfterComparison({ tokens, at }: Site): boolean {
  return tokens.slice(0, at).some((token) => hasRole(token, 'compare'));
}

export function valueOf({ token }: Entry): number {
  return token.number.value;
}

export function quotientOf(one: number, other: number): Quotient[] {
  return other === 0 ? [] : [{ value: (one / other) * 100, formula: `${one} ÷ ${other}` }];
}

/** What any count of a sentence is of any other: a percentage that is one of these may be meant so. */
export function anyQuotient(entries: readonly Entry[]): Quotient[] {
  const values = entries.slice(-mostCounts).map(valueOf);
  return values.flatMap((one) => values.flatMap((other) => quotientOf(one, other)));
}

const mostCounts = 12;
