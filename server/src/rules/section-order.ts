import * as l10n from '@vscode/l10n';
import type { Report, Section } from '../model/report.ts';
import type { Rule } from './rule.ts';
import { sectionsOf } from '../model/form-of-report.ts';
import { sectionName } from '../forms/form.ts';
import { displaced } from './support/order.ts';

/** A section does not stand where the form has it. */
export const sectionOrder: Rule = {
  code: 'section-order',
  ignoresFigures: true,
  check(report) {
    return displaced(report).map((section) => ({
      code: this.code,
      place: section.title.place,
      message: messageFor(report, section),
    }));
  },
};

function messageFor(report: Report, section: Section): string {
  const order = sectionsOf(report);
  const at = order.findIndex(({ id }) => id === section.data.id);
  const isThere = ({ id }: { id: string }): boolean => report.sections.some(({ data }) => data.id === id);
  const before = order.slice(0, at).findLast(isThere);
  const behind = order.slice(at + 1).find(isThere);
  if (before) {
    return l10n.t('Section "{0}" is out of order: it follows "{1}".', sectionName(section.data), sectionName(before));
  }
  return l10n.t('Section "{0}" is out of order: it stands before "{1}".', sectionName(section.data), behind ? sectionName(behind) : '');
}
