import * as l10n from '@vscode/l10n';
import type { Rule } from './rule.ts';
import { replaceText } from '../model/writing/edits.ts';
import { inFigures } from './support/figures.ts';
import { placesOf } from '../model/places.ts';

/** A number that reads for certain but is not written in plain digits. */
export const malformedNumber: Rule = {
  code: 'malformed-number',
  ignoresFigures: true,
  check: inFigures(({ plain, state }) => plain !== undefined && state === 'number', (figure, table) => {
    const plain = figure.plain ?? '';
    return {
      code: 'malformed-number',
      place: figure.place,
      message: l10n.t('"{0}" is read as {1}; write it in plain digits.', figure.text.trim(), plain),
      fixes: () => [{
        title: l10n.t('Write {0}', plain),
        isPreferred: false,
        isSafe: true,
        edits: placesOf(figure, table).flatMap((place) => replaceText(place, plain)),
      }],
    };
  }),
};
