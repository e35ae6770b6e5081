import type { CheckedFile } from './examine.ts';
import type { Counts } from './counts.ts';

/** How the results of `check` are written: each file by itself, in any thread; what stands around them, once. */
export interface CheckFormatter {
  head(): string;
  /** One file's part; the empty string where nothing is to be written. */
  file(file: CheckedFile): string;
  /** Stands between two parts that are not empty. */
  readonly separator: string;
  /** `failures` are the files that could not be read, with the reason. */
  foot(counts: Counts, failures: readonly Failure[]): string;
}

/** A file that could not be read or written, and why. */
export interface Failure {
  readonly path: string;
  readonly message: string;
}
