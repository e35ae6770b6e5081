import * as l10n from '@vscode/l10n';
import catalogue from './catalogue.json' with { type: 'json' };

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** One level milder, never less than a hint. */
export const milder: Readonly<Record<Severity, Severity>> = { error: 'warning', warning: 'information', information: 'hint', hint: 'hint' };

/** A severity in a word, small as within a sentence; in settings and JSON it keeps its key. */
export function severityName(severity: Severity): string {
  switch (severity) {
    case 'error': return l10n.t('error');
    case 'warning': return l10n.t('warning');
    case 'information': return l10n.t('remark');
    case 'hint': return l10n.t('hint');
  }
}

/** The code of a finding; each has a page below docs/rules, of which the catalogue is made. */
export type Code = keyof typeof catalogue;

/** What the page of a code says that the program has to know. */
interface CodeData {
  readonly severity: Severity;
  /** Findings about the form are one level milder in years in which the form was only encouraged. */
  readonly aboutForm: boolean;
  readonly title: Readonly<Record<'en' | 'zh-cn', string>>;
  readonly description: Readonly<Record<'en' | 'zh-cn', string>>;
}

export function dataOf(code: Code): CodeData {
  return catalogue[code] as CodeData;
}

/** All codes, in the order in which people read of them. */
export const codes: readonly Code[] = Object.keys(catalogue) as Code[];

/** All codes that a setting, a suppression or an option may name. */
export const knownCodes: ReadonlySet<string> = new Set(codes);

/** The codes of what the identities say: a change of one figure may move such a finding to another. */
export const arithmeticCodes: ReadonlySet<string> = new Set(['balance', 'results-total', 'row-total', 'review-total', 'suspect-figure']);

/** What titles of fixes call a finding: in Chinese its title (空白单元格), since the codes are English words. */
export function calledByCode(code: string): string {
  // The messages know which language is set, and nothing else below the server does.
  const isChinese = l10n.t('code') !== 'code';
  return isChinese && isCode(code) ? dataOf(code).title['zh-cn'] : code;
}

function isCode(code: string): code is Code {
  return knownCodes.has(code);
}
