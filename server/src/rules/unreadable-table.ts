import * as l10n from '@vscode/l10n';
import type { Report } from '../model/report.ts';
import type { Finding, Rule } from './rule.ts';
import { lostTables } from './support/lost-tables.ts';

/** A table is there, but its cells cannot be told apart for certain. */
export const unreadableTable: Rule = {
  code: 'unreadable-table',
  severity: 'error',
  aboutForm: false,
  check(report) {
    return [...unreadable(report), ...runTogether(report)];
  },
};

function* unreadable(report: Report): Iterable<Finding> {
  for (const { unreadable: isUnreadable, place } of report.tables.values()) {
    if (isUnreadable) {
      yield { code: unreadableTable.code, place, message: message() };
    }
  }
}

function runTogether(report: Report): Finding[] {
  return lostTables(report).flatMap(({ runTogether: place }) =>
    (place === undefined ? [] : [{ code: unreadableTable.code, place, message: message() }]));
}

function message(): string {
  return l10n.t('The cells of this table cannot be told apart for certain; none of its figures is read. Paste the table again so that every cell stands by itself.');
}
