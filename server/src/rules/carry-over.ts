import * as l10n from '@vscode/l10n';
import { sentence } from '../model/naming.ts';
import { yearRule } from './support/across-years.ts';
import { nameAt } from './support/compared.ts';

/** Requests carried in (上年结转) are not those that last year's report carried out (结转下年度). */
export const carryOver = yearRule(
  'carry-over',
  ({ table, difference: { figure, is, last, lastId, others } }) => {
    const name = nameAt(table, figure);
    const lastName = nameAt(table, table.form.figureById.get(lastId)?.index ?? -1);
    return sentence(others.length === 0
      ? l10n.t('{0} is {1}, while in last year\'s report {2} is {3}: the two must be the same.', name, is, lastName, last)
      : l10n.t('{0} is {1}, while in last year\'s report {2} is {3}: the two must be the same; {4} more figures of the row differ.', name, is, lastName, last, others.length));
  },
  (should, breaks) => (breaks === 0
    ? l10n.t('Take last year\'s figure {0}', should)
    : l10n.t('Take last year\'s figure {0}, with which {1} identities no longer hold', should, breaks)),
);
