import * as l10n from '@vscode/l10n';
import { normalise, spellings } from '../forms/vocabulary.ts';
import type { BoundTable, UnboundRow } from '../model/report.ts';
import { removeRow } from '../model/writing/rows.ts';
import { readNumber } from '../syntax/number.ts';
import type { Fix, Rule } from './rule.ts';
import { inQuotes } from '../model/naming.ts';
import { inTables } from './support/tables.ts';

/** A row with figures that the form does not have. */
export const unknownRow: Rule = {
  code: 'unknown-row',
  ignoresFigures: true,
  check: inTables((table) => table.unboundRows
    .filter(({ kind, labelText }) => kind === 'unknown' && !isOfAnotherForm(table, labelText))
    .map((row) => ({
      code: 'unknown-row',
      place: row.label,
      message: l10n.t('The form has no row "{0}"; its figures are not checked.', inQuotes(row.labelText)),
      fixes: () => fixesFor(table, row),
    }))),
};

/** A row without any count may go, where that is what is wanted: nothing is counted elsewhere then. */
function fixesFor(table: BoundTable, row: UnboundRow): Fix[] {
  const figures = row.row.cells.filter(({ kind }) => kind === 'figure');
  const edits = figures.length > 0 && figures.every(({ text }) => readNumber(text).value === 0) ? removeRow(table, row) : [];
  return edits.length === 0 ? [] : [{ title: l10n.t('Remove the row, which counts nothing'), isPreferred: false, isSafe: false, edits }];
}

/** A row of the other form in a mixture is the mixture's mistake. */
function isOfAnotherForm({ mixedWith }: BoundTable, label: string): boolean {
  const normal = normalise(label);
  return mixedWith?.rows.some((row) => spellings(row).includes(normal)) ?? false;
}
