import { basename, extname } from 'node:path';
import * as l10n from '@vscode/l10n';
import { createCollection, namesOf } from '../../collection/index.ts';
import { isPageFormat } from '../../export/formats.ts';
import { pageOf, remarksOn, writeFigures, writePage, type ExportedFile } from '../../export/index.ts';
import type { Command } from '../arguments.ts';
import { damageMessage, leftOutOf } from '../batch/file-task.ts';
import { noCounts } from '../terminal/counts.ts';
import { createExaminer, type Examiner } from '../checking/examine.ts';
import { ExportTarget } from './export-target.ts';
import type { Host } from '../host.ts';
import { findInputs, type InputFile } from '../walking/inputs.ts';
import { createProgress } from '../terminal/progress.ts';
import { createSourceReader, unreadOf, type SourceReader } from '../reading/read-source.ts';
import { createSettingsFinder } from '../reading/settings-files.ts';
import type { Source } from '../reading/source.ts';
import { canReadConfig } from './survey.ts';
import { Tally, type ExitCode } from '../batch/tally.ts';

type ExportCommand = Extract<Command, { readonly name: 'export' }>;

/** `export`: reports as documents, each in a file of its own, or the figures of all of them in one file. */
export async function exportReports(command: ExportCommand, host: Host): Promise<ExitCode> {
  const tally = new Tally(host);
  if (!canReadConfig(command.config, host, tally)) {
    return tally.exitCode;
  }
  const { files } = findInputs(command.paths, host.cwd, (path, error) => tally.leave(path, error), command);
  const stdin = files.some(({ isStdin }) => isStdin) ? await host.readStdin() : undefined;
  const exporter = new Exporter(command, files, host, tally, createSourceReader(command.encoding, stdin));
  tally.progress = createProgress(host, files.length);
  await exporter.lookAround(files);
  for (const input of files) {
    await exporter.take(input);
    tally.progress.step();
  }
  tally.progress.clear();
  if (tally.counts.reports === 0) {
    tally.failWholly(l10n.t('There is no report to export.'));
  } else {
    await exporter.finish();
  }
  return tally.exitCode;
}

class Exporter {
  readonly #command: ExportCommand;
  readonly #tally: Tally;
  readonly #target: ExportTarget;
  readonly #readSource: SourceReader;
  readonly #examiner: Examiner;
  readonly #collection = createCollection();
  readonly #settings: ReturnType<typeof createSettingsFinder>;
  /** Files whose figures are written together. */
  readonly #gathered: ExportedFile[] = [];
  #path = '';

  constructor(command: ExportCommand, inputs: readonly InputFile[], host: Host, tally: Tally, readSource: SourceReader) {
    this.#command = command;
    this.#tally = tally;
    this.#readSource = readSource;
    this.#target = new ExportTarget(command, inputs, host);
    this.#examiner = createExaminer((message) => tally.fail(this.#path, new Error(message)));
    this.#settings = createSettingsFinder({ cwd: host.cwd, config: command.config, onFailure: (path, error) => tally.fail(path, error) });
  }

  /** Check sheets show what a check of the same files finds: what their reports say of each other too. */
  async lookAround(files: readonly InputFile[]): Promise<void> {
    if (!this.#command.isCheckSheet || files.length < 2) {
      return;
    }
    for (const input of files) {
      const applied = this.#settings.find(input);
      // What cannot be read is told of when its turn comes.
      const source = await this.#readSource(input).catch(() => undefined);
      this.#collection.set(input.path, source === undefined ? [] : this.#examiner.digests(source, applied), namesOf(applied.settings));
    }
  }

  async take(input: InputFile): Promise<void> {
    this.#path = input.path;
    let source: Source;
    try {
      source = await this.#readSource(input);
    } catch (error) {
      this.#tally.take({ ...nothing, unread: unreadOf(input, error) });
      return;
    }
    const sheets = this.#command.isCheckSheet ? { neighbours: this.#collection.neighboursOf(input.path) } : undefined;
    const file = this.#examiner.print(source, this.#settings.find(input), sheets);
    const damage = source.content?.isDamaged ? [damageMessage(source.content.encoding)] : [];
    const notices = [...damage, ...file === undefined ? [] : [...leftOutOf(source), ...this.#remarks(file)]];
    this.#tally.take({
      ...nothing, notices: notices.map((notice) => `${input.path}: ${notice}`),
      counts: { ...noCounts(), files: file === undefined ? 0 : 1, skipped: file === undefined ? 1 : 0, reports: file?.reports.length ?? 0 },
    });
    await this.#write(file);
  }

  /** What a reader of the document has to know. */
  #remarks({ reports }: ExportedFile): string[] {
    if (reports.length === 0) {
      return [l10n.t('This is no annual report on disclosure of government information.')];
    }
    return isPageFormat(this.#command.to) && !this.#command.isCheckSheet ? reports.flatMap(({ printed }) => remarksOn(printed)) : [];
  }

  async #write(file: ExportedFile | undefined): Promise<void> {
    const { to, isCheckSheet } = this.#command;
    if (!isPageFormat(to)) {
      this.#gathered.push(...file === undefined ? [] : [file]);
      return;
    }
    for (const report of file?.reports ?? []) {
      const page = pageOf(this.#path, report, isCheckSheet);
      const name = page.name === '' ? basename(this.#path, extname(this.#path)) : page.name;
      await this.#attempt(() => this.#target.add({ name, bytes: writePage(page, to) }));
    }
  }

  async finish(): Promise<void> {
    const { to, output } = this.#command;
    this.#path = output ?? this.#path;
    if (!isPageFormat(to)) {
      await this.#attempt(() => this.#target.add({ name: '', bytes: writeFigures(this.#gathered, to) }));
    }
    await this.#attempt(() => this.#target.finish());
  }

  async #attempt(write: () => void | Promise<void>): Promise<void> {
    try {
      await write();
    } catch (error) {
      this.#tally.fail(this.#path, error);
    }
  }
}

const nothing = { counts: noCounts(), notices: [], failures: [], unread: undefined, settings: undefined };
