import { accessSync, constants } from 'node:fs';
import { resolve } from 'node:path';
import * as l10n from '@vscode/l10n';
import { createAnswer, createWholeAnswer, type Answer } from '../writing/answer.ts';
import type { Command } from '../arguments.ts';
import { readBaseline, writeBaseline } from '../baseline/baseline.ts';
import { countChecked } from '../terminal/counts.ts';
import { cachedRun, createCache, usualLocation } from '../batch/cache.ts';
import { unreadBy } from '../terminal/failures.ts';
import type { BatchOptions } from '../batch/options.ts';
import { checkFormatter, extractFormatter } from '../formats/formatters.ts';
import type { Host } from '../host.ts';
import { findInputs, type Inputs } from '../walking/inputs.ts';
import type { Locale } from '../locale.ts';
import { openOutput, refuseInput, type Output } from '../writing/output-file.ts';
import { createProgress } from '../terminal/progress.ts';
import { settingsFindings } from '../checking/settings-findings.ts';
import { createSettingsFinder, readSettings } from '../reading/settings-files.ts';
import { createSieve } from '../batch/sieve.ts';
import { Tally, type ExitCode } from '../batch/tally.ts';
import { checkTogether, type Run } from '../batch/together.ts';
import { coloursOf } from '../terminal/terminal.ts';
import { runInOrder } from '../batch/threads.ts';

type Input<Name> = Extract<Command, { readonly name: Name }>;

/** `check`: all files, then what is wrong in the settings files that were in force. */
export async function check(command: Input<'check'>, locale: Locale, host: Host): Promise<ExitCode> {
  const tally = new Tally(host, command.maxWarnings);
  const options = optionsOf(command, locale, host, tally);
  return withOutput(command, host, tally, async (output) => {
    const formatter = checkFormatter(options);
    const answer = formatter.whole === undefined ? createAnswer(output, formatter.separator) : createWholeAnswer(output, formatter.whole);
    await answer.text(formatter.head());
    const inputs = await goThrough(command, options, host, tally, answer);
    await reportSettings(options, inputs, host, tally, answer);
    complainOfNothing(inputs, tally);
    keepBaseline(options, inputs, host, tally);
    if (tally.counts.warnings > (command.maxWarnings ?? Infinity)) {
      tally.say(l10n.t('Warnings: {0}, more than the {1} that --max-warnings allows.', tally.counts.warnings, command.maxWarnings ?? 0));
    }
    await answer.text(formatter.foot(tally.counts, tally.troubles));
    await answer.finish();
  });
}

/** `extract`: the figures of all files. */
export async function extract(command: Input<'extract'>, locale: Locale, host: Host): Promise<ExitCode> {
  const tally = new Tally(host);
  const options = optionsOf(command, locale, host, tally);
  return withOutput(command, host, tally, async (output) => {
    const formatter = extractFormatter(options);
    const answer = createAnswer(output, formatter.separator);
    // Excel takes a file of comma-separated values for UTF-8 by its mark alone.
    await answer.text((command.output !== undefined && command.format === 'csv' ? '\uFEFF' : '') + formatter.head());
    await goThrough(command, options, host, tally, answer);
    await answer.text(formatter.foot(tally.counts, tally.troubles));
  });
}

/** Runs a call whose results go to standard output or to a file; not at all where something it needs is not there. */
async function withOutput(
  { config, output: path, verbose }: Input<'check' | 'extract'>, host: Host, tally: Tally, write: (output: Output) => Promise<void>,
): Promise<ExitCode> {
  if (!canReadConfig(config, host, tally) || tally.exitCode === 2) {
    return tally.exitCode;
  }
  let output: Output | undefined;
  try {
    output = openOutput(path, host);
    await write(output);
    output.finish();
  } catch (error) {
    output?.discard();
    if (path === undefined) {
      throw error;
    }
    tally.fail(path, error);
  }
  if (verbose) {
    tally.tellSettings(host.cwd);
  }
  return tally.exitCode;
}

