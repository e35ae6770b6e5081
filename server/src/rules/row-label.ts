import * as l10n from '@vscode/l10n';
import { normalise } from '../forms/vocabulary.ts';
import type { BoundRow, BoundTable } from '../model/report.ts';
import type { Rule } from './rule.ts';
import { replaceText } from '../model/writing/edits.ts';
import { inTables } from './support/tables.ts';
import { saysMore } from './support/words.ts';

/** The label of a row is not the official one. */
export const rowLabel: Rule = {
  code: 'row-label',
  ignoresFigures: true,
  check: inTables((table) => table.rows.filter(({ altered }) => altered).map((row) => ({
    code: 'row-label',
    place: row.label,
    message: l10n.t('The row\'s label is altered; the official one is "{0}".', row.definition.label),
    fixes: () => (isWhole(table, row) ? [{
      title: l10n.t('Write the official label "{0}"', row.definition.label),
      isPreferred: false,
      isSafe: !saysMore(row.labelText, row.definition.label),
      edits: replaceText(row.label, row.definition.label),
    }] : []),
  }))),
};

/** Whether the cell holds the whole label and nothing of its groups, and no figure of the row. */
function isWhole(table: BoundTable, row: BoundRow): boolean {
  const text = normalise(row.labelText);
  const groups = row.definition.groups.map(({ label }) => normalise(label));
  return table.parts.every(({ layout }) => layout.keepsBlanks) && !mayHoldFigure(text, row) && !groups.some((group) => text.includes(group));
}

/** The number of a row among those of its group. */
const number = /^\d{1,2}[.、]?/u;

/** Whether digits in the label may be a figure that lost its delimiter: only where the row has all of them they are none. */
function mayHoldFigure(text: string, { definition, figures }: BoundRow): boolean {
  const words = number.test(normalise(definition.label)) ? text.replace(number, '') : text;
  return /\d/u.test(words) && figures.some((figure) => figure?.state !== 'number');
}
