import * as l10n from '@vscode/l10n';
import type { Place, Report, Section } from '../model/report.ts';
import { sectionName, type SectionData } from '../forms/form.ts';
import type { Rule } from './rule.ts';
import { sectionsOf } from '../model/form-of-report.ts';
import { insertSection } from '../model/writing/insertion.ts';
import { firstLine } from '../model/places.ts';

/** One of the sections of the form is absent. */
export const missingSection: Rule = {
  code: 'missing-section',
  ignoresFigures: true,
  check(report, context) {
    const sections = sectionsOf(report);
    if (report.kind === 'tables' || sections.every((data) => isPresent(report, data))) {
      return [];
    }
    return sections.filter((data) => !isPresent(report, data)).map((data) => {
      const next = sectionBehind(report, data);
      const name = sectionName(data);
      return {
        code: this.code,
        place: next?.title.place ?? lastHeading(report),
        message: l10n.t('Section "{0}" is missing.', name),
        fixes: () => [{
          title: l10n.t('Insert section "{0}"', name),
          isPreferred: false,
          isSafe: true,
          edits: insertSection(report, data, next, context.lineEnd),
        }],
      };
    });
  },
};

function isPresent(report: Report, data: SectionData): boolean {
  return report.sections.some((section) => section.data.id === data.id);
}

/** The first section in the text that the form has behind the given one. */
function sectionBehind(report: Report, data: SectionData): Section | undefined {
  const ids = sectionsOf(report).map(({ id }) => id);
  const position = ids.indexOf(data.id);
  return report.sections.find((section) => ids.indexOf(section.data.id) > position);
}

function lastHeading(report: Report): Place {
  return report.sections.at(-1)?.title.place ?? report.title?.place ?? firstLine(report);
}
