import * as l10n from '@vscode/l10n';
import type { ProseFinding } from '../model/prose/index.ts';
import { contradictions } from '../model/prose/comparison.ts';
import { placeInText } from '../model/running-text.ts';
import type { Rule } from './rule.ts';
import { inWords } from './support/formulas.ts';

/** The parts that a sentence names do not make up the whole that it names. */
export const narrativeSum: Rule = {
  code: 'narrative-sum',
  check(report) {
    return contradictions(report).filter(({ found }) => found.code === this.code).map(({ prose, found }) => ({
      code: this.code,
      place: placeInText(prose, found),
      message: messageFor(found),
    }));
  },
};

function messageFor({ said, expected = 0, terms = '' }: ProseFinding): string {
  return expected > said
    ? l10n.t('The parts named here make {0} ({1}), more than the whole, {2}.', expected, inWords(terms), said)
    : l10n.t('The parts named here make {0} ({1}), less than the whole, {2}.', expected, inWords(terms), said);
}
