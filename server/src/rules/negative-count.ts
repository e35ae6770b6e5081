import * as l10n from '@vscode/l10n';
import type { BoundTable, Figure } from '../model/report.ts';
import { cellName, sentence } from '../model/naming.ts';
import { determinedIn } from '../model/tables/blanks.ts';
import { replaceText } from '../model/writing/edits.ts';
import type { Fix, Rule } from './rule.ts';
import { inFigures } from './support/figures.ts';

/** A figure below 0 where only a change may be. */
export const negativeCount: Rule = {
  code: 'negative-count',
  ignoresFigures: true,
  check: inFigures(({ value, definition }) => value !== null && value < 0 && definition.column.kind !== 'change', (figure, table) => ({
    code: 'negative-count',
    place: figure.place,
    message: messageFor(figure, table),
    fixes: () => withoutSign(figure, table),
  })),
};

function messageFor({ definition, text, value }: Figure, table: BoundTable): string {
  const [name, written] = [cellName(definition, table.form), text.trim()];
  return sentence(isSignOnly({ definition, value }, table)
    ? l10n.t('{0} is {1}; by the other figures it should be {2}, without the minus sign.', name, written, Math.abs(value ?? 0))
    : l10n.t('{0} is {1}; it cannot be below 0.', name, written));
}

/** Whether the identities make it the same number without its sign. */
function isSignOnly({ definition, value }: Pick<Figure, 'definition' | 'value'>, table: BoundTable): boolean {
  return value !== null && determinedIn(table).get(definition.index) === -value;
}

function withoutSign(figure: Figure, table: BoundTable): Fix[] {
  const value = Math.abs(figure.value ?? 0);
  return isSignOnly(figure, table)
    ? [{ title: l10n.t('Write {0}', value), isPreferred: false, isSafe: false, edits: replaceText(figure.place, String(value)), sets: { [figure.definition.id]: value } }]
    : [];
}
