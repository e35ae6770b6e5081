import * as l10n from '@vscode/l10n';
import type { Rule } from './rule.ts';
import { shortLabel } from './support/names.ts';
import { inTables } from './support/tables.ts';

/** A whole column of the form is not in its table. */
export const missingColumn: Rule = {
  code: 'missing-column',
  severity: 'error',
  aboutForm: true,
  check: inTables((table) => table.missingColumns.flatMap((at) => {
    const column = table.form.rows[0]?.block.columns[at];
    return column === undefined ? [] : [{
      code: 'missing-column',
      place: table.place,
      message: l10n.t('Column "{0}" of the form is missing.', shortLabel(column)),
    }];
  })),
};
