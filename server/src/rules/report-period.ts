import * as l10n from '@vscode/l10n';
import type { Fix, Rule } from './rule.ts';
import { replaceText } from '../model/writing/edits.ts';
import { wrongYears } from '../model/prose/comparison.ts';
import { placeInText } from '../model/running-text.ts';

/** The period that the report names is not its calendar year. */
export const reportPeriod: Rule = {
  code: 'report-period',
  ignoresFigures: true,
  check(report) {
    const isCertain = report.agreement.dissent?.isCertain !== false;
    return wrongYears(report).filter(({ found }) => found.code === this.code).map(({ prose, found }) => ({
      code: this.code,
      place: placeInText(prose, found),
      message: l10n.t('The figures are for 1 January to 31 December {0}; another period is named here.', String(found.expected)),
      fixes: (): Fix[] => (found.again ? [{
        title: l10n.t('Write {0}', String(found.expected)),
        isPreferred: false,
        isSafe: isCertain,
        edits: found.again.flatMap((span) => replaceText(placeInText(prose, span), span.replacement)),
      }] : []),
    }));
  },
};
