import type { CheckedFile } from '../checking/examine.ts';
import type { Counts } from '../terminal/counts.ts';

/** How the results of `check` are written: each file by itself, in any thread; what stands around them, once. */
export interface CheckFormatter {
  head(): string;
  /** One file's part; the empty string where nothing is to be written. */
  file(file: CheckedFile): string;
  /** Stands between two parts that are not empty. */
  readonly separator: string;
  foot(counts: Counts, troubles: Troubles): string;
  /** Where one answer is made of all parts together, and nothing is written before. */
  whole?(parts: readonly string[]): string | Uint8Array;
}

/** What a call could not do. */
export interface Troubles {
  readonly failures: readonly Failure[];
  readonly unread: readonly Unread[];
}

/** A file that was not read, and why. */
export interface Unread {
  readonly path: string;
  readonly reason: string;
  /** Whether the call has failed by that: not so for a file in a folder of which no other was to be expected. */
  readonly isFailure: boolean;
}

/** What has failed but the reading of a file, and why. */
export interface Failure {
  /** Absent where it is about the call as a whole. */
  readonly path?: string;
  readonly message: string;
}
