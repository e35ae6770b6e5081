import * as l10n from '@vscode/l10n';
import { firstYearOf } from '../forms/alike.ts';
import { rewriteYear, type YearFinding } from '../model/prose/index.ts';
import type { Place, Report } from '../model/report.ts';
import { titlesLike } from '../model/title.ts';
import { replaceText } from '../model/writing/edits.ts';
import { wrongYears, yearsSaid, type InProse } from '../model/prose/comparison.ts';
import { placeInText } from '../model/running-text.ts';
import type { Finding, Related, Rule } from './rule.ts';
import { tablesAhead } from './support/superseded.ts';

/** Last year's year was left in the title, in the report's own name or period, or in a sentence taken over. */
export const staleYear: Rule = {
  code: 'stale-year',
  ignoresFigures: true,
  check(report) {
    const old = yearOfOldForm(report);
    return [...(old.length > 0 ? old : yearOfTitle(report)), ...yearsInSentences(report)];
  },
};

/** The title's year, where the rest of the report says another one. */
function yearOfTitle(report: Report): Finding[] {
  const { title, agreement: { dissent, other } } = report;
  if (!title?.yearPlace || dissent?.voice !== 'title' || other === undefined) {
    return [];
  }
  const written = textAt(title.yearPlace);
  return [{
    code: 'stale-year',
    place: title.yearPlace,
    message: dissent.isCertain
      ? l10n.t('The title says {0}, but the rest of the report says {1}.', String(dissent.said), String(other))
      : openMessage(dissent.said, other),
    related: () => yearsSaid(report, other).slice(0, mostRelated).map(({ prose, found }) => relatedTo(placeInText(prose, found), other)),
    fixes: () => [{
      title: l10n.t('Write {0}', rewriteYear(written, other)),
      isPreferred: false,
      isSafe: dissent.isCertain,
      edits: titlesLike(title, report.nodes, report.name)
        .flatMap(({ yearPlace }) => (yearPlace ? replaceText(yearPlace, rewriteYear(textAt(yearPlace), other)) : [])),
    }],
  }];
}

const mostRelated = 3;

function relatedTo(place: Place, year: number): Related {
  return { place, message: l10n.t('The year is {0} here.', String(year)) };
}

function textAt({ chunk, start, end }: Place): string {
  return chunk.text.slice(start, end);
}

function openMessage(said: number, other: number): string {
  return l10n.t('{0} stands here, but the report says {1} elsewhere: one of them is wrong.', String(said), String(other));
}

/** Counts of another year are not held against the tables: what they say wrong shows when the year is right. */
const comparedThen: readonly string[] = ['narrative-mismatch', 'narrative-item', 'narrative-percentage'];

/** One finding for each place; where it is open whether the title or the text is wrong, one for all that say the same. */
function yearsInSentences(report: Report): Finding[] {
  const found = wrongYears(report).filter(({ found: { code } }) => code === 'stale-year');
  const { dissent } = report.agreement;
  if (dissent?.isCertain !== false || dissent.voice !== 'text') {
    return found.map((one) => yearInSentence([one], dissent?.isCertain !== false));
  }
  return found.length === 0 ? [] : [yearInSentence(found, false)];
}

function yearInSentence(places: readonly InProse<YearFinding>[], isCertain: boolean): Finding {
  const [{ prose, found }, ...others] = places as [InProse<YearFinding>, ...InProse<YearFinding>[]];
  const { replacement } = found;
  return {
    code: 'stale-year',
    place: placeInText(prose, found),
    message: isCertain ? messageFor(found) : openMessage(found.said, found.expected),
    ...(others.length > 0 && { related: () => others.slice(0, mostRelated)
      .map((other) => relatedTo(placeInText(other.prose, other.found), other.found.said)) }),
    fixes: () => (replacement === undefined ? [] : [{
      title: l10n.t('Write {0}', replacement),
      isPreferred: false,
      isSafe: isCertain,
      edits: places.flatMap((one) => [one.found, ...(one.found.again ?? [])].flatMap((span) => replaceText(placeInText(one.prose, span), span.replacement ?? ''))),
      ...(isCertain && { reveals: comparedThen }),
    }]),
  };
}

function messageFor({ isPlan, said, expected }: YearFinding): string {
  if (isPlan) {
    return l10n.t('This is the report of {0}; a plan for {0} seems to be left from last year\'s.', String(said));
  }
  return said === expected - 1
    ? l10n.t('This is the report of {0}; {1} seems to be left from last year\'s.', String(expected), String(said))
    : l10n.t('This is the report of {0}; {1} stands here.', String(expected), String(said));
}

/** The title's year, where no report of it can be on the form that the tables show. */
function yearOfOldForm(report: Report): Finding[] {
  const [first, ...others] = tablesAhead(report);
  const { title, year } = report;
  if (!first || title?.year === undefined) {
    return [];
  }
  return [{
    code: 'stale-year',
    place: title.yearPlace ?? title.place,
    message: l10n.t('The title says {0}, but the tables are on the form for reports of {1} and later: check the year, or use the form of its time.',
      String(year), String(firstYearOf(first.form, report.forms))),
    related: () => [first, ...others].map(({ place }) => ({ place, message: l10n.t('This table is on the later form.') })),
  }];
}
