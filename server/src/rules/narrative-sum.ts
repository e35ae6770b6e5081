import * as l10n from '@vscode/l10n';
import type { Rule } from './rule.ts';
import { contradictions } from '../model/prose/comparison.ts';
import { placeInText } from '../model/running-text.ts';

/** The parts that a sentence names do not make up the whole that it names. */
export const narrativeSum: Rule = {
  code: 'narrative-sum',
  check(report) {
    return contradictions(report).filter(({ found }) => found.code === this.code).map(({ prose, found }) => ({
      code: this.code,
      place: placeInText(prose, found),
      message: l10n.t('The parts named here do not make up {0}: {1}.', found.said, found.formula ?? ''),
    }));
  },
};
