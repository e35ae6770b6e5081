import { hasRole } from './classify.ts';
import type { Site } from './percent-site.ts';
import type { MentionReader } from './reader.ts';
import type { SentenceState } from './state.ts';
import type { Scope } from './types.ts';
import type { Role } from './vocabulary.ts';

const units: readonly Role[] = ['unit', 'territory', 'territory.whole', 'foreign'];

/** The year and unit of a percentage; undefined where another unit is named behind it (全市纠错率12%，我局为13%). */
export function scopeOf({ tokens, at }: Site, state: SentenceState, reader: MentionReader): Omit<Scope, 'certainty'> | undefined {
  const isOfUnit = tokens.slice(0, at).some((token) => units.some((role) => hasRole(token, role)));
  if (isOfUnit && state.unit === undefined) {
    return undefined;
  }
  const years = tokens.slice(0, at).flatMap((one) => (one.kind === 'year' ? [one.year] : []));
  const time = reader.timeOf({ isMixed: years.length > 1, year: years[0] ?? state.years.get(tokens) }, state);
  return time && { ...time, unit: state.unit };
}
