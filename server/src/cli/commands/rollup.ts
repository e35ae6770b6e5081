import { resolve } from 'node:path';
import * as l10n from '@vscode/l10n';
import { compilables, createCollection, namesOf, type Collection, type Compilable, type Names } from '../../collection/index.ts';
import { createReportService } from '../../service.ts';
import type { Command } from '../arguments.ts';
import { createExaminer } from '../checking/examine.ts';
import type { Host } from '../host.ts';
import { findInputs } from '../walking/inputs.ts';
import { refuseInput } from '../writing/output-file.ts';
import { createProgress } from '../terminal/progress.ts';
import { createSourceReader, unreadOf } from '../reading/read-source.ts';
import { createSettingsFinder, type AppliedSettings } from '../reading/settings-files.ts';
import { canReadConfig } from './survey.ts';
import { Tally, type ExitCode } from '../batch/tally.ts';
import { writeFile } from '../writing/write-file.ts';

type RollupCommand = Extract<Command, { readonly name: 'rollup' }>;

/** `rollup`: a government's report with the sums of its units' figures (汇总), as Markdown; what is not in the sums is named. */
export async function rollup(command: RollupCommand, host: Host): Promise<ExitCode> {
  const tally = new Tally(host);
  if (!canReadConfig(command.config, host, tally)) {
    return tally.exitCode;
  }
  const gathered = await gather(command, host, tally);
  const settings = gathered && settingsIn(gathered.applied);
  const request = settings && requestOf(command, gathered.collection, settings.names, tally);
  if (!gathered || !settings || !request) {
    return tally.exitCode;
  }
  const { organ, year, units } = request;
  const compiled = createReportService().compileReport({ organ, year }, units, settings.applied.settings);
  if ('refusal' in compiled) {
    tally.failWholly(compiled.refusal);
    return tally.exitCode;
  }
  compiled.remarks.forEach((remark) => tally.say(remark));
  if (command.output === undefined) {
    await host.write(compiled.text);
  } else {
    try {
      writeFile(resolve(host.cwd, command.output), Buffer.from(compiled.text));
    } catch (error) {
      tally.fail(command.output, error);
    }
  }
  return tally.exitCode;
}

interface Gathered {
  readonly collection: Collection;
  /** The settings of the files, each once. */
  readonly applied: readonly AppliedSettings[];
}

/** Reads all files; undefined where the result would take the place of one of them. */
async function gather(command: RollupCommand, host: Host, tally: Tally): Promise<Gathered | undefined> {
  const { files } = findInputs(command.paths, host.cwd, (path, error) => tally.leave(path, error), command);
  try {
    refuseInput(command.output, files, host.cwd);
  } catch (error) {
    tally.fail(command.output ?? '', error);
    return undefined;
  }
  const readSource = createSourceReader(command.encoding, files.some(({ isStdin }) => isStdin) ? await host.readStdin() : undefined);
  const finder = createSettingsFinder({ cwd: host.cwd, config: command.config, onFailure: (path, error) => tally.fail(path, error) });
  const examiner = createExaminer((message) => tally.failWholly(message));
  const collection = createCollection();
  const bySource = new Map<string, AppliedSettings>();
  tally.progress = createProgress(host, files.length);
  for (const input of files) {
    try {
      const applied = finder.find(input);
      const digests = examiner.digests(await readSource(input), applied);
      bySource.set(applied.source?.path ?? '', applied);
      collection.set(input.path, digests, namesOf(applied.settings));
    } catch (error) {
      tally.leaveUnread(unreadOf(input, error));
    }
    tally.progress.step();
  }
  tally.progress.clear();
  return { collection, applied: [...bySource.values()] };
}

/** The settings that name units: of several files' the one with the most. */
function settingsIn(applied: readonly AppliedSettings[]): { readonly applied: AppliedSettings; readonly names: Names } | undefined {
  const known = applied.map((one) => ({ applied: one, names: namesOf(one.settings) }));
  return known.toSorted((one, other) => other.names.units.size - one.names.units.size)[0];
}

/** Of which government and year: as it was asked for, else the only one that there is. */
function requestOf({ organ, year }: RollupCommand, collection: Collection, names: Names, tally: Tally): Compilable | undefined {
  const governments = [...names.units.keys()];
  const government = organ ?? (governments.length === 1 ? governments[0] : undefined);
  const key = government === undefined ? undefined : names.organ(government);
  if (government === undefined || key === undefined || !names.units.has(key)) {
    tally.failWholly(governments.length === 0
      ? l10n.t('The settings name no units below a government; write them into .disclosure-report.json under "hierarchy".')
      : l10n.t('Name one of these governments with --organ: {0}.', governments.join(', ')));
    return undefined;
  }
  const known = compilables(collection, names).filter((one) => one.organ === key);
  const [only] = known;
  if (year !== undefined) {
    return { organ: government, year, units: known.find((one) => one.year === year)?.units ?? [] };
  }
  if (!only || known.length > 1) {
    tally.failWholly(!only
      ? l10n.t('None of the units of {0} has a report here.', government)
      : l10n.t('Name one of these years with --year: {0}.', known.map((one) => one.year).sort().join(', ')));
    return undefined;
  }
  return { ...only, organ: government };
}
