import * as l10n from '@vscode/l10n';
import { valueOf } from '../collection/digest.ts';
import { figuresIn } from '../collection/figures.ts';
import type { UnitReport } from '../collection/index.ts';
import { rollupDifferences, type RollupDifference } from '../collection/rollup.ts';
import { sentence } from '../model/naming.ts';
import { placeOfFigure } from '../model/places.ts';
import type { BoundTable, Report } from '../model/report.ts';
import type { Finding, Related, Rule } from './rule.ts';
import { nameAt, relatedElsewhere, tableOf } from './support/compared.ts';

/** A government's figures are not the sums of its units' (汇总). */
export const rollup: Rule = {
  code: 'rollup',
  check(report, { neighbours }) {
    const units = neighbours?.units ?? [];
    return units.length === 0 ? [] : rollupDifferences(figuresIn(report), units).flatMap((difference): Finding[] => {
      const table = tableOf(report, difference.table);
      const id = table?.form.figures[difference.figure]?.id;
      return table === undefined || id === undefined ? [] : [{
        code: this.code,
        place: placeOfFigure(table, difference.figure),
        figure: id,
        message: sentence(messageOf(difference, table)),
        ...(difference.kind === 'figure' && !difference.isAtLeast ? { evidence: { [id]: difference.sum } } : {}),
        related: () => relatedUnits(difference.kind === 'figure' ? units : difference.units, id, report),
      }];
    });
  },
};

function messageOf(difference: RollupDifference, table: BoundTable): string {
  const { kind, figure, is, sum } = difference;
  const name = nameAt(table, figure);
  if (kind === 'figure') {
    return difference.isAtLeast
      ? l10n.t('{0} is {1}, less than the {2} that the reports of the units at hand make already.', name, is, sum)
      : l10n.t('{0} is {1}, while the reports of the units make {2}.', name, is, sum);
  }
  const units = difference.units.map((unit) => unit.name).join(l10n.t(' or '));
  return kind === 'left-out'
    ? l10n.t('{0} is {1}, while the reports of the units make {2}: {3} was probably left out of the sums ({4} figures differ by it).', name, is, sum, units, difference.count)
    : l10n.t('{0} is {1}, while the reports of the units make {2}: {3} was probably counted twice ({4} figures differ by it).', name, is, sum, units, difference.count);
}

/** Of more units than these only the first are shown. */
const mostUnits = 10;

function relatedUnits(units: readonly UnitReport[], id: string, report: Report): readonly Related[] {
  return units.flatMap(({ located }) => (located && valueOf(located.report.tables, id) !== 0 ? [located] : []))
    .slice(0, mostUnits).map((located) => relatedElsewhere(located, id, report));
}
