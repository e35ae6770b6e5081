import * as l10n from '@vscode/l10n';
import type { BoundTable } from '../model/report.ts';
import type { Rule } from './rule.ts';
import { rowName } from './support/names.ts';
import { rowBefore } from './support/places.ts';
import { inTables } from './support/tables.ts';

/** A row of the form is not in its table. */
export const missingRow: Rule = {
  code: 'missing-row',
  severity: 'error',
  aboutForm: true,
  check: inTables((table) => (isCertain(table) ? table.missingRows : []).map((row) => ({
    code: 'missing-row',
    place: rowBefore(table, row.index)?.label ?? table.place,
    message: l10n.t('Row "{0}" of the form is missing.', rowName(row)),
  }))),
};

/** A mixture of forms, or a line that has lost a figure, does not tell which rows are missing. */
function isCertain({ form, mixedWith, rows }: BoundTable): boolean {
  return mixedWith === undefined && !(form.data.arrangement === 'across' && rows.some(({ wrongCount }) => wrongCount !== undefined));
}
