import * as l10n from '@vscode/l10n';
import type { Rule } from './rule.ts';
import { contradictions, placeInProse } from './support/prose.ts';

/** A percentage does not follow from the figures beside it. */
export const narrativePercentage: Rule = {
  code: 'narrative-percentage',
  severity: 'information',
  aboutForm: false,
  check(report) {
    return contradictions(report).filter(({ found }) => found.code === this.code).map(({ prose, found }) => ({
      code: this.code,
      place: placeInProse(prose, found),
      message: l10n.t('The percentage does not follow from the figures: {0}.', found.formula ?? ''),
    }));
  },
};
