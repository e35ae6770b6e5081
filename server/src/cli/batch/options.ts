import type { Baseline, BaselinePlace } from '../baseline/baseline.ts';
import type { EncodingName } from '../reading/encoding.ts';
import type { FormatOptions } from '../formats/format.ts';

/** What every thread must know to do its share; plain data. */
export interface BatchOptions extends FormatOptions {
  readonly command: 'check' | 'extract';
  readonly config: string | undefined;
  readonly encoding: EncodingName | undefined;
  /** The folder for copies with comments. */
  readonly comments: string | undefined;
  /** Only findings of severity error are rendered; all are counted. */
  readonly quiet: boolean;
  readonly baseline: ({ readonly known: Baseline; readonly isWritten: boolean } & BaselinePlace) | undefined;
}
