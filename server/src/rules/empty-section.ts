import * as l10n from '@vscode/l10n';
import type { Report, Section } from '../model/report.ts';
import type { Node } from '../syntax/tree.ts';
import type { Rule } from './rule.ts';
import { sectionsOf } from '../model/form-of-report.ts';
import { memoised } from '../model/memo.ts';
import { sectionName } from '../forms/form.ts';

/** A section without text, or with too little where the form wants an account. */
export const emptySection: Rule = {
  code: 'empty-section',
  ignoresFigures: true,
  check(report) {
    return report.sections.filter((section) => isEmpty(report, section)).map(({ data, title }) => ({
      code: this.code,
      place: title.place,
      message: messageFor(sectionName(data), leastText(report, data.id)),
    }));
  },
};

function messageFor(name: string, least: number): string {
  return least > 1
    ? l10n.t('Section "{0}" says too little (fewer than {1} characters); say what there was.', name, least)
    : l10n.t('Section "{0}" has no text.', name);
}

/** A section that wants a table is not empty for want of it: that is said already. */
function isEmpty(report: Report, { data, title }: Section): boolean {
  if (data.table !== undefined || title.carriesContent) {
    return false;
  }
  const least = leastText(report, data.id);
  const same = report.sections.filter((section) => section.data.id === data.id);
  return same.every(({ nodes }) => !hasText(nodes, least));
}

function leastText(report: Report, id: string): number {
  return sectionsOf(report).find((data) => data.id === id)?.leastText ?? 1;
}

/** Whether there are so many characters, and a letter among them (a page number is no text). */
function hasText(nodes: readonly Node[], least: number): boolean {
  let count = 0;
  for (const node of nodes) {
    count += node.kind === 'table' ? least : lengthOf(node);
    if (count >= least) {
      return true;
    }
  }
  return false;
}

const lengthOf = memoised((node: Exclude<Node, { kind: 'table' }>) => (/\p{L}|!\[|<img/u.test(node.text) ? node.text.replace(/\s+/gu, '').length : 0));