function optionsOf(command: Input<'check' | 'extract'>, locale: Locale, host: Host, tally: Tally): BatchOptions {
  const { name, format, config, encoding } = command;
  const isCheck = command.name === 'check';
  return {
    command: name, format, locale, cwd: host.cwd, config, encoding, colourKey: command.output === undefined ? coloursOf(host) : undefined,
    docs: host.docs, workspace: host.env['GITHUB_WORKSPACE'] ?? host.cwd,
    comments: isCheck ? command.comments : undefined, quiet: isCheck && command.quiet === true,
    baseline: isCheck ? baselineOf(command, host, tally) : undefined,
  };
}

function baselineOf({ baseline, writeBaseline: isWritten = false }: Input<'check'>, { cwd }: Host, tally: Tally): BatchOptions['baseline'] {
  if (baseline === undefined) {
    return undefined;
  }
  try {
    return { cwd, baseline, isWritten, known: isWritten ? {} : readBaseline({ cwd, baseline }) };
  } catch (error) {
    tally.fail(baseline, error);
    return undefined;
  }
}

/** Writes the baseline, where that was asked for, and says how much is known. */
function keepBaseline({ baseline }: BatchOptions, { files }: Inputs, { cwd }: Host, tally: Tally): void {
  if (baseline?.isWritten) {
    try {
      refuseInput(baseline.baseline, files, cwd);
      writeBaseline(tally.baselineEntries, baseline);
    } catch (error) {
      tally.fail(baseline.baseline, error);
    }
  }
  if (baseline !== undefined) {
    tally.say(l10n.t('Findings that {0} knows, which do not count: {1}.', baseline.baseline, tally.knownFindings));
  }
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
  command: Input<'check' | 'extract'>, options: BatchOptions, host: Host, tally: Tally, answer: Answer,
): Promise<Inputs> {
  const inputs = findInputs(command.paths, host.cwd, (path, error) => tally.leave(path, error), { ...command, copies: options.comments });
  refuseInput(command.output, inputs.files, host.cwd);
  const stdin = inputs.files.some(({ isStdin }) => isStdin) ? await host.readStdin() : undefined;
  tally.progress = createProgress(host, inputs.files.length);
  const run = withCache(command, options, host, tally, (jobs) => runInOrder(jobs, options, stdin, host.startThread));
  for await (const outcome of checkTogether(inputs.files, options, run, () => tally.progress?.step())) {
    tally.take(outcome);
    await answer.part(outcome.rendered);
  }
  tally.progress.clear();
  return inputs;
}

function withCache(command: Input<'check' | 'extract'>, options: BatchOptions, host: Host, tally: Tally, run: Run): Run {
  // Copies with comments are written while files are checked.
  if (command.name !== 'check' || command.cache !== true || options.comments !== undefined) {
    return run;
  }
  const finder = createSettingsFinder({ cwd: options.cwd, config: options.config, onFailure: () => undefined });
  return cachedRun(run, createCache(options, {
    program: host.program(),
    location: command.cacheLocation ?? usualLocation,
    settingsOf: ({ input }) => finder.find(input),
    onFailure: (error) => tally.say(l10n.t('What was found could not be kept: {0}', unreadBy('', error).reason)),
  }));
}

/** A folder without any report is more often a wrong one than a clean one. */
function complainOfNothing({ isSearch }: Inputs, tally: Tally): void {
  if (isSearch && tally.counts.reports === 0) {
    tally.failWholly(l10n.t('There is no report in the folder.'));
  }
}

async function reportSettings(
  options: BatchOptions, { files, folders, isSearch }: Inputs, host: Host, tally: Tally, answer: Answer,
): Promise<void> {
  const sift = createSieve(options);
  const read = { folders, isSearch, files: files.filter(({ path }) => !tally.isUnread(path)) };
  for (const [path, used] of tally.used) {
    const found = settingsFindings(readSettings(path), used, read, host.cwd);
    if (found !== undefined) {
      const { counted, rendered, known } = sift(found);
      countChecked(tally.counts, counted);
      tally.know(known);
      await answer.part(rendered);
    }
  }
}
