import { basename, resolve } from 'node:path';
import * as l10n from '@vscode/l10n';
import { formFileEnd, settingsFileName } from '../settings/index.ts';
import { isFoundInFolder } from '../report-files.ts';
import type { Command } from './arguments.ts';
import type { Host } from './host.ts';
import type { Locale } from './locale.ts';
import { globOf } from './path-globs.ts';
import { check } from './survey.ts';
import type { ExitCode } from './tally.ts';

/** `check --watch`: checks again whenever a report or the settings change, until it is ended. */
export async function watchAndCheck(command: Extract<Command, { readonly name: 'check' }>, locale: Locale, host: Host): Promise<ExitCode> {
  const watcher = host.watch(command.paths.map((path) => globOf(path, host.cwd)?.folder ?? resolve(host.cwd, path)), (file) =>
    isOfInterest(file) && (command.output === undefined || file !== resolve(host.cwd, command.output)));
  try {
    for (;;) {
      const exitCode = await check(command, locale, host);
      host.warn(`${l10n.t('Waiting for changes; Ctrl+C ends.')}\n`);
      if (!await watcher.changed()) {
        return exitCode;
      }
    }
  } finally {
    watcher.close();
  }
}

function isOfInterest(file: string): boolean {
  return isFoundInFolder(file) || basename(file) === settingsFileName || file.endsWith(formFileEnd) || basename(file) === '.gitignore';
}
