import { columnsOf, mainApplicant, onlyApplicant } from './applicants.ts';
import { hasRole } from './classify.ts';
import { scopeOf } from './percent-scope.ts';
import { anyQuotient, isAfterComparison, shareAt, type Read, type Site } from './percent-site.ts';
import type { MentionReader } from './reader.ts';
import type { SentenceState } from './state.ts';
import type { QuantityId } from './vocabulary.ts';

/** 自然人占申请总数的82.6%, 以自然人为主，占申请总数的82.6%: told of an applicant that the sentence does not count. */
export function readShareOfApplicant(site: Site, state: SentenceState, reader: MentionReader): Read | undefined {
  const { tokens, at, clauseBefore } = site;
  const share = shareAt(site);
  const asked = tokens.slice(share + 1, at);
  const isOfRequests = asked.some((token) => hasRole(token, 'request') || hasRole(token, 'application')) && !asked.some((token) => hasRole(token, 'person'));
  const own = share > 0 ? onlyApplicant(tokens.slice(0, share), reader.lexed) : undefined;
  const columns = columnsOf(share === 0 ? mainApplicant(clauseBefore, reader.lexed) : own);
  const isNamedBefore = asked.length === 0 && tokens.slice(0, share).some((token) => hasRole(token, 'request'));
  const [whole, ...others] = site.entries;
  const isOfWhole = asked.length === 0 && others.length === 0 && whole?.mention !== undefined && wholes.has(whole.mention.quantity);
  const scope = scopeOf(site, state, reader);
  const isBlocked = state.blocked.has('requests') || state.blocked.has('verbs') || isAfterComparison(site) || reader.topic === 'other';
  return columns.length === 0 || !(isOfRequests || isNamedBefore || isOfWhole) || at + 1 !== tokens.length || scope === undefined || isBlocked ? undefined : {
    counts: [], quotients: [], otherQuotients: anyQuotient(site.entries),
    ofTables: { ...scope, certainty: state.namesRequests || reader.topic === 'requests' ? 'explicit' : 'weak', rate: { kind: 'applicant', columns } },
  };
}

/** 收到申请204件，其中自然人占69.6%. */
const wholes: ReadonlySet<QuantityId> = new Set(['new', 'received', 'requests']);
