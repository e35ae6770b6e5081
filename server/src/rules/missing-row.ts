import * as l10n from '@vscode/l10n';
import type { RowDefinition } from '../forms/table.ts';
import type { BoundTable } from '../model/report.ts';
import { insertRows } from '../model/writing/rows.ts';
import type { Fix, Rule } from './rule.ts';
import { briefRow } from '../model/naming.ts';
import { rowBefore } from '../model/places.ts';
import { inTables } from './support/tables.ts';

/** A row of the form is not in its table. */
export const missingRow: Rule = {
  code: 'missing-row',
  ignoresFigures: true,
  check: inTables((table) => (isCertain(table) ? gapsIn(table.missingRows) : []).map((rows) => ({
    code: 'missing-row',
    place: rowBefore(table, rows[0].index)?.label ?? table.place,
    message: messageFor(rows),
    fixes: () => fixesFor(table, rows),
  }))),
};

/** The rows with blank figures, which somebody has to fill in. */
function fixesFor(table: BoundTable, rows: Gap): Fix[] {
  const edits = insertRows(table, rows);
  const title = rows.length === 1 ? l10n.t('Insert row "{0}" with blank figures', briefRow(rows[0])) : l10n.t('Insert the {0} rows with blank figures', rows.length);
  return edits.length === 0 ? [] : [{ title, isPreferred: false, isSafe: true, edits }];
}

type Gap = readonly [RowDefinition, ...RowDefinition[]];

/** So many adjoining rows are missing as rows; more than that is one piece of the table. */
const mostSingleRows = 3;

function gapsIn(missing: readonly RowDefinition[]): Gap[] {
  const gaps: [RowDefinition, ...RowDefinition[]][] = [];
  for (const row of missing) {
    const gap = gaps.at(-1);
    if (gap?.at(-1)?.index === row.index - 1) {
      gap.push(row);
    } else {
      gaps.push([row]);
    }
  }
  return gaps.flatMap((gap) => (gap.length > mostSingleRows ? [gap] : gap.map((row): Gap => [row])));
}

function messageFor(rows: Gap): string {
  const last = rows.at(-1) ?? rows[0];
  return rows.length === 1
    ? l10n.t('Row "{0}" of the form is missing.', briefRow(last))
    : l10n.t('{0} rows of the form are missing, from "{1}" to "{2}".', rows.length, briefRow(rows[0]), briefRow(last));
}

/** A mixture of forms, or a line that has lost a figure, does not tell which rows are missing. */
function isCertain({ form, mixedWith, rows }: BoundTable): boolean {
  return mixedWith === undefined && !(form.data.arrangement === 'across' && rows.some(({ wrongCount }) => wrongCount !== undefined));
}
