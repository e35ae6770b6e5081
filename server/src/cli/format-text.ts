import * as l10n from '@vscode/l10n';
import type { Severity } from '../rules/codes.ts';
import type { Position } from '../service-types.ts';
import type { Counts } from './counts.ts';
import type { CheckedFile, Finding } from './examine.ts';
import type { CheckFormatter } from './format.ts';

const colours: Readonly<Record<Severity, string>> = { error: '31', warning: '33', information: '36', hint: '2' };

/** For a person: one line a finding, `path:line:column` counted from 1, where it stands in a file that is no text, and below it what to look at. */
export function createTextFormatter(isColoured: boolean): CheckFormatter {
  const paint = (text: string, colour: string): string => isColoured ? `\u001b[${colour}m${text}\u001b[0m` : text;
  const toLines = (path: string, { range, severity, message, code, related }: Finding, where: string | undefined): string => [
    `${printable(path)}:${place(range.start)}: ${paint(severityName(severity), colours[severity])}: ${printable(where === undefined ? message : l10n.t('{0}: {1}', where, message))} ${paint(`[${code}]`, '2')}`,
    ...related.map(({ uri, range: { start }, message: what }) =>
      `    ${uri === undefined ? '' : `${printable(uri)}:`}${place(start)} ${printable(what)}`),
  ].map((line) => `${line}\n`).join('');
  return {
    head: () => '',
    file: ({ path, findings, whereOf }: CheckedFile) => findings.map((finding) => toLines(path, finding, whereOf?.(finding.range))).join(''),
    separator: '',
    foot: (counts) => `${summary(counts)}\n`,
  };
}

function place({ line, character }: Position): string {
  return `${line + 1}:${character + 1}`;
}

/** A text of others is shown without characters that would command the terminal. */
export function printable(text: string): string {
  return text.replace(/\s*[\r\n\t]\s*/gu, ' ').replace(/[\u0000-\u001f\u007f-\u009f]/gu, '\uFFFD');
}

export function severityName(severity: Severity): string {
  switch (severity) {
    case 'error': return l10n.t('error');
    case 'warning': return l10n.t('warning');
    case 'information': return l10n.t('information');
    case 'hint': return l10n.t('hint');
  }
}

/** What was checked and found. */
export function summary({ files, reports, skipped, unread, errors, warnings, information, hints }: Counts): string {
  const checked = l10n.t(
    'Files: {0}, reports: {1}, left out: {2}. Errors: {3}, warnings: {4}, information: {5}, hints: {6}.',
    files, reports, skipped, errors, warnings, information, hints,
  );
  return unread === 0 ? checked : `${checked}\n${l10n.t('Not read, and so not checked: {0}.', unread)}`;
}
