import * as l10n from '@vscode/l10n';
import type { Diagnostic, QuickFix, WantedFix } from '../service-types.ts';
import type { Command } from './arguments.ts';
import { countChecked, damageMessage, unreadByName } from './batch.ts';
import { noCounts, type Counts } from './counts.ts';
import { unifiedDiff } from './diff.ts';
import { applyEditGroups } from './edits.ts';
import { encode, type DecodedText } from './encoding.ts';
import { createExaminer, readSource, type Examiner, type Source } from './examine.ts';
import { unreadBy } from './failures.ts';
import { createTextFormatter, summary } from './format-text.ts';
import type { Host } from './host.ts';
import { findInputs, type InputFile } from './inputs.ts';
import { createProgress } from './progress.ts';
import { createSettingsFinder, type AppliedSettings } from './settings-files.ts';
import { canReadConfig, isColoured } from './survey.ts';
import { Tally, type ExitCode } from './tally.ts';
import { replaceFile } from './write-file.ts';

type FixCommand = Extract<Command, { readonly name: 'fix' }>;

/** The codes of findings on totals (总计), whose preferred fix is to recompute them. */
const totals: ReadonlySet<string> = new Set(['results-total', 'row-total', 'review-total', 'balance']);

/** Only asked for by name: a blank, or a sign in its place, may stand for a number that is not known yet; so may what is missing. */
const lacking: ReadonlySet<string> = new Set(['blank-cell', 'not-a-number', 'missing-section', 'missing-table']);

/** A fix may bring another within reach; no text needs more than a few rounds. */
const mostRounds = 30;

/** `fix`: changes what may be changed unasked, and says what is left. */
export async function fix(command: FixCommand, host: Host): Promise<ExitCode> {
  const tally = new Tally(host);
  if (!canReadConfig(command.config, host, tally)) {
    return tally.exitCode;
  }
  const { files } = findInputs(command.paths, host.cwd, (path, error) => tally.leave(path, error));
  const stdin = files.some(({ absolute }) => absolute === '-') ? await host.readStdin() : undefined;
  const fixer = new Fixer(command, host, tally, stdin);
  tally.progress = createProgress(host, files.length);
  for (const file of files) {
    await fixer.fixFile(file);
  }
  tally.progress.clear();
  await fixer.say(`${summary(tally.counts)}\n`);
  return tally.exitCode;
}

class Fixer {
  readonly #command: FixCommand;
  readonly #host: Host;
  readonly #tally: Tally;
  readonly #stdin: Buffer | undefined;
  readonly #examiner: Examiner;
  readonly #settings: ReturnType<typeof createSettingsFinder>;
  #path = '';
  readonly #render: ReturnType<typeof createTextFormatter>['file'];

