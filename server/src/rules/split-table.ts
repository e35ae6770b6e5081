import * as l10n from '@vscode/l10n';
import type { BoundTable, Place } from '../model/report.ts';
import type { Fix, Rule } from './rule.ts';
import { joinTables } from './support/joining.ts';
import { inTables } from './support/tables.ts';

/** One table was cut in two, by a page break say. */
export const splitTable: Rule = {
  code: 'split-table',
  severity: 'information',
  aboutForm: true,
  check: inTables((table) => table.cuts.map((place) => ({
    code: 'split-table',
    place,
    message: l10n.t('The table was cut here; it goes on with the one above.'),
    fixes: () => fixesFor(table, place),
  }))),
};

function fixesFor({ parts }: BoundTable, place: Place): Fix[] {
  const at = parts.findIndex(({ chunk, start }) => chunk === place.chunk && start === place.start);
  const [first, second] = [parts[at - 1], parts[at]];
  const edits = first && second ? joinTables(first, second) : [];
  return edits.length === 0 ? [] : [{ title: l10n.t('Join with the table above'), isPreferred: false, isSafe: true, edits }];
}
