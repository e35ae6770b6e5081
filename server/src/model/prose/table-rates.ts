import { hasRole, uncovered } from './classify.ts';
import type { MentionReader } from './reader.ts';
import { follows, type Read, type Site } from './percent-site.ts';
import type { ReadSentence } from './state.ts';
import type { Role } from './vocabulary.ts';

const whole = 100;
const plain: readonly Role[] = ['light', 'request', 'own', 'thisYear', 'wholeYear', 'disclosure', 'rate'];

/** 2024年，我局政府信息公开申请办结率95.6%: of all requests, in a sentence that counts none; 100% may be of those that were due. */
export function readTableRate(site: Site, state: ReadSentence['state'], reader: MentionReader): Read | undefined {
  const { tokens, at, token, entries } = site;
  const before = tokens.slice(0, at);
  const years = before.flatMap((one) => (one.kind === 'year' ? [one.year] : []));
  const isPlain = before.every((one) => one.kind === 'year' || plain.some((role) => hasRole(one, role))) && uncovered(tokens, 0, at) === 0;
  const isNamed = before.some((one) => hasRole(one, 'request'));
  const time = reader.timeOf({ isMixed: years.length > 1, year: years[0] }, state);
  const isRate = follows(site, 'rate') && isPlain && isNamed && at + 1 === tokens.length;
  return isRate && token.number.value < whole && entries.length === 0 && state.entries.length === 0 && time !== undefined
    ? { counts: [], quotients: [], otherQuotients: [], ofTables: { ...time, certainty: 'explicit', unit: state.unit } }
    : undefined;
}
