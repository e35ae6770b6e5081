import * as l10n from '@vscode/l10n';
import { foldText } from '../forms/vocabulary.ts';
import type { Report } from '../model/report.ts';
import type { Finding, Rule } from './rule.ts';
import { closingLines } from './support/closing.ts';
import { isAnotherOrgan } from '../model/organs/another.ts';
import { organsNamed } from '../model/organs/named.ts';
import { placeInText } from '../model/running-text.ts';

/** Another organ than the title's is said to have compiled the report, to answer for it, or signs it. */
export const otherOrgan: Rule = {
  code: 'other-organ',
  ignoresFigures: true,
  check(report, { isSameOrgan }) {
    const { title } = report;
    if (title?.organ === undefined) {
      return [];
    }
    const own = foldText(title.organ);
    const others = [...namedIn(report), ...signed(report)].filter(({ organ }) => isAnotherOrgan(organ, own) && isSameOrgan?.(organ, own) !== true);
    return others.map(({ place, organ }): Finding => ({
      code: this.code,
      place,
      message: l10n.t('This is the report of {0}; {1} is named here.', own, organ),
      related: () => [{ place: title.place, message: l10n.t('The title names {0}.', own) }],
    }));
  },
};

interface Named extends Pick<Finding, 'place'> {
  readonly organ: string;
}

function namedIn(report: Report): Named[] {
  return organsNamed(report).map(({ node, found }) => ({ place: placeInText(node, found), organ: found.organ }));
}

function signed(report: Report): Named[] {
  const { organ } = closingLines(report);
  return organ === undefined ? [] : [{ place: placeInText(organ.node, organ.found), organ: organ.found.text }];
}
