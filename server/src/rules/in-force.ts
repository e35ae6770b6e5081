import * as l10n from '@vscode/l10n';
import { sentence } from '../model/naming.ts';
import { yearRule } from './support/across-years.ts';
import { nameAt } from './support/compared.ts';

/** Documents in force (现行有效) are not last year's with those issued since and without those repealed. */
export const inForce = yearRule(
  'in-force',
  ({ table, difference: { figure, is, should, last, plus, minus } }) => {
    const valuesOf = (figures: readonly number[], sign: string): string => figures.map((one) => ` ${sign} ${table.values[one] ?? 0}`).join('');
    const formula = `${last}${valuesOf(plus, '+')}${valuesOf(minus, '−')} = ${should}`;
    return sentence(l10n.t('{0} is {1}, while last year\'s report and this year\'s changes make {2}: {3}.', nameAt(table, figure), is, should, formula));
  },
  (should) => l10n.t('Set to {0}, as last year\'s report makes it', should),
);
