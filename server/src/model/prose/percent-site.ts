import { hasRole, uncovered } from './classify.ts';
import type { PercentToken, Token } from './lexer.ts';
import type { Entry } from './state.ts';
import type { PercentMention, Quotient } from './types.ts';

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

export type Read = Pick<PercentMention, 'quotients' | 'otherQuotients' | 'ofTables'> & { readonly counts: readonly Entry[] };

/** Whether a word of the role stands right before the percentage, or 为 or 达 between. */
export function follows({ tokens, at }: Pick<Site, 'tokens' | 'at'>, role: 'rate' | 'timelyRate' | 'share' | 'rise' | 'fall'): boolean {
  const [far, near] = [tokens[at - 2], tokens[at - 1]];
  const isNear = uncovered(tokens, Math.max(0, at - 1), at) === 0;
  return isNear && (hasRole(near, role) || (hasRole(near, 'light') && hasRole(far, role)));
}

export function valueOf({ token }: Entry): number {
  return token.number.value;
}

export function quotientOf(one: number, other: number): Quotient[] {
  return other === 0 ? [] : [{ value: (one / other) * 100, formula: `${one} ÷ ${other}` }];
}
