import { yearDifferences, type YearDifference } from '../../collection/years.ts';
import { figuresIn } from '../../collection/figures.ts';
import type { LocatedReport } from '../../collection/digest.ts';
import type { BoundTable, Report } from '../../model/report.ts';
import { placeOfFigure } from '../../model/places.ts';
import type { Code } from '../codes.ts';
import type { Finding, Rule } from '../rule.ts';
import { relatedElsewhere, tableOf, valuesFix } from './compared.ts';

/** A figure that does not follow from last year's, with its table. */
interface TableDifference {
  readonly table: BoundTable;
  readonly difference: YearDifference;
}

/** A rule that compares figures with last year's report (上年报告), in words of its own. */
export function yearRule(code: Code, messageOf: (found: TableDifference) => string, fixTitle: (should: number, breaks: number) => string): Rule {
  return {
    code,
    check(report, { neighbours }) {
      const lastYear = neighbours?.lastYear;
      return lastYear === undefined ? [] : yearDifferences(figuresIn(report), lastYear.report.tables)
        .filter((difference) => difference.code === code)
        .flatMap((difference) => {
          const table = tableOf(report, difference.table);
          return table ? findingOf({ table, difference }, report, lastYear) : [];
        });
    },
  };

  function findingOf(found: TableDifference, report: Report, lastYear: LocatedReport): Finding {
    const { table, difference } = found;
    const { figure, should, others, totals, lastId } = difference;
    const id = table.form.figures[figure]?.id;
    const all = [{ figure, should }, ...others, ...totals];
    return {
      code,
      place: placeOfFigure(table, figure),
      ...(id === undefined ? {} : { figure: id }),
      message: messageOf(found),
      evidence: Object.fromEntries(all.flatMap((one) => {
        const name = table.form.figures[one.figure]?.id;
        return name === undefined ? [] : [[name, one.should]];
      })),
      related: () => [lastId, ...others.map((other) => other.lastId)].map((one) => relatedElsewhere(lastYear, one, report)),
      fixes: () => {
        const fix = valuesFix(table, all, (breaks) => fixTitle(should, breaks));
        return fix ? [fix] : [];
      },
    };
  }
}
