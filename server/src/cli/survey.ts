import { accessSync, constants } from 'node:fs';
import { resolve } from 'node:path';
import * as l10n from '@vscode/l10n';
import { createAnswer, type Answer } from './answer.ts';
import type { Command } from './arguments.ts';
import { checkFormatter, countChecked, extractFormatter, type BatchOptions } from './batch.ts';
import type { CheckFormatter } from './format.ts';
import type { Host } from './host.ts';
import { findInputs, type Inputs } from './inputs.ts';
import type { Locale } from './locale.ts';
import { createProgress } from './progress.ts';
import { settingsFindings } from './settings-findings.ts';
import { readSettings } from './settings-files.ts';
import { Tally, type ExitCode } from './tally.ts';
import { runInOrder } from './threads.ts';

type Input<Name> = Extract<Command, { readonly name: Name }>;

/** `check`: all files, then what is wrong in the settings files that were in force. */
export async function check(command: Input<'check'>, locale: Locale, host: Host): Promise<ExitCode> {
  const options = optionsOf(command, locale, host);
  const tally = new Tally(host);
  if (!canReadConfig(command.config, host, tally)) {
    return tally.exitCode;
  }
  const formatter = checkFormatter(options);
  const answer = createAnswer(host, formatter.separator);
  await answer.text(formatter.head());
  const inputs = await goThrough(command, options, host, tally, answer);
  await reportSettings(formatter, inputs, host, tally, answer);
  complainOfNothing(inputs, tally);
  await answer.text(formatter.foot(tally.counts, tally.troubles));
  return tally.exitCode;
}

/** `extract`: the figures of all files. */
export async function extract(command: Input<'extract'>, locale: Locale, host: Host): Promise<ExitCode> {
  const options = optionsOf(command, locale, host);
  const tally = new Tally(host);
  if (!canReadConfig(command.config, host, tally)) {
    return tally.exitCode;
  }
  const formatter = extractFormatter(options);
  const answer = createAnswer(host, formatter.separator);
  await answer.text(formatter.head());
  await goThrough(command, options, host, tally, answer);
  await answer.text(formatter.foot(tally.counts, tally.troubles));
  return tally.exitCode;
}

function optionsOf(command: Input<'check' | 'extract'>, locale: Locale, host: Host): BatchOptions {
  const { name, format, config, encoding } = command;
  return { command: name, format, locale, cwd: host.cwd, config, encoding, isColoured: isColoured(host), docs: host.docs, comments: command.name === 'check' ? command.comments : undefined };
}

/** `NO_COLOR` (no-color.org) counts where it is set and not empty. */
export function isColoured({ env, outIsTerminal }: Host): boolean {
  return outIsTerminal && (env['NO_COLOR'] ?? '') === '' && env['TERM'] !== 'dumb';
}

/** A settings file that was asked for by name has to be there. */
export function canReadConfig(config: string | undefined, host: Host, tally: Tally): boolean {
  if (config === undefined) {
    return true;
  }
  try {
    accessSync(resolve(host.cwd, config), constants.R_OK);
    return true;
  } catch (error) {
    tally.fail(config, error);
    return false;
  }
}

async function goThrough(
  { paths }: Input<'check' | 'extract'>, options: BatchOptions, host: Host, tally: Tally, answer: Answer,
): Promise<Inputs> {
  const inputs = findInputs(paths, host.cwd, (path, error) => tally.leave(path, error));
  const stdin = inputs.files.some(({ absolute }) => absolute === '-') ? await host.readStdin() : undefined;
  tally.progress = createProgress(host, inputs.files.length);
  for await (const outcome of runInOrder(inputs.files, options, stdin, host.startThread)) {
    tally.take(outcome);
    await answer.part(outcome.rendered);
  }
  tally.progress.clear();
  return inputs;
}

/** A folder without any report is more often a wrong one than a clean one. */
function complainOfNothing({ folders }: Inputs, tally: Tally): void {
  if (folders.length > 0 && tally.counts.reports === 0) {
    tally.failWholly(l10n.t('There is no report in the folder.'));
  }
}

async function reportSettings(
  formatter: CheckFormatter, { files, folders }: Inputs, host: Host, tally: Tally, answer: Answer,
): Promise<void> {
  const read = { folders, files: files.filter(({ path }) => !tally.isUnread(path)) };
  for (const [path, used] of tally.used) {
    const found = settingsFindings(readSettings(path), used, read, host.cwd);
    if (found !== undefined) {
      countChecked(tally.counts, found);
      await answer.part(formatter.file(found));
    }
  }
}
