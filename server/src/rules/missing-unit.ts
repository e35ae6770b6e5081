import * as l10n from '@vscode/l10n';
import { missingUnits } from '../collection/rollup.ts';
import type { Rule } from './rule.ts';
import { firstLine } from '../model/places.ts';

/** Units that the settings name below a government have handed in no report of the year. */
export const missingUnit: Rule = {
  code: 'missing-unit',
  check(report, { neighbours }) {
    const { title, year } = report;
    const units = neighbours?.units ?? [];
    const missing = neighbours?.hasUnits ? missingUnits(units) : [];
    return missing.length === 0 || year === undefined ? [] : [{
      code: this.code,
      place: title?.place ?? firstLine(report),
      message: l10n.t('Of {0} units {1} have no report of {2} here: {3}.', units.length, missing.length, year, missing.map(({ name }) => name).join(l10n.t(', '))),
    }];
  },
};
