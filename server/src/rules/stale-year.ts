import * as l10n from '@vscode/l10n';
import type { Place, Report, ReportTitle } from '../model/report.ts';
import { readYear } from '../model/title.ts';
import type { Finding, Rule } from './rule.ts';
import { replaceText } from './support/edits.ts';
import { formNamed } from './support/forms.ts';
import { placeInProse, wrongYears } from './support/prose.ts';
import { tablesAhead } from './support/superseded.ts';

/** Last year's year was left in the report's own name or period, or in a sentence taken over from last year's report. */
export const staleYear: Rule = {
  code: 'stale-year',
  severity: 'warning',
  aboutForm: false,
  check(report) {
    const sentences = wrongYears(report).filter(({ found }) => found.code === this.code).map(({ prose, found }) => {
      const place = placeInProse(prose, found);
      const { replacement } = found;
      return {
        code: this.code,
        place,
        message: found.isPlan
          ? l10n.t('This is the report of {0}; a plan for {0} seems to be left from last year\'s.', String(found.said))
          : l10n.t('This is the report of {0}; {1} seems to be left from last year\'s.', String(found.expected), String(found.said)),
        fixes: () => (replacement === undefined ? [] : [{
          title: l10n.t('Write {0}', replacement),
          isPreferred: false,
          isSafe: true,
          edits: [...replaceText(place, replacement), ...(found.again ?? []).flatMap((other) => replaceText(placeInProse(prose, other), other.replacement))],
        }]),
      };
    });
    return [...yearOfOldForm(report), ...sentences];
  },
};

/** The title's year, where no report of it can be on the form that the tables show. */
function yearOfOldForm(report: Report): Finding[] {
  const [first, ...others] = tablesAhead(report);
  const { title, year } = report;
  if (!first || title?.year === undefined) {
    return [];
  }
  return [{
    code: 'stale-year',
    place: yearPlace(title, title.year),
    message: l10n.t('The title says {0}, but the tables are on the form for reports of {1} and later: check the year, or use the form of its time.',
      String(year), String(formNamed(first.form.form)?.data.years.from)),
    related: () => [first, ...others].map(({ place }) => ({ place, message: l10n.t('This table is on the later form.') })),
  }];
}

/** The digits of the year in the title's line; the line where they stand on another. */
function yearPlace({ place }: ReportTitle, year: number): Place {
  const line = place.chunk.text.slice(place.start, place.end);
  const digits = [...line.matchAll(/[〇○零一二三四五六七八九\d０-９]{4}/gu)].find(([written]) => readYear(written) === year);
  const start = place.start + (digits?.index ?? 0);
  return digits ? { chunk: place.chunk, start, end: start + digits[0].length } : place;
}
