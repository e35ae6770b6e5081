import { hasRole, isWord, uncovered } from './classify.ts';
import type { Sentence } from './clauses.ts';
import type { SentenceState } from './state.ts';
import type { Mention } from './types.ts';
import { quantities, type QuantityId, type Role } from './vocabulary.ts';

/**
 * Whether a sentence that names no requests is about them all the same, as nothing else is told so: what was received, carried in,
 * finished and carried out (新收36件，上年结转3件，办结35件), results and applicants as the form calls them. All of its words are known.
 */
export function impliesRequests({ clauses, isItem }: Sentence, { entries }: SentenceState): boolean {
  const tokens = clauses.flatMap((clause) => clause.tokens);
  const isKnown = !isItem && tokens[0]?.at === 0 && clauses.every((clause) => uncovered(clause.tokens, 0, clause.tokens.length - 1) === 0);
  if (!isKnown || tokens.some((token) => elsewhere.some((role) => hasRole(token, role)) || isOfReview(token))) {
    return false;
  }
  const told = new Set(entries.flatMap(({ mention }) => (mention === undefined ? [] : nameOf(mention))));
  const isSpecific = [...told].some((name) => own.has(name));
  const isOfApplications = tokens.some((token) => hasRole(token, 'application'));
  return isSpecific && told.size >= (isOfApplications ? leastOfApplications : least);
}

const least = 3;
const leastOfApplications = 2;

/** Words of other business, and of those who do what courts do. */
const elsewhere: readonly Role[] = ['other', 'elsewhere', 'authority', 'cases', 'channel', 'foreign'];

function isOfReview(token: Sentence['clauses'][number]['tokens'][number]): boolean {
  return isWord(token) && (token.word.quantity?.kind === 'review' || token.word.quantity?.kind === 'outcome');
}

/** What only this form calls so; 予以公开 and 不予公开 are said of documents too, 自然人 of other requests. */
const own: ReadonlySet<string> = new Set<QuantityId | string>([
  'carriedIn', 'carriedOut', 'partlyGranted', 'grantedOrPartly', 'unavailable', 'notProcessed', 'notHeld',
  'business', 'research', 'socialOrganization', 'legalService',
]);

/** What a count tells of requests, by its quantity or its applicant; nothing where it is not one of them. */
function nameOf({ quantity, columns }: Mention): readonly string[] {
  const kind = quantities.get(quantity)?.kind ?? '';
  return kind === 'applicant' ? columns : kinds.has(kind) ? [kind === 'received' ? kind : quantity] : [];
}

const kinds: ReadonlySet<string> = new Set(['received', 'finished', 'carriedIn', 'carriedOut', 'result']);
