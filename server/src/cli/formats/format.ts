import type { CheckedFile } from '../checking/examine.ts';
import type { Counts } from '../terminal/counts.ts';
import type { Troubles } from '../terminal/failures.ts';
import type { CheckFormat, ExtractFormat } from '../arguments.ts';
import type { Locale } from '../locale.ts';

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

/** What a format has to know of the call; plain data. */
export interface FormatOptions {
  readonly format: CheckFormat | ExtractFormat;
  readonly locale: Locale;
  readonly cwd: string;
  /** The key for colours, where there are any. */
  readonly colourKey: string | undefined;
  readonly docs: string;
  /** The folder of the checkout, for annotations. */
  readonly workspace: string;
}
