import * as l10n from '@vscode/l10n';
import type { Rule } from './rule.ts';
import { firstLine } from './support/places.ts';

/** The report has no title, or its title names no year. */
export const reportTitle: Rule = {
  code: 'report-title',
  severity: 'warning',
  aboutForm: false,
  check(report) {
    const { title } = report;
    if (title?.year !== undefined) {
      return [];
    }
    const message = title
      ? l10n.t('The title names no year: write the organ, the year and the name of the report.')
      : l10n.t('The report has no title: write the organ, the year and the name of the report.');
    return [{ code: this.code, place: firstLine(report), message }];
  },
};
