import * as l10n from '@vscode/l10n';
import type { CheckedFile, Finding } from '../checking/examine.ts';
import type { Troubles } from '../terminal/failures.ts';
import type { CheckFormatter } from './format.ts';
import { severityName } from '../../rules/codes.ts';
import { placeOf } from './text.ts';
import { visible } from '../terminal/shown-text.ts';

/**
 * JUnit's XML, as Jenkins and GitLab read it: a file is a suite, a finding a case. As the exit code has it, only those of
 * severity error fail; the others have their text as output. A file without findings is one case that passes.
 */
export const junitFormatter: CheckFormatter = {
  head: () => '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="disclosure-report">\n',
  file: (file) => suite(file.path, file.findings.length === 0
    ? [{ name: l10n.t('no findings'), body: '' }]
    : file.findings.map((finding) => toCase(finding, file))),
  separator: '',
  foot: (_counts, troubles) => `${troublesOf(troubles)}</testsuites>\n`,
};

interface Case {
  readonly name: string;
  readonly body: string;
  readonly outcome?: 'failure' | 'error';
}

function toCase({ code, severity, message, range }: Finding, { path, whereOf }: CheckedFile): Case {
  const place = whereOf?.(range) ?? placeOf(range.start);
  const text = `${path}:${place}: ${severityName(severity)}: ${message} [${code}]`;
  const name = `${code} (${place})`;
  return severity === 'error'
    ? { name, outcome: 'failure', body: `<failure message="${escaped(message)}" type="${code}">${escaped(text)}</failure>` }
    : { name, body: `<system-out>${escaped(text)}</system-out>` };
}

/** What could not be done stands in suites of its own, for no file's suite can be told by then. */
function troublesOf({ failures, unread }: Troubles): string {
  return [
    ...failures.map(({ path, message }) => suite(path ?? 'disclosure-report', [errorCase(l10n.t('failed'), message)])),
    ...unread.map(({ path, reason, isFailure }) => suite(path, [isFailure
      ? errorCase(l10n.t('not read'), reason)
      : { name: l10n.t('not read'), body: `<skipped message="${escaped(reason)}"/>` }])),
  ].join('');
}

function errorCase(name: string, message: string): Case {
  return { name, outcome: 'error', body: `<error message="${escaped(message)}"/>` };
}

function suite(path: string, cases: readonly Case[]): string {
  const count = (outcome: Case['outcome']): number => cases.filter((one) => one.outcome === outcome).length;
  const skipped = cases.filter(({ body }) => body.startsWith('<skipped')).length;
  const name = escaped(path);
  return [
    `<testsuite name="${name}" tests="${cases.length}" failures="${count('failure')}" errors="${count('error')}" skipped="${skipped}" time="0">`,
    ...cases.map((one) => `<testcase classname="${name}" name="${escaped(one.name)}" time="0">${one.body}</testcase>`),
    '</testsuite>\n',
  ].join('\n');
}

/** XML 1.0 has no way to write control characters, nor lone surrogates. */
function escaped(text: string): string {
  return visible(text).replace(/[&<>"'\t\r\n]/gu, (character) => `&#${character.charCodeAt(0)};`).replace(/[\ud800-\udfff\ufffe\uffff]/gu, '\uFFFD');
}
