import catalogue from './catalogue.json' with { type: 'json' };

/** All codes that a setting, a silencing or an option may name. */
export const knownCodes: ReadonlySet<string> = new Set(Object.keys(catalogue));

/** The codes of what the identities say: a change of one figure may move such a finding to another. */
export const arithmeticCodes: ReadonlySet<string> = new Set(['balance', 'results-total', 'row-total', 'review-total', 'suspect-figure']);
