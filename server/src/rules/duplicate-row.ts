import * as l10n from '@vscode/l10n';
import type { BoundTable, UnboundRow } from '../model/report.ts';
import { normalise, spellings } from '../forms/vocabulary.ts';
import { removeRow } from '../model/writing/rows.ts';
import type { Row } from '../syntax/tree.ts';
import type { Finding, Fix, Rule } from './rule.ts';
import { inQuotes } from '../model/naming.ts';
import { inTables } from './support/tables.ts';

/** A row of the form stands in its table a second time; the first one gives the figures. */
export const duplicateRow: Rule = {
  code: 'duplicate-row',
  ignoresFigures: true,
  check: inTables((table) => {
    const [first, ...others] = table.unboundRows.filter(({ kind }) => kind === 'duplicate');
    return first && isRepeated(table, 1 + others.length) ? [wholeTable(first)] : [first, ...others].flatMap((row) => (row ? [singleRow(table, row)] : []));
  }),
};

/** Whether so many rows stand there twice that the table does. */
function isRepeated({ form }: BoundTable, count: number): boolean {
  return count > 1 && count * 2 > form.rows.length;
}

function wholeTable({ label }: UnboundRow): Finding {
  return {
    code: duplicateRow.code,
    place: label,
    message: l10n.t('The rows of this table stand here a second time; the figures of the first ones count.'),
  };
}

function singleRow(table: BoundTable, row: UnboundRow): Finding {
  const { label, labelText } = row;
  return {
    code: duplicateRow.code,
    place: label,
    message: l10n.t('Row "{0}" stands here a second time; the figures of the first one count.', inQuotes(labelText)),
    fixes: () => fixesFor(table, row),
  };
}

/** Only a row that says what the first one says may go. */
function fixesFor(table: BoundTable, unbound: UnboundRow): Fix[] {
  const first = table.rows.find(({ definition }) => spellings(definition).includes(normalise(unbound.labelText)));
  const edits = first && figuresIn(first.row) === figuresIn(unbound.row) ? removeRow(table, unbound) : [];
  return edits.length === 0 ? [] : [{ title: l10n.t('Remove the second row, which says the same'), isPreferred: false, isSafe: true, edits }];
}

function figuresIn({ cells }: Row): string {
  return cells.filter(({ kind }) => kind === 'figure').map(({ text }) => text.trim()).join('|');
}
