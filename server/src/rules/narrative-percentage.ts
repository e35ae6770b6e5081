import * as l10n from '@vscode/l10n';
import type { ProseFinding } from '../model/prose/index.ts';
import type { Rule } from './rule.ts';
import { inWords } from './support/formulas.ts';
import { contradictions } from '../model/prose/comparison.ts';
import { placeInText } from '../model/running-text.ts';

/** A percentage does not follow from the figures beside it. */
export const narrativePercentage: Rule = {
  code: 'narrative-percentage',
  check(report) {
    return contradictions(report).filter(({ found }) => found.code === this.code).map(({ prose, found }) => ({
      code: this.code,
      place: placeInText(prose, found),
      message: messageFor(found),
    }));
  },
};

function messageFor({ said, expected, terms = '' }: ProseFinding): string {
  return expected === undefined
    ? l10n.t('The text says {0}%; such a share cannot be more than 100%.', said)
    : l10n.t('By {0} it is {1}%, but the text says {2}%.', inWords(terms), expected, said);
}
