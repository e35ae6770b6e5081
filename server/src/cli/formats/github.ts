import { resolve } from 'node:path';
import * as l10n from '@vscode/l10n';
import { dataOf, knownCodes, type Code, type Severity } from '../../rules/codes.ts';
import type { Range } from '../../service-types.ts';
import { wayFrom } from '../walking/addresses.ts';
import type { CheckedFile, Finding } from '../checking/examine.ts';
import type { Troubles } from '../terminal/failures.ts';
import type { CheckFormatter } from './format.ts';
import { summary } from './text.ts';
import type { Locale } from '../locale.ts';
import { visible } from '../terminal/shown-text.ts';

const commands: Readonly<Record<Severity, 'error' | 'warning' | 'notice'>> = {
  error: 'error', warning: 'warning', information: 'notice', hint: 'notice',
};

/**
 * Workflow commands of GitHub Actions, which Gitea and Forgejo understand too: each finding stands at its line in the changes.
 * @param workspace the folder of the checkout, which paths are relative to
 */
export function createGithubFormatter(locale: Locale, workspace: string, cwd: string): CheckFormatter {
  const pathOf = (path: string): string => wayFrom(workspace, resolve(cwd, path));
  return {
    head: () => '',
    file: (file) => file.findings.map((finding) => toCommand(finding, file, pathOf(file.path), locale)).join(''),
    separator: '',
    foot: (counts, troubles) => `${troublesOf(troubles, pathOf)}${summary(counts)}\n`,
  };
}

function toCommand({ code, severity, message, range }: Finding, { source, whereOf }: CheckedFile, file: string, locale: Locale): string {
  const title = `${knownCodes.has(code) ? dataOf(code as Code).title[locale] : code} [${code}]`;
  const where = whereOf?.(range);
  return command(commands[severity], { file, ...(source === undefined ? placesOf(range) : {}), title }, where === undefined ? message : l10n.t('{0}: {1}', where, message));
}

/** Columns count within one line alone. */
function placesOf({ start, end }: Range): Readonly<Record<string, number>> {
  const lines = { line: start.line + 1, endLine: end.line + 1 };
  return start.line === end.line ? { ...lines, col: start.character + 1, endColumn: Math.max(end.character, start.character + 1) } : lines;
}

function troublesOf({ failures, unread }: Troubles, pathOf: (path: string) => string): string {
  return [
    ...failures.map(({ path, message }) => command('error', path === undefined ? {} : { file: pathOf(path) }, message)),
    ...unread.map(({ path, reason, isFailure }) => command(isFailure ? 'error' : 'warning', { file: pathOf(path) }, reason)),
  ].join('');
}

/** `::error file=…,line=…::text`, escaped as the runner undoes it. */
function command(name: string, properties: Readonly<Record<string, string | number>>, text: string): string {
  const given = Object.entries(properties).map(([key, value]) => `${key}=${escaped(String(value), /[%\r\n:,]/gu)}`).join(',');
  return `::${name}${given === '' ? '' : ` ${given}`}::${escaped(text, /[%\r\n]/gu)}\n`;
}

function escaped(text: string, marks: RegExp): string {
  return visible(text).replace(marks, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);
}
