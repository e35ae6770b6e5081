import { dirname, relative } from 'node:path';
import * as l10n from '@vscode/l10n';
import { dataOf, type Code, type Severity } from '../../rules/codes.ts';
import type { IgnoreEntry, Range } from '../../service-types.ts';
import { isWithin, wayFrom } from '../walking/addresses.ts';
import type { CheckedFile, Finding } from './examine.ts';
import type { Inputs } from '../walking/inputs.ts';
import type { SettingsFile } from '../reading/settings-files.ts';

/** What is wrong with a settings file, given as one of the files that were checked; undefined where nothing is. */
export function settingsFindings(
  file: SettingsFile, used: ReadonlySet<number>, inputs: Inputs, cwd: string,
): CheckedFile | undefined {
  const findings = [...file.parsed.problems, ...unusedEntries(file, used, inputs)].flatMap((problem) => toFinding(file, problem));
  return findings.length === 0
    ? undefined
    : { path: shownPath(file.path, cwd), text: file.text, reports: [], findings, used: new Set() };
}

interface Problem {
  readonly code: Code;
  readonly message: string;
  readonly range: Range;
}

function toFinding({ parsed }: SettingsFile, { code, message, range }: Problem): Finding[] {
  const severity = parsed.settings.severity[code] ?? dataOf(code).severity;
  return severity === 'off' ? [] : [{ code, severity, message, range, related: [], fixes: [] }];
}

function unusedEntries(file: SettingsFile, used: ReadonlySet<number>, inputs: Inputs): Problem[] {
  const { settings } = file.parsed;
  return settings.ignore.flatMap((entry, index) => {
    const range = file.parsed.ignoreRanges[index];
    return range === undefined || used.has(index) || isOff(entry, settings.severity) || !wasTried(entry, file, inputs)
      ? []
      : { code: 'unused-silence', message: l10n.t('This entry suppresses nothing: nothing that was checked has such a finding.'), range };
  });
}

/** Whether a code that the entry is about was switched off: its findings might be there, unseen. */
function isOff({ code }: IgnoreEntry, severity: Readonly<Record<string, Severity | 'off'>>): boolean {
  return code === undefined ? Object.values(severity).includes('off') : severity[code] === 'off';
}

/** Whether all that the entry may be about was checked: its one file, or the whole folder of the settings file. */
function wasTried({ file: glob }: IgnoreEntry, { path }: SettingsFile, { files, folders }: Inputs): boolean {
  const home = dirname(path);
  const literal = glob?.replaceAll('\\', '/').replace(/^\.\//u, '');
  return folders.some((folder) => isWithin(home, folder))
    ? literal === undefined || /[*?[\]{}()!+@|]/u.test(literal) || files.some(({ absolute }) => wayFrom(home, absolute) === literal)
    : files.some(({ absolute }) => wayFrom(home, absolute) === literal);
}

/** A path relative to the working folder where it lies below it. */
export function shownPath(path: string, cwd: string): string {
  return isWithin(path, cwd) ? relative(cwd, path) : path;
}
