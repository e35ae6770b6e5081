import * as l10n from '@vscode/l10n';
import { createCollection, namesOf } from '../../collection/index.ts';
import type { Diagnostic, QuickFix, TextEdit, WantedFix } from '../../service-types.ts';
import type { Command } from '../arguments.ts';
import { damageMessage } from '../batch/file-task.ts';
import { countChecked, noCounts, type Counts } from '../terminal/counts.ts';
import { applyEditGroups } from '../writing/edits.ts';
import { encode, type DecodedText } from '../reading/encoding.ts';
import { createExaminer, type Examiner } from '../checking/examine.ts';
import { Delivery } from '../writing/delivery.ts';
import { fixOffice } from './fix-office.ts';
import { createTextFormatter, summary } from '../formats/text.ts';
import type { Host } from '../host.ts';
import { findInputs, type InputFile } from '../walking/inputs.ts';
import { createProgress } from '../terminal/progress.ts';
import { createSourceReader, unreadOf, type SourceReader } from '../reading/read-source.ts';
import type { Source } from '../reading/source.ts';
import { createSettingsFinder, type AppliedSettings } from '../reading/settings-files.ts';
import { checkAuthor } from '../writing/check-author.ts';
import { canReadConfig } from './survey.ts';
import { Tally, type ExitCode } from '../batch/tally.ts';
import { coloursOf } from '../terminal/terminal.ts';
import type { Unread } from '../terminal/failures.ts';

type FixCommand = Extract<Command, { readonly name: 'fix' }>;

/** The codes of findings on totals (总计), whose preferred fix is to recompute them. */
const totals: ReadonlySet<string> = new Set(['results-total', 'row-total', 'review-total', 'balance']);

/**
 * Only asked for by name: a blank, or a sign in its place, may stand for a number that is not known yet; so may what is missing;
 * and of two reports that differ it cannot be told which one is wrong.
 */
const askedFor: ReadonlySet<string> = new Set(['blank-cell', 'not-a-number', 'missing-section', 'missing-table', 'missing-row', 'carry-over', 'in-force']);

/** A fix may bring another within reach; no text needs more than a few rounds. */
const mostRounds = 30;

/** Of files of so many bytes in all what was read is kept until they are fixed: an office file takes longer to read than to check. */
const mostKept = 8_000_000;

/** `fix`: changes what may be changed unasked, and says what is left. */
export async function fix(command: FixCommand, host: Host): Promise<ExitCode> {
  const tally = new Tally(host);
  if (!canReadConfig(command.config, host, tally)) {
    return tally.exitCode;
  }
  const { files } = findInputs(command.paths, host.cwd, (path, error) => tally.leave(path, error), { ...command, copies: command.output });
  const stdin = files.some(({ isStdin }) => isStdin) ? await host.readStdin() : undefined;
  const fixer = new Fixer(command, host, tally, stdin);
  for (const file of files) {
    await fixer.lookAt(file);
  }
  tally.progress = createProgress(host, files.length);
  for (const file of files) {
    await fixer.fixFile(file);
    tally.progress.step();
  }
  tally.progress.clear();
  await fixer.say(`${summary(tally.counts)}\n`);
  if (command.verbose) {
    tally.tellSettings(host.cwd);
  }
  return tally.exitCode;
}

class Fixer {
  readonly #command: FixCommand;
  readonly #host: Host;
  readonly #tally: Tally;
  readonly #stdin: Buffer | undefined;
  readonly #readSource: SourceReader;
  readonly #delivery: Delivery;
  readonly #examiner: Examiner;
  readonly #settings: ReturnType<typeof createSettingsFinder>;
  #path = '';
  /** What the files say before anything is changed. */
  readonly #collection = createCollection();
  readonly #kept = new Map<InputFile, Source>();
  #room = mostKept;
  readonly #render: ReturnType<typeof createTextFormatter>['file'];

