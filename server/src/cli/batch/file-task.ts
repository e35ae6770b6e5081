import * as l10n from '@vscode/l10n';
import type { Neighbours, ReportDigest } from '../../collection/index.ts';
import { useLocale } from '../../l10n.ts';
import type { BatchOptions } from './options.ts';
import { CommentCopies } from './comment-copies.ts';
import { countChecked, noCounts, type Counts } from '../terminal/counts.ts';
import type { EncodingName } from '../reading/encoding.ts';
import { createExaminer, type CheckedFile } from '../checking/examine.ts';
import { failureOf, type Failure, type Unread } from '../terminal/failures.ts';
import { extractFormatter } from '../formats/formatters.ts';
import { leftOutMessage } from '../../office/words.ts';
import type { InputFile } from '../walking/inputs.ts';
import { createSourceReader, unreadOf, type SourceReader } from '../reading/read-source.ts';
import { createSettingsFinder, type SettingsFile } from '../reading/settings-files.ts';
import { createSieve, type KnownFindings } from './sieve.ts';
import type { Source } from '../reading/source.ts';

/** What came of one file; plain data. */
export interface Outcome {
  /** The file's part of the answer, in its format; empty where there is nothing to write. */
  readonly rendered: string;
  readonly counts: Counts;
  readonly notices: readonly string[];
  readonly failures: readonly Failure[];
  /** The file itself, where it could not be read. */
  readonly unread: Unread | undefined;
  /** The settings file in force, and which of its entries of `ignore` suppressed something. */
  readonly settings: { readonly path: string; readonly used: readonly number[] } | undefined;
  readonly known?: KnownFindings;
  /** What other files have to know of its reports. */
  readonly digests?: readonly ReportDigest[];
}

/** A file to be gone through; plain data. */
export interface Job {
  readonly input: InputFile;
  /** What its reports are compared with, once that is known. */
  readonly neighbours?: readonly Neighbours[];
  /** Whether it will be gone through again, so that nothing is written beside the results. */
  readonly isFirst?: true;
}

export type FileTask = (job: Job, stdin: Buffer | undefined) => Promise<Outcome>;

/** Reads, examines and renders one file after the other, each to its end before the next; never throws for what a file holds or fails at. */
export function createFileTask(options: BatchOptions): FileTask {
  useLocale(options.locale);
  let notices: string[] = [];
  let failures: Failure[] = [];
  let path = '';
  let readSource: SourceReader | undefined;
  // A report that could not be checked to the end must not pass for a clean one.
  const examiner = createExaminer((message) => failures.push({ path, message: `${path}: ${message}` }));
  const finder = createSettingsFinder({
    cwd: options.cwd, config: options.config, onFailure: (file, error) => failures.push(failureOf(file, error)),
  });
  const commentCopies = new CommentCopies(options);
  const sift = createSieve(options);
  const renderFigures = extractFormatter(options).file;

  function checkOne(source: Source, counts: Counts, { neighbours, isFirst }: Job): Pick<Outcome, 'rendered' | 'settings' | 'known' | 'digests'> {
    const applied = finder.find(source.input);
    const checked = examiner.check(source, applied, neighbours);
    const sifted = checked && sift(checked);
    countChecked(counts, sifted?.counted);
    notices.push(...sifted === undefined || isFirst ? [] : commentCopies.write(source, sifted.counted));
    return {
      rendered: sifted?.rendered ?? '',
      ...(sifted === undefined ? {} : { known: sifted.known }),
      ...(checked?.digests && { digests: checked.digests }),
      settings: applied.source && { path: applied.source.path, used: usedEntries(applied.source, checked) },
    };
  }

  function extractOne(source: Source, counts: Counts): Pick<Outcome, 'rendered' | 'settings'> {
    const applied = finder.find(source.input);
    const extracted = examiner.extract(source, applied);
    counts.files += extracted === undefined ? 0 : 1;
    counts.skipped += extracted === undefined ? 1 : 0;
    counts.reports += extracted?.reports.length ?? 0;
    if (extracted?.reports.length === 0) {
      notices.push(`${source.input.path}: ${l10n.t('This is no annual report on disclosure of government information.')}`);
    }
    return {
      rendered: extracted === undefined ? '' : renderFigures(extracted),
      settings: applied.source && { path: applied.source.path, used: [] },
    };
  }

  return async (job, stdin) => {
    const { input } = job;
    notices = [];
    failures = [];
    ({ path } = input);
    const counts = noCounts();
    let result: Pick<Outcome, 'rendered' | 'settings' | 'known' | 'digests'> = { rendered: '', settings: undefined };
    let unread: Unread | undefined;
    try {
      readSource ??= createSourceReader(options.encoding, stdin);
      const source = await readSource(input);
      if (source.content?.isDamaged) {
        notices.push(`${input.path}: ${damageMessage(source.content.encoding)}`);
      }
      result = options.command === 'check' ? checkOne(source, counts, job) : extractOne(source, counts);
      notices.push(...counts.files === 0 ? [] : leftOutOf(source).map((what) => `${input.path}: ${what}`));
    } catch (error) {
      unread = unreadOf(input, error);
    }
    return { ...result, counts, notices, failures, unread };
  };
}

/** What of an office file was not read, in words. */
export function leftOutOf({ office }: Source): string[] {
  return (office?.leftOut ?? []).map(leftOutMessage);
}

function usedEntries(source: SettingsFile, checked: Pick<CheckedFile, 'used'> | undefined): readonly number[] {
  if (checked === undefined || checked.used.size === 0) {
    return [];
  }
  return source.parsed.settings.ignore.flatMap((entry, index) => checked.used.has(entry) ? index : []);
}

export function damageMessage(encoding: EncodingName): string {
  return l10n.t('some bytes are no text in {0}; if the file is in another encoding, name it with --encoding', encoding);
}
