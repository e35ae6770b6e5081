import type { Rule } from './rule.ts';
import { mismatches, tellsTwice } from './support/mismatches.ts';

/** A figure in the text contradicts the tables, or what the text said before. */
export const narrativeMismatch: Rule = {
  code: 'narrative-mismatch',
  check(report) {
    return [...mismatches(report, 'narrative-mismatch'), ...tellsTwice(report)];
  },
};
