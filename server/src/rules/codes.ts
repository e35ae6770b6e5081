import catalogue from './catalogue.json' with { type: 'json' };

/** All codes that a setting, a silencing or an option may name. */
export const knownCodes: ReadonlySet<string> = new Set(Object.keys(catalogue));
