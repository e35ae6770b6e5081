import * as l10n from '@vscode/l10n';
import type { Rule } from './rule.ts';
import { isSuperseded, showsForm } from './support/superseded.ts';
import { inOrder } from './support/tables.ts';

/** Tables are on a form that was superseded before the report year; said once, at the first of them. */
export const supersededForm: Rule = {
  code: 'superseded-form',
  ignoresFigures: true,
  check(report) {
    const [first, ...others] = inOrder(report.tables.values()).filter((table) => showsForm(table) && isSuperseded(report, table));
    const inForce = report.form?.data;
    if (!first || !inForce) {
      return [];
    }
    const message = first.form.form === inForce.id
      ? l10n.t('This table mixes the form in force ({0}) with the superseded one of {1}.', inForce.source, first.mixedWith?.form ?? '')
      : l10n.t('This table is on the superseded form of {0}; reports of {1} use the form of {2}.', first.form.form, report.year ?? '', inForce.source);
    const related = others.map(({ place }) => ({ place, message: l10n.t('This table is on the superseded form as well.') }));
    return [{ code: this.code, place: first.place, message, related: () => related }];
  },
};
