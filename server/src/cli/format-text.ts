import * as l10n from '@vscode/l10n';
import type { Severity } from '../rules/rule.ts';
import type { Position } from '../service-types.ts';
import type { Counts } from './counts.ts';
import type { CheckedFile, Finding } from './examine.ts';
import type { CheckFormatter } from './format.ts';

const colours: Readonly<Record<Severity, string>> = { error: '31', warning: '33', information: '36', hint: '2' };

/** For a person: one line a finding, `path:line:column` counted from 1, and below it what to look at. */
export function createTextFormatter(isColoured: boolean): CheckFormatter {
  const paint = (text: string, colour: string): string => isColoured ? `\u001b[${colour}m${text}\u001b[0m` : text;
  const toLines = (path: string, { range, severity, message, code, related }: Finding): string => [
    `${place(path, range.start)}: ${paint(severityName(severity), colours[severity])}: ${printable(message)} ${paint(`[${code}]`, '2')}`,
    ...related.map((entry) => `    ${place(entry.uri ?? path, entry.range.start)}: ${printable(entry.message)}`),
  ].map((line) => `${line}\n`).join('');
  return {
    head: () => '',
    file: ({ path, findings }: CheckedFile) => findings.map((finding) => toLines(path, finding)).join(''),
    separator: '',
    foot: (counts) => `${summary(counts)}\n`,
  };
}

function place(path: string, { line, character }: Position): string {
  return `${printable(path)}:${line + 1}:${character + 1}`;
}

/** A text of others is shown without characters that would command the terminal. */
export function printable(text: string): string {
  return text.replace(/\s*[\r\n\t]\s*/gu, ' ').replace(/[\u0000-\u001f\u007f-\u009f]/gu, '\uFFFD');
}

function severityName(severity: Severity): string {
  switch (severity) {
    case 'error': return l10n.t('error');
    case 'warning': return l10n.t('warning');
    case 'information': return l10n.t('information');
    case 'hint': return l10n.t('hint');
  }
}

/** What was checked and found, in one sentence. */
export function summary(counts: Counts): string {
  const read = l10n.t('Files checked: {0}, with reports: {1}; files left out that are no report: {2}.', counts.files, counts.reports, counts.skipped);
  const found = l10n.t(
    'Errors: {0}, warnings: {1}, information: {2}, hints: {3}.',
    counts.errors, counts.warnings, counts.information, counts.hints,
  );
  return `${read} ${found}`;
}
