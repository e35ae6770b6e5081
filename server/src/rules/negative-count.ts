import * as l10n from '@vscode/l10n';
import type { Rule } from './rule.ts';
import { inFigures } from './support/figures.ts';
import { cellName, sentence } from '../model/naming.ts';

/** A figure below 0 where only a change may be. */
export const negativeCount: Rule = {
  code: 'negative-count',
  check: inFigures(({ value, definition }) => value !== null && value < 0 && definition.column.kind !== 'change', (figure, { form }) => ({
    code: 'negative-count',
    place: figure.place,
    message: sentence(l10n.t('{0} is {1}; it cannot be below 0.', cellName(figure.definition, form), figure.text.trim())),
  })),
};
