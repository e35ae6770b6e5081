import * as l10n from '@vscode/l10n';
import type { Rule } from './rule.ts';
import { firstLine } from '../model/places.ts';

/** The report year is one that no form is for: of a year before the first one nothing else is checked, a later one is checked on the newest. */
export const unsupportedYear: Rule = {
  code: 'unsupported-year',
  endsChecking: ({ year, form }) => year !== undefined && form === undefined,
  check(report) {
    const { year, kind, title, form, forms } = report;
    if (year === undefined || kind === 'begun') {
      return [];
    }
    const first = Math.min(...forms.map(({ data }) => data.years.from));
    const last = form?.data.years.to ?? first;
    if (first <= year && year <= last) {
      return [];
    }
    const message = year < first
      ? l10n.t('Reports of {0} have no fixed form: it exists since {1}. Nothing else is checked.', year, first)
      : l10n.t('No form is known for reports of {0} yet; this one is checked on the latest form, which is for reports up to {1}.', year, last);
    return [{ code: this.code, place: title?.place ?? firstLine(report), message }];
  },
};
