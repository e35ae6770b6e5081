import * as l10n from '@vscode/l10n';
import type { Rule } from './rule.ts';
import { rowName } from './support/names.ts';
import { rowBefore } from './support/places.ts';
import { inTables } from './support/tables.ts';

/** A row of the form is not in its table. */
export const missingRow: Rule = {
  code: 'missing-row',
  severity: 'error',
  aboutForm: true,
  check: inTables((table) => (table.mixedWith === undefined ? table.missingRows : []).map((row) => ({
    code: 'missing-row',
    place: rowBefore(table, row.index)?.label ?? table.place,
    message: l10n.t('Row "{0}" of the form is missing.', rowName(row)),
  }))),
};
