import * as l10n from '@vscode/l10n';
import { officialForms } from '../forms/index.ts';
import type { Rule } from './rule.ts';
import { firstLine } from './support/places.ts';

/** The report year is one that no form is for; nothing else is checked then. */
export const unsupportedYear: Rule = {
  code: 'unsupported-year',
  severity: 'information',
  aboutForm: false,
  endsChecking: true,
  check(report) {
    const { year, form, title } = report;
    if (year === undefined || form !== undefined) {
      return [];
    }
    const years = officialForms.map(({ data }) => data.years);
    const first = Math.min(...years.map(({ from }) => from));
    const last = Math.max(...years.map(({ to }) => to));
    const message = year < first
      ? l10n.t('Reports of {0} have no fixed form: it exists since {1}. Nothing else is checked.', year, first)
      : l10n.t('There is no form for reports of {0} yet; the latest one known is for reports up to {1}. Nothing else is checked.', year, last);
    return [{ code: this.code, place: title?.place ?? firstLine(report), message }];
  },
};
