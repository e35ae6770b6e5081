import * as l10n from '@vscode/l10n';
import type { Rule } from './rule.ts';
import { inOrder } from './support/tables.ts';

/** Tables of a form stand by themselves, as in a workbook: they are checked, and what a report needs around them is not missed. */
export const tablesOnly: Rule = {
  code: 'tables-only',
  ignoresFigures: true,
  check(report) {
    const [first] = inOrder(report.tables.values());
    if (report.kind !== 'tables' || !first) {
      return [];
    }
    return [{
      code: this.code,
      place: first.place,
      message: l10n.t('Here are tables without the title and sections of a report; only the tables are checked.'),
    }];
  },
};
