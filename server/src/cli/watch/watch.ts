import { existsSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import * as l10n from '@vscode/l10n';
import { formFileEnd, settingsFileName } from '../../settings/index.ts';
import { isFoundInFolder } from '../../report-files.ts';
import { foldersAbove, isWithin, repositoryRoot } from '../walking/addresses.ts';
import type { Command } from '../arguments.ts';
import type { Host } from '../host.ts';
import type { Locale } from '../locale.ts';
import { globOf } from '../walking/path-globs.ts';
import { check } from '../commands/survey.ts';
import type { ExitCode } from '../batch/tally.ts';

type CheckCommand = Extract<Command, { readonly name: 'check' }>;

/** `check --watch`: checks again whenever a report or the settings change, until it is ended; once where nothing can change. */
export async function watchAndCheck(command: CheckCommand, locale: Locale, host: Host): Promise<ExitCode> {
  const watcher = host.watch(watchedBy(command, host.cwd), changeFor(command, host.cwd));
  try {
    for (;;) {
      const exitCode = await check(command, locale, host);
      if (!watcher.isWatching) {
        return exitCode;
      }
      host.warn(`${l10n.t('Waiting for changes; Ctrl+C ends.')}\n`);
      if (!await watcher.changed()) {
        return exitCode;
      }
    }
  } finally {
    watcher.close();
  }
}

/** What was given and is there, and the settings files that count for it and lie elsewhere. */
function watchedBy({ paths, config }: CheckCommand, cwd: string): readonly string[] {
  const given = paths.filter((path) => path !== '-').map((path) => globOf(path, cwd)?.folder ?? resolve(cwd, path)).filter((path) => existsSync(path));
  const settings = config === undefined
    ? given.flatMap((path) => foldersAbove(path, repositoryRoot(path) ?? cwd)).map((folder) => join(folder, settingsFileName))
    : [resolve(cwd, config)];
  return [...new Set([...given, ...settings])];
}

/** Whether a file that changed counts: not where the check has written it itself. */
function changeFor({ output, comments, config }: CheckCommand, cwd: string): (file: string) => boolean {
  const at = (path: string | undefined): string | undefined => path === undefined ? undefined : resolve(cwd, path);
  const [results, copies, settings] = [output, comments, config].map(at);
  return (file) => file === settings || (isOfInterest(file) && file !== results && (copies === undefined || !isWithin(file, copies)));
}

function isOfInterest(file: string): boolean {
  return isFoundInFolder(file) || basename(file) === settingsFileName || file.endsWith(formFileEnd) || basename(file) === '.gitignore';
}