  constructor(command: FixCommand, host: Host, tally: Tally, stdin: Buffer | undefined) {
    this.#command = command;
    this.#host = host;
    this.#tally = tally;
    this.#stdin = stdin;
    this.#readSource = createSourceReader(command.encoding, stdin);
    this.#delivery = new Delivery(command, host);
    this.#examiner = createExaminer((message) => this.#tally.fail(this.#path, new Error(message)));
    this.#settings = createSettingsFinder({
      cwd: host.cwd, config: command.config, onFailure: (path, error) => tally.fail(path, error),
    });
    this.#render = createTextFormatter(this.#keepsOutput ? undefined : coloursOf(host)).file;
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

  /** Takes down what other files have to know of a file; what cannot be read is told of when it is to be fixed. */
  async lookAt(input: InputFile): Promise<void> {
    this.#path = input.path;
    try {
      const applied = this.#settings.find(input);
      const source = await this.#readSource(input);
      if (source.bytes.length <= this.#room) {
        this.#room -= source.bytes.length;
        this.#kept.set(input, source);
      }
      const digests = this.#examiner.digests(source, applied);
      if (digests.length > 0) {
        this.#collection.set(input.path, digests, namesOf(applied.settings));
      }
    } catch {
      return;
    }
  }

  async fixFile(input: InputFile): Promise<void> {
    this.#path = input.path;
    this.#delivery.clearBeside(input);
    const counts = noCounts();
    let unread: Unread | undefined;
    try {
      const kept = this.#kept.get(input);
      this.#kept.delete(input);
      await this.#fixRead(kept ?? await this.#readSource(input), counts);
    } catch (error) {
      unread = unreadOf(input, error);
    }
    const { source } = this.#settings.find(input);
    this.#tally.take({ counts, notices: [], failures: [], unread, settings: source && { path: source.path, used: [] } });
  }

  async #fixRead(source: Source, counts: Counts): Promise<void> {
    const settings = this.#settings.find(source.input);
    const left = this.#examiner.check(await this.#fixSource(source, settings), settings, this.#collection.neighboursOf(source.input.path));
    countChecked(counts, left);
    await this.say(left === undefined ? '' : this.#render(left));
  }

  /** The source as it is now: fixed, or as it was where the fix cannot be delivered. */
  async #fixSource(source: Source, settings: AppliedSettings): Promise<Source> {
    const { input, content, office } = source;
    if (content === undefined) {
      return source;
    }
    try {
      if (this.#command.trackChanges && office?.annotate === undefined) {
        this.#refuseUntracked(source, content.text, settings);
        return source;
      }
      if (office !== undefined) {
        const fixed = await fixOffice(source, office, (now) => this.#fixesIn(now, now.content?.text ?? '', settings), { mostRounds, author: this.#command.trackChanges ? checkAuthor() : undefined });
        fixed.left.forEach((what) => this.#host.warn(`${input.path}: ${what}\n`));
        await this.say(await this.#delivery.deliver(source, fixed.source.content?.text ?? '', fixed.source.bytes, fixed.changes));
        return this.#command.dryRun ? source : fixed.source;
      }
      const { text, changes } = this.#inRounds(source, content, settings);
      const bytes = changes === 0 || this.#command.dryRun ? source.bytes : toBytes(content, source.bytes, text);
      await this.say(await this.#delivery.deliver(source, text, bytes, changes));
      return { ...source, content: { ...content, text } };
    } catch (error) {
      this.#tally.fail(input.path, error);
      return source;
    }
  }

  /** @throws where there is something to be changed */
  #refuseUntracked(source: Source, text: string, settings: AppliedSettings): void {
    if (this.#fixesIn(source, text, settings).length > 0) {
      throw new Error(l10n.t('changes are tracked in .docx files only; the file is left as it is'));
    }
  }

  /** The text after as many rounds as it takes until nothing more is to be changed. */
  #inRounds(source: Source, content: DecodedText, settings: AppliedSettings): { text: string; changes: number } {
    let { text } = content;
    let changes = 0;
    const seen = new Set([text]);
    for (let round = 0; round < mostRounds; round += 1) {
      const next = applyEditGroups(text, this.#fixesIn(source, text, settings));
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

  /** The edits of the fixes that are wanted and can be made at once. */
  #fixesIn(source: Source, text: string, settings: AppliedSettings): readonly (readonly TextEdit[])[] {
    const document = this.#examiner.open(source, text, settings, this.#collection.neighboursOf(source.input.path));
    const { kept } = this.#examiner.findings(document, settings);
    const wanted = kept.flatMap((diagnostic) => this.#choose(diagnostic) ?? []);
    return this.#examiner.together(document, wanted).map(({ fix: { edits } }) => edits);
  }

  /** A finding's fixes are asked for only where one may be taken: each is tried first. */
  #choose(diagnostic: Diagnostic): WantedFix | undefined {
    const { code } = diagnostic;
    const { codes, all } = this.#command;
    let fix: QuickFix | undefined;
    if (codes.has(code) || (all && !askedFor.has(code))) {
      const safe = diagnostic.fixes.filter(({ isSafe }) => isSafe);
      fix = safe.find(({ isPreferred }) => isPreferred) ?? safe[0];
    } else if (codes.size === 0 && !all && totals.has(code)) {
      fix = diagnostic.fixes.find(({ isPreferred }) => isPreferred);
    }
    return fix && { diagnostic, fix };
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
