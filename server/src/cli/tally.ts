import type { Outcome } from './batch.ts';
import { addCounts, noCounts, type Counts } from './counts.ts';
import { failureOf } from './failures.ts';
import type { Failure } from './format.ts';
import type { Host } from './host.ts';
import type { Progress } from './progress.ts';

/** 0: nothing of severity error; 1: at least one error; 2: wrong usage, or a file that could not be read or written. */
export type ExitCode = 0 | 1 | 2;

/** Gathers what comes of the files; notices and failures go to standard error at once, each failure once. */
export class Tally {
  readonly counts: Counts = noCounts();
  /** The entries of `ignore` that silenced something, by settings file. */
  readonly used = new Map<string, Set<number>>();
  progress: Progress | undefined;
  readonly #failures = new Map<string, Failure>();
  readonly #host: Host;

  constructor(host: Host) {
    this.#host = host;
  }

  get failures(): readonly Failure[] {
    return [...this.#failures.values()];
  }

  get exitCode(): ExitCode {
    if (this.#failures.size > 0) {
      return 2;
    }
    return this.counts.errors > 0 ? 1 : 0;
  }

  take({ counts, notices, failures, settings }: Omit<Outcome, 'rendered'>): void {
    addCounts(this.counts, counts);
    notices.forEach((notice) => this.#say(notice));
    failures.forEach((failure) => this.#fail(failure));
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
