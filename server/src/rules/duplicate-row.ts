import * as l10n from '@vscode/l10n';
import type { Rule } from './rule.ts';
import { inTables } from './support/tables.ts';

/** A row of the form stands in its table a second time; the first one gives the figures. */
export const duplicateRow: Rule = {
  code: 'duplicate-row',
  severity: 'error',
  aboutForm: true,
  check: inTables((table) => table.strays.filter(({ kind }) => kind === 'duplicate').map(({ label, labelText }) => ({
    code: 'duplicate-row',
    place: label,
    message: l10n.t('Row "{0}" stands here a second time; the figures of the first one count.', labelText),
  }))),
};
