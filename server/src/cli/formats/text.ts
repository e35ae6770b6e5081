import * as l10n from '@vscode/l10n';
import { severityName } from '../../rules/codes.ts';
import type { Position } from '../../service-types.ts';
import type { Counts } from '../terminal/counts.ts';
import type { CheckedFile, Finding } from '../checking/examine.ts';
import type { CheckFormatter } from './format.ts';
import { painted, printable } from '../terminal/shown-text.ts';

/** For a person: one line a finding, `path:line:column` counted from 1, where it stands in a file that is no text, and below it what to look at. */
export function createTextFormatter(colourKey: string | undefined): CheckFormatter {
  const paint = (text: string, colour: Parameters<typeof painted>[1]): string => colourKey === undefined ? text : painted(text, colour, colourKey);
  const toLines = (path: string, { range, severity, message, code, related }: Finding, where: string | undefined): string => [
    `${printable(path)}:${placeOf(range.start)}: ${paint(severityName(severity), severity)}: ${printable(where === undefined ? message : l10n.t('{0}: {1}', where, message))} ${paint(`[${code}]`, 'aside')}`,
    ...related.map(({ uri, range: { start }, message: what }) =>
      `    ${uri === undefined ? '' : `${printable(uri)}:`}${placeOf(start)} ${printable(what)}`),
  ].map((line) => `${line}\n`).join('');
  return {
    head: () => '',
    file: ({ path, findings, whereOf }: CheckedFile) => findings.map((finding) => toLines(path, finding, whereOf?.(finding.range))).join(''),
    separator: '',
    foot: (counts) => `${summary(counts)}\n`,
  };
}

/** `line:column`, counted from 1. */
export function placeOf({ line, character }: Position): string {
  return `${line + 1}:${character + 1}`;
}

/** What was checked and found. */
export function summary({ files, reports, skipped, unread, errors, warnings, information, hints }: Counts): string {
  const checked = l10n.t(
    'Files: {0}, reports: {1}, left out: {2}. Errors: {3}, warnings: {4}, remarks: {5}, hints: {6}.',
    files, reports, skipped, errors, warnings, information, hints,
  );
  return unread === 0 ? checked : `${checked}\n${l10n.t('Not read, and so not checked: {0}.', unread)}`;
}
