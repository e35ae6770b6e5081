import * as l10n from '@vscode/l10n';
import type { Rule } from './rule.ts';
import { formOf } from '../model/form-of-report.ts';
import { insertTable } from '../model/writing/insertion.ts';
import { lostTables } from './support/lost-tables.ts';
import { sectionName } from '../forms/form.ts';

/** A section that wants a table is there without it. */
export const missingTable: Rule = {
  code: 'missing-table',
  ignoresFigures: true,
  check(report, context) {
    return lostTables(report).filter(({ runTogether, hidden }) => runTogether === undefined && hidden === undefined).map(({ section, id }) => {
      const table = formOf(report).tables.get(id);
      return {
        code: this.code,
        place: section.title.place,
        message: l10n.t('Section "{0}" is without its table.', sectionName(section.data)),
        fixes: () => (table === undefined ? [] : [{
          title: l10n.t('Insert the empty table of the form'),
          isPreferred: false,
          isSafe: true,
          edits: insertTable(report, section, table, context.lineEnd),
        }]),
      };
    });
  },
};
