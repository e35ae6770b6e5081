import * as l10n from '@vscode/l10n';
import type { InformationFeeData } from '../forms/form.ts';
import { normalise } from '../forms/vocabulary.ts';
import type { Report, Section } from '../model/report.ts';
import type { Rule, Severity } from './rule.ts';
import { formOf } from './support/forms.ts';
import { memoised } from './support/memo.ts';
import { sectionName } from './support/names.ts';

/** The last section does not say whether fees for handling information (信息处理费) were charged. */
export const informationFee: Rule = {
  code: 'information-fee',
  severity: 'hint',
  aboutForm: false,
  check(report) {
    const wanted = formOf(report).data.informationFee;
    const section = wanted && report.sections.find(({ data }) => data.id === wanted.section);
    if (!wanted || !section || isUnwritten(section) || mentions(section, wanted)) {
      return [];
    }
    const severity: Severity = wasUnpaid(report, wanted.figures) ? 'warning' : 'hint';
    return [{
      code: this.code,
      place: section.title.place,
      severity,
      message: severity === 'warning'
        ? l10n.t('Section "{0}" does not mention {1}, although the table has requests whose fee was not paid.', sectionName(section.data), wanted.phrase)
        : l10n.t('Section "{0}" does not say whether {1} was charged.', sectionName(section.data), wanted.phrase),
    }];
  },
};

/** A section without a word is told of as such. */
function isUnwritten({ nodes, title }: Section): boolean {
  return nodes.length === 0 && !title.carriesContent;
}

/** Whether the section names the fee, or speaks of charging in other words. */
function mentions({ title, nodes }: Section, { phrase, cues = [], otherFees = [] }: InformationFeeData): boolean {
  const isAboutFee = (sentence: string): boolean =>
    cues.some((words) => words.every((word) => sentence.includes(word))) && !otherFees.some((word) => sentence.includes(word));
  return [title.heading, ...nodes].some((node) => node.kind !== 'table'
    && (normalisedText(node).includes(phrase) || normalisedText(node).split(/[。;]/u).some(isAboutFee)));
}

const normalisedText = memoised((node: { readonly text: string }) => normalise(node.text));

/** Whether requests were closed because a fee was not paid. */
function wasUnpaid({ tables }: Report, row: string): boolean {
  for (const table of tables.values()) {
    if (table.figures.some((figure) => figure && (figure.value ?? 0) > 0 && `${table.id}.${figure.definition.row.id}` === row)) {
      return true;
    }
  }
  return false;
}
