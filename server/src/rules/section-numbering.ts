import * as l10n from '@vscode/l10n';
import type { Place, Report, Section } from '../model/report.ts';
import { placeIn } from '../syntax/lines.ts';
import type { Rule } from './rule.ts';
import { replaceText } from '../model/writing/edits.ts';
import { sectionsOf } from '../model/form-of-report.ts';
import { sectionName } from '../forms/form.ts';
import { displaced } from './support/order.ts';
import { numeral } from '../syntax/numerals.ts';

/** The number before a section's title is not the one that the form gives it. */
export const sectionNumbering: Rule = {
  code: 'section-numbering',
  ignoresFigures: true,
  check(report) {
    const misnumbered = report.sections.filter((section) => isMisnumbered(report, section));
    return misnumbered.map(({ data, title }) => ({
      code: this.code,
      place: title.place,
      message: l10n.t('The number "{0}" does not fit the title: this is section "{1}".', title.numeral ?? '', sectionName(data)),
      fixes: () => {
        const place = numeralPlace(title.heading);
        return place === undefined ? [] : [{
          title: l10n.t('Number the section "{0}"', data.numeral),
          isPreferred: false,
          isSafe: true,
          edits: replaceText(place, data.numeral),
        }];
      },
    }));
  },
};

/** Numbers that only follow the order in which the sections stand are that order's mistake. */
function isMisnumbered(report: Report, { data, title }: Section): boolean {
  if (title.numeral === undefined || title.numeral === data.numeral) {
    return false;
  }
  if (displaced(report).length === 0) {
    return true;
  }
  const numerals = sectionsOf(report).map(({ numeral }) => numeral);
  return !report.sections.every((section, at) => section.title.numeral === numerals[at]);
}

const numberOfTitle = new RegExp(String.raw`^第?\s*(${numeral}|[0-9０-９]{1,2})`, 'u');

function numeralPlace(heading: Section['title']['heading']): Place | undefined {
  const match = numberOfTitle.exec(heading.text);
  const [whole, numeral] = match ?? [];
  if (whole === undefined || numeral === undefined) {
    return undefined;
  }
  const start = placeIn(heading, whole.length - numeral.length);
  return { chunk: heading.chunk, start, end: placeIn(heading, whole.length - 1) + 1 };
}
