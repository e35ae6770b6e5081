import * as l10n from '@vscode/l10n';
import { sectionName, type InformationFeeData } from '../forms/form.ts';
import { normalise } from '../forms/vocabulary.ts';
import type { Place, Report, Section } from '../model/report.ts';
import type { Rule } from './rule.ts';
import { formOf } from '../model/form-of-report.ts';
import { memoised } from '../model/memo.ts';
import { placeInText, plainText, written } from '../model/running-text.ts';
import type { Severity } from './codes.ts';

/** The last section does not say whether fees for handling information (信息处理费) were charged. */
export const informationFee: Rule = {
  code: 'information-fee',
  check(report) {
    const wanted = formOf(report).data.informationFee;
    const section = wanted && report.sections.find(({ data }) => data.id === wanted.section);
    if (!wanted || !section || isUnwritten(section)) {
      return [];
    }
    const denied = wasUnpaid(report, wanted.figures) ? denialIn(section, wanted) : undefined;
    if (denied) {
      return [{ code: this.code, place: denied, severity: 'warning', message: l10n.t('The text says that no notice of a fee was given, although the table has requests whose fee was not paid.') }];
    }
    if (mentions(section, wanted)) {
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

/** Where the section says that nobody was asked for the fee. */
function denialIn({ nodes }: Section, { noNotice = [] }: InformationFeeData): Place | undefined {
  for (const node of nodes) {
    const text = node.kind === 'table' ? '' : plainText(node);
    const words = noNotice.find((denial) => text.includes(denial));
    if (words !== undefined && node.kind !== 'table') {
      const start = text.indexOf(words);
      return placeInText(node, written(node, { start, end: start + words.length }));
    }
  }
  return undefined;
}

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
  for (const { id, form, figures } of tables.values()) {
    const own = row.startsWith(`${id}.`) ? form.rows.find((one) => one.id === row.slice(id.length + 1)) : undefined;
    if (own?.figures.some(({ index }) => (figures[index]?.value ?? 0) > 0)) {
      return true;
    }
  }
  return false;
}
