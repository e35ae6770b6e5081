import type { CheckFormat, ExtractFormat } from '../arguments.ts';
import type { Baseline, BaselinePlace } from '../baseline/baseline.ts';
import type { EncodingName } from '../reading/encoding.ts';
import type { Locale } from '../locale.ts';

/** What every thread must know to do its share; plain data. */
export interface BatchOptions {
  readonly command: 'check' | 'extract';
  readonly format: CheckFormat | ExtractFormat;
  readonly locale: Locale;
  readonly cwd: string;
  readonly config: string | undefined;
  readonly encoding: EncodingName | undefined;
  /** The key for colours, where there are any. */
  readonly colourKey: string | undefined;
  readonly docs: string;
  /** The folder for copies with comments. */
  readonly comments: string | undefined;
  /** The folder of the checkout, for annotations. */
  readonly workspace: string;
  /** Only findings of severity error are rendered; all are counted. */
  readonly quiet: boolean;
  readonly baseline: ({ readonly known: Baseline; readonly isWritten: boolean } & BaselinePlace) | undefined;
}
