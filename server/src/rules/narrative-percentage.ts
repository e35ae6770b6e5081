import * as l10n from '@vscode/l10n';
import type { Rule } from './rule.ts';
import { contradictions } from '../model/prose/comparison.ts';
import { placeInText } from '../model/running-text.ts';

/** A percentage does not follow from the figures beside it. */
export const narrativePercentage: Rule = {
  code: 'narrative-percentage',
  check(report) {
    return contradictions(report).filter(({ found }) => found.code === this.code).map(({ prose, found }) => ({
      code: this.code,
      place: placeInText(prose, found),
      message: l10n.t('The percentage does not follow from the figures: {0}.', found.formula ?? ''),
    }));
  },
};
