import * as l10n from '@vscode/l10n';
import type { Rule } from './rule.ts';
import { inQuotes } from '../model/naming.ts';
import { inTables } from './support/tables.ts';

/** A row that only names the rows below it carries figures of its own. */
export const groupRowFigures: Rule = {
  code: 'group-row-figures',
  ignoresFigures: true,
  check: inTables((table) => table.unboundRows.filter(({ kind }) => kind === 'group-figures').map(({ label, labelText }) => ({
    code: 'group-row-figures',
    place: label,
    message: l10n.t('Row "{0}" only names the rows below it; the form wants no figures here.', inQuotes(labelText)),
  }))),
};
