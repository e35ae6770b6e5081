import type { Rule } from './rule.ts';
import { mismatches } from './support/mismatches.ts';

/** A figure in the text contradicts the tables. */
export const narrativeMismatch: Rule = {
  code: 'narrative-mismatch',
  severity: 'warning',
  aboutForm: false,
  check(report) {
    return mismatches(report, 'narrative-mismatch');
  },
};
