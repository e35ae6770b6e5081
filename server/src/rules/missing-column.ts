import * as l10n from '@vscode/l10n';
import type { BoundTable } from '../model/report.ts';
import type { Rule } from './rule.ts';
import { lackingColumns } from '../model/tables/columns/lacking-columns.ts';
import { shortLabel } from '../model/naming.ts';
import { inTables } from './support/tables.ts';

/** A whole column of the form is not in its table. */
export const missingColumn: Rule = {
  code: 'missing-column',
  ignoresFigures: true,
  check: inTables((table) => (isComplete(table) ? [] : lackingColumns(table)).map(({ block, column }) => ({
    code: 'missing-column',
    place: table.place,
    message: block.heading === undefined
      ? l10n.t('Column "{0}" of the form is missing.', shortLabel(column))
      : l10n.t('Column "{0}" of the form is missing in the part "{1}".', shortLabel(column), block.heading),
  }))),
};

/** Whether every figure was found and filled, so that no column can be lacking. */
function isComplete({ figures }: BoundTable): boolean {
  return figures.every((figure) => figure !== undefined && figure.state !== 'blank');
}
