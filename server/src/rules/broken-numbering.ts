import * as l10n from '@vscode/l10n';
import type { Finding, Rule } from './rule.ts';
import { gapsIn, type Gap } from './support/numbering.ts';
import { isNarrative } from '../model/prose/narrative.ts';
import { placeInText } from '../model/running-text.ts';

/** A list leaves out a number, or has one twice: 一是、二是、四是. */
export const brokenNumbering: Rule = {
  code: 'broken-numbering',
  ignoresFigures: true,
  check(report) {
    return report.sections.flatMap((section) => gapsIn(section)
      .filter(({ node }) => node.kind === 'heading' || isNarrative(node, section, report))
      .map(({ node, found }): Finding => ({ code: this.code, place: placeInText(node, found), message: messageFor(found) })));
  },
};

function messageFor({ isTwice, text, expected, before }: Gap): string {
  return isTwice
    ? l10n.t('"{0}" stands twice in this list.', text)
    : l10n.t('"{0}" follows "{1}": "{2}" is missing, or the number is wrong.', text, before, expected);
}
