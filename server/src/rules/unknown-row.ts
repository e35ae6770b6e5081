import * as l10n from '@vscode/l10n';
import { normalise, spellings } from '../forms/vocabulary.ts';
import type { BoundTable } from '../model/report.ts';
import type { Rule } from './rule.ts';
import { inQuotes } from '../model/naming.ts';
import { inTables } from './support/tables.ts';

/** A row with figures that the form does not have. */
export const unknownRow: Rule = {
  code: 'unknown-row',
  ignoresFigures: true,
  check: inTables((table) => table.strays
    .filter(({ kind, labelText }) => kind === 'unknown' && !isOfAnotherForm(table, labelText))
    .map(({ label, labelText }) => ({
      code: 'unknown-row',
      place: label,
      message: l10n.t('The form has no row "{0}"; its figures are not checked.', inQuotes(labelText)),
    }))),
};

/** A row of the other form in a mixture is the mixture's mistake. */
function isOfAnotherForm({ mixedWith }: BoundTable, label: string): boolean {
  const normal = normalise(label);
  return mixedWith?.rows.some((row) => spellings(row).includes(normal)) ?? false;
}
