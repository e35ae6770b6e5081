import * as l10n from '@vscode/l10n';
import type { BaselineEntry } from '../baseline/baseline.ts';
import type { Outcome } from './file-task.ts';
import { addCounts, noCounts, type Counts } from '../terminal/counts.ts';
import { failureOf, unreadBy, type Failure, type Troubles, type Unread } from '../terminal/failures.ts';
import type { Host } from '../host.ts';
import type { Progress } from '../terminal/progress.ts';
import { shownPath } from '../checking/settings-findings.ts';
import type { KnownFindings } from './sieve.ts';

/** 0: nothing of severity error; 1: at least one error; 2: wrong usage, or a file that could not be read or written. */
export type ExitCode = 0 | 1 | 2;

/** Gathers what comes of the files; notices, failures and files that are not read go to standard error at once, each once. */
export class Tally {
  readonly counts: Counts = noCounts();
  /** The entries of `ignore` that suppressed something, by settings file. */
  readonly used = new Map<string, Set<number>>();
  progress: Progress | undefined;
  readonly #failures = new Map<string | undefined, Failure>();
  readonly #unread = new Map<string, Unread>();
  readonly #host: Host;
  readonly #maxWarnings: number;
  /** The settings files in force, absolute, and for how many files each was; undefined where there was none. */
  readonly #settings = new Map<string | undefined, number>();
  /** How many findings a baseline knows, and all that one to be written holds. */
  knownFindings = 0;
  readonly baselineEntries: BaselineEntry[] = [];

  constructor(host: Host, maxWarnings = Infinity) {
    this.#host = host;
    this.#maxWarnings = maxWarnings;
  }

  get troubles(): Troubles {
    return { failures: [...this.#failures.values()], unread: [...this.#unread.values()] };
  }

  /** Whether a file was found and could not be read. */
  isUnread(path: string): boolean {
    return this.#unread.has(path);
  }

  get exitCode(): ExitCode {
    if (this.#failures.size > 0 || [...this.#unread.values()].some(({ isFailure }) => isFailure)) {
      return 2;
    }
    return this.counts.errors > 0 || this.counts.warnings > this.#maxWarnings ? 1 : 0;
  }

  take({ counts, notices, failures, unread, settings, known }: Omit<Outcome, 'rendered'>): void {
    addCounts(this.counts, counts);
    notices.forEach((notice) => this.say(notice));
    failures.forEach((failure) => this.#fail(failure));
    if (unread !== undefined) {
      this.leaveUnread(unread);
    }
    this.#settings.set(settings?.path, (this.#settings.get(settings?.path) ?? 0) + 1);
    if (settings !== undefined) {
      this.use(settings);
    }
    this.know(known);
  }

  know(known: KnownFindings | undefined): void {
    this.knownFindings += known?.count ?? 0;
    this.baselineEntries.push(...known?.entry === undefined ? [] : [known.entry]);
  }

  /** Says which settings files were in force. */
  tellSettings(cwd: string): void {
    for (const [path, files] of this.#settings) {
      this.say(path === undefined
        ? l10n.t('Without a settings file: files {0}.', files)
        : l10n.t('Settings of {0}: files {1}.', shownPath(path, cwd), files));
    }
  }

  use({ path, used }: { readonly path: string; readonly used: readonly number[] }): void {
    let known = this.used.get(path);
    if (known === undefined) {
      known = new Set();
      this.used.set(path, known);
    }
    used.forEach((index) => known.add(index));
  }

  fail(path: string, error: unknown): void {
    this.#fail(failureOf(path, error));
  }

  /** The call as a whole has failed. */
  failWholly(message: string): void {
    this.#fail({ message });
  }

  /** A file or folder that should have been read and could not be. */
  leave(path: string, error: unknown): void {
    this.leaveUnread(unreadBy(path, error));
  }

  leaveUnread(unread: Unread): void {
    if (!this.#unread.has(unread.path)) {
      this.#unread.set(unread.path, unread);
      this.counts.unread += 1;
      this.say(`${unread.path}: ${unread.reason}`);
    }
  }

  #fail(failure: Failure): void {
    if (!this.#failures.has(failure.path)) {
      this.#failures.set(failure.path, failure);
      this.say(failure.message);
    }
  }

  /** Says something on standard error, in a line of its own. */
  say(message: string): void {
    this.progress?.clear();
    this.#host.warn(`${message}\n`);
  }
}
