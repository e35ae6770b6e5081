import * as l10n from '@vscode/l10n';
import type { Report } from '../model/report.ts';
import { isOfYears } from '../model/title.ts';
import type { Rule } from './rule.ts';
import { firstLine } from '../model/places.ts';

/** The report has no title, or its title names no year, or several. */
export const reportTitle: Rule = {
  code: 'report-title',
  ignoresFigures: true,
  check(report) {
    const { title, kind } = report;
    if (title?.year !== undefined || kind === 'tables') {
      return [];
    }
    return [{ code: this.code, place: firstLine(report), message: messageFor(title) }];
  },
};

function messageFor(title: Report['title']): string {
  if (!title) {
    return l10n.t('The report has no title: write the organ, the year and the name of the report.');
  }
  return isOfYears(title.text)
    ? l10n.t('The title names more than one year; a report is for one.')
    : l10n.t('The title names no year: write the organ, the year and the name of the report.');
}