  constructor(command: FixCommand, host: Host, tally: Tally, stdin: Buffer | undefined) {
    this.#command = command;
    this.#host = host;
    this.#tally = tally;
    this.#stdin = stdin;
    this.#examiner = createExaminer((message) => this.#tally.fail(this.#path, new Error(message)));
    this.#settings = createSettingsFinder({
      cwd: host.cwd, config: command.config, onFailure: (path, error) => tally.fail(path, error),
    });
    this.#render = createTextFormatter(this.#keepsOutput ? false : isColoured(host)).file;
  }

  /** Where the texts themselves or their differences go to standard output, everything else goes to standard error. */
  get #keepsOutput(): boolean {
    return this.#command.dryRun || this.#stdin !== undefined;
  }

  async say(text: string): Promise<void> {
    if (this.#keepsOutput) {
      this.#host.warn(text);
    } else {
      await this.#host.write(text);
    }
  }

  async fixFile(input: InputFile): Promise<void> {
    this.#path = input.path;
    const counts = noCounts();
    let unread = unreadByName(input);
    if (unread === undefined) {
      try {
        await this.#fixText(input, counts);
      } catch (error) {
        unread = unreadBy(input.path, error);
      }
    }
    this.#tally.take({ counts, notices: [], failures: [], unread, settings: undefined });
  }

  async #fixText(input: InputFile, counts: Counts): Promise<void> {
    const source = readSource(input, this.#command.encoding, this.#stdin);
    const settings = this.#settings.find(input.absolute);
    const left = this.#examiner.check(await this.#fixSource(source, settings), settings);
    countChecked(counts, left);
    await this.say(left === undefined ? '' : this.#render(left));
  }

  /** The source as it is now: fixed, or as it was where the fix cannot be delivered. */
  async #fixSource(source: Source, settings: AppliedSettings): Promise<Source> {
    const { input, content } = source;
    if (content === undefined) {
      return source;
    }
    try {
      const { text, changes } = this.#inRounds(source, content, settings);
      await this.#deliver(source, content, text, changes);
      return { ...source, content: { ...content, text } };
    } catch (error) {
      this.#tally.fail(input.path, error);
      return source;
    }
  }

  /** The text after as many rounds as it takes until nothing more is to be changed. */
  #inRounds(source: Source, content: DecodedText, settings: AppliedSettings): { text: string; changes: number } {
    let { text } = content;
    let changes = 0;
    const seen = new Set([text]);
    for (let round = 0; round < mostRounds; round += 1) {
      const document = this.#examiner.open(source, text, settings);
      const { kept } = this.#examiner.findings(document, settings);
      const wanted = kept.flatMap((diagnostic) => this.#choose(diagnostic) ?? []);
      const next = applyEditGroups(text, this.#examiner.together(document, wanted).map(({ fix: { edits } }) => edits));
      if (next.applied === 0 || seen.has(next.text)) {
        break;
      }
      refuseWrongText(content);
      ({ text } = next);
      seen.add(text);
      changes += next.applied;
    }
    return { text, changes };
  }

  /** A finding's fixes are asked for only where one may be taken: each is tried first. */
  #choose(diagnostic: Diagnostic): WantedFix | undefined {
    const { code } = diagnostic;
    const { codes, all } = this.#command;
    let fix: QuickFix | undefined;
    if (codes.has(code) || (all && !lacking.has(code))) {
      const safe = diagnostic.fixes.filter(({ isSafe }) => isSafe);
      fix = safe.find(({ isPreferred }) => isPreferred) ?? safe[0];
    } else if (codes.size === 0 && !all && totals.has(code)) {
      fix = diagnostic.fixes.find(({ isPreferred }) => isPreferred);
    }
    return fix && { diagnostic, fix };
  }

  async #deliver({ input, bytes }: Source, content: DecodedText, text: string, changes: number): Promise<void> {
    const isInput = input.absolute === '-';
    if (changes === 0 && (!isInput || this.#command.dryRun)) {
      return;
    }
    if (this.#command.dryRun) {
      await this.#host.write(unifiedDiff(input.path, content.text, text));
      return;
    }
    const changed = changes === 0 ? bytes : toBytes(content, bytes, text);
    if (isInput) {
      await this.#host.write(changed);
    } else {
      replaceFile(input.absolute, changed, bytes);
    }
    await this.say(changes === 0 ? '' : `${l10n.t('{0}: {1} changed', input.path, changes)}\n`);
  }
}

/** @throws where the text was read in a wrong encoding, and what is written would be lost */
function refuseWrongText({ text, encoding, isDamaged }: DecodedText): void {
  if (isDamaged) {
    throw new Error(damageMessage(encoding));
  }
  if (text.includes('\uFFFD')) {
    throw new Error(l10n.t('the text holds U+FFFD, the mark of a wrong encoding; the file is left as it is'));
  }
}

/** @throws where a character of the text, old or new, would not survive */
function toBytes(content: DecodedText, bytes: Buffer, text: string): Buffer {
  const changed = encode(text, content);
  if (changed === undefined || encode(content.text, content)?.equals(bytes) !== true) {
    throw new Error(l10n.t('not every character can be written in {0}; the file is left as it is', content.encoding));
  }
  return changed;
}
