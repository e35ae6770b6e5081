import { entryOf, withoutKnown, type BaselineEntry } from '../baseline/baseline.ts';
import type { BatchOptions } from './options.ts';
import type { CheckedFile } from '../checking/examine.ts';
import { checkFormatter } from '../formats/formatters.ts';

/** What a baseline has to do with one file. */
export interface KnownFindings {
  /** How many of its findings are known. */
  readonly count: number;
  /** All of them, where a baseline is written. */
  readonly entry: BaselineEntry | undefined;
}

interface Sifted {
  /** The file with what counts: what is not known. */
  readonly counted: CheckedFile;
  readonly rendered: string;
  readonly known: KnownFindings;
}

/** Takes from the findings of a file those that are known, then from what is shown those that are no errors, as was asked for. */
export function createSieve(options: BatchOptions): (file: CheckedFile) => Sifted {
  const render = checkFormatter(options).file;
  const { baseline, quiet } = options;
  return (file) => {
    const entry = baseline?.isWritten ? entryOf(file, baseline) : undefined;
    const { file: counted, known } = baseline === undefined || baseline.isWritten
      ? { file: baseline === undefined ? file : { ...file, findings: [] }, known: baseline === undefined ? 0 : file.findings.length }
      : withoutKnown(file, baseline.known, baseline);
    const shown = quiet ? { ...counted, findings: counted.findings.filter(({ severity }) => severity === 'error') } : counted;
    return { counted, rendered: render(shown), known: { count: known, entry } };
  };
}
