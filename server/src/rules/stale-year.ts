import * as l10n from '@vscode/l10n';
import type { Rule } from './rule.ts';
import { replaceText } from './support/edits.ts';
import { placeInProse, wrongYears } from './support/prose.ts';

/** Last year's year was left in the report's own name or period, or in a sentence taken over from last year's report. */
export const staleYear: Rule = {
  code: 'stale-year',
  severity: 'warning',
  aboutForm: false,
  check(report) {
    return wrongYears(report).filter(({ found }) => found.code === this.code).map(({ prose, found }) => {
      const place = placeInProse(prose, found);
      const { replacement } = found;
      return {
        code: this.code,
        place,
        message: found.isPlan
          ? l10n.t('This is the report of {0}; a plan for {0} seems to be left from last year\'s.', String(found.said))
          : l10n.t('This is the report of {0}; {1} seems to be left from last year\'s.', String(found.expected), String(found.said)),
        fixes: () => (replacement === undefined ? [] : [{
          title: l10n.t('Write {0}', replacement),
          isPreferred: false,
          isSafe: true,
          edits: replaceText(place, replacement),
        }]),
      };
    });
  },
};
