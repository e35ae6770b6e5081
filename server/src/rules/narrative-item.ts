import type { Rule } from './rule.ts';
import { mismatches } from './support/mismatches.ts';

/** A count of decisions or an amount of fees in the text is not that of the second table; many organs count otherwise. */
export const narrativeItem: Rule = {
  code: 'narrative-item',
  check(report) {
    return mismatches(report, 'narrative-item');
  },
};
