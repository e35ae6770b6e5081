import * as l10n from '@vscode/l10n';
import type { Rule } from './rule.ts';
import { inFigures } from './support/figures.ts';
import { cellName, sentence } from '../model/naming.ts';

/** A figure with decimals where only an amount may have them. */
export const fractionalCount: Rule = {
  code: 'fractional-count',
  ignoresFigures: true,
  check: inFigures(({ value, definition }) => value !== null && !Number.isInteger(value) && definition.column.kind !== 'amount' && !(value < 0 && definition.column.kind === 'count'), (figure, { form }) => ({
    code: 'fractional-count',
    place: figure.place,
    message: sentence(l10n.t('{0} is {1}; only whole numbers are counted.', cellName(figure.definition, form), figure.text.trim())),
  })),
};
