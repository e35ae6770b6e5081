import { hasRole, uncovered } from './classify.ts';
import type { CountToken, Token } from './lexer.ts';
import { follows, quotientOf, valueOf, type Read, type Site } from './percent-site.ts';
import type { Entry } from './state.ts';
import type { Quotient } from './types.ts';

/** 462件，比上年增加51件，增长12.4%: the difference against what was counted before, with it taken off; or against a base that is told. */
export function readDifference(site: Site): Read | undefined {
  const { tokens, at, entries, clauseBefore } = site;
  const role = (['rise', 'fall'] as const).find((one) => follows(site, one));
  const difference = entries.at(-1);
  const isPlain = uncovered(tokens, 0, at) === 0 && tokens.slice(0, at).every((token) => role !== undefined && (hasRole(token, role) || hasRole(token, 'light')));
  if (role === undefined || difference === undefined || !isPlain || at + 1 < tokens.length || !isDifference(clauseBefore, difference, role)) {
    return undefined;
  }
  const earlier = entries.slice(0, -1).filter((entry) => entry.token.measure === difference.token.measure);
  const [base, ...others] = earlier.filter((entry) => clauseBefore.includes(entry.token));
  const counts = earlier.filter((entry) => !entry.isCompared);
  const current = counts.at(-1);
  if (others.length > 0 || (base === undefined && current === undefined)) {
    return undefined;
  }
  const share = (entry: Entry): Quotient[] => quotientOf(valueOf(difference), valueOf(entry) + (role === 'rise' ? -1 : 1) * valueOf(difference));
  return {
    counts: [...(base ? [base] : current ? [current] : []), difference],
    quotients: base ? quotientOf(valueOf(difference), valueOf(base)) : current ? share(current) : [],
    otherQuotients: counts.flatMap(share),
  };
}

/** Whether the clause compares with a year and ends with the difference, right behind 增加 or 减少. */
function isDifference(clause: readonly Token[], { token }: Entry, role: 'rise' | 'fall'): boolean {
  const place = clause.indexOf(token);
  const compared = clause.findIndex((one) => one.kind === 'year' || hasRole(one, 'lastYear') || hasRole(one, 'yearOnYear'));
  const counts = clause.filter((one): one is CountToken => one.kind === 'count');
  return compared >= 0 && place === clause.length - 1 && hasRole(clause[place - 1], role) && counts.length <= 2 && uncovered(clause, compared, place) === 0;
}
