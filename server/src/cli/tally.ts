import type { Outcome } from './batch.ts';
import { addCounts, noCounts, type Counts } from './counts.ts';
import { failureOf, unreadBy } from './failures.ts';
import type { Failure, Troubles, Unread } from './format.ts';
import type { Host } from './host.ts';
import type { Progress } from './progress.ts';

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

  constructor(host: Host) {
    this.#host = host;
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
    return this.counts.errors > 0 ? 1 : 0;
  }

  take({ counts, notices, failures, unread, settings }: Omit<Outcome, 'rendered'>): void {
    addCounts(this.counts, counts);
    notices.forEach((notice) => this.#say(notice));
    failures.forEach((failure) => this.#fail(failure));
    if (unread !== undefined) {
      this.#leave(unread);
    }
    if (settings !== undefined) {
      this.use(settings);
    }
    this.progress?.step();
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
    this.#leave(unreadBy(path, error));
  }

  #leave(unread: Unread): void {
    if (!this.#unread.has(unread.path)) {
      this.#unread.set(unread.path, unread);
      this.counts.unread += 1;
      this.#say(`${unread.path}: ${unread.reason}`);
    }
  }

  #fail(failure: Failure): void {
    if (!this.#failures.has(failure.path)) {
      this.#failures.set(failure.path, failure);
      this.#say(failure.message);
    }
  }

  #say(message: string): void {
    this.progress?.clear();
    this.#host.warn(`${message}\n`);
  }
}
