import * as l10n from '@vscode/l10n';
import type { Rule } from './rule.ts';
import { figureName } from './support/names.ts';
import { visible } from './support/places.ts';
import { inFigures } from './support/figures.ts';

/** A placeholder or words stand where a number belongs. */
export const notANumber: Rule = {
  code: 'not-a-number',
  severity: 'warning',
  aboutForm: false,
  check: inFigures(({ state }) => state === 'placeholder' || state === 'text', (figure) => ({
    code: 'not-a-number',
    place: visible(figure),
    message: l10n.t('"{0}" is no number; write the figure of "{1}", and 0 where there was none.', figure.text.trim(), figureName(figure.definition)),
  })),
};
