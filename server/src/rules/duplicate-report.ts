import * as l10n from '@vscode/l10n';
import { rangeOf } from '../collection/digest.ts';
import type { Rule } from './rule.ts';
import { firstLine } from '../model/places.ts';

/** There is another report of the organ and year, so that neither can be compared. */
export const duplicateReport: Rule = {
  code: 'duplicate-report',
  check(report, { neighbours }) {
    const twins = neighbours?.twins ?? [];
    const { title, year } = report;
    return twins.length === 0 || year === undefined ? [] : [{
      code: this.code,
      place: title?.place ?? firstLine(report),
      message: l10n.t('Another report of this organ and {0} is among those checked, so that it is compared with no other.', year),
      related: () => twins.map(({ uri, title: place }) => ({ uri, range: rangeOf(place), message: l10n.t('The other report stands here.') })),
    }];
  },
};
