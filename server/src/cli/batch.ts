import * as l10n from '@vscode/l10n';
import { useLocale } from '../l10n.ts';
import type { CheckFormat, ExtractFormat } from './arguments.ts';
import { CommentCopies } from './comment-copies.ts';
import { countFindings, noCounts, type Counts } from './counts.ts';
import type { EncodingName } from './encoding.ts';
import { createExaminer, type CheckedFile } from './examine.ts';
import { failureOf } from './failures.ts';
import { csvFigures } from './format-csv.ts';
import { jsonFigures, jsonFormatter } from './format-json.ts';
import { createSarifFormatter } from './format-sarif.ts';
import { createTextFormatter } from './format-text.ts';
import type { CheckFormatter, Failure, Unread } from './format.ts';
import type { InputFile } from './inputs.ts';
import type { Locale } from './locale.ts';
import { createSourceReader, unreadOf, type SourceReader } from './read-source.ts';
import type { Source } from './source.ts';
import { createSettingsFinder, type SettingsFile } from './settings-files.ts';

/** What every thread must know to do its share; plain data. */
export interface BatchOptions {
  readonly command: 'check' | 'extract';
  readonly format: CheckFormat | ExtractFormat;
  readonly locale: Locale;
  readonly cwd: string;
  readonly config: string | undefined;
  readonly encoding: EncodingName | undefined;
  readonly isColoured: boolean;
  readonly docs: string;
  /** The folder for copies with comments. */
  readonly comments: string | undefined;
}

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
}

export type FileTask = (input: InputFile, stdin: Buffer | undefined) => Promise<Outcome>;

export function checkFormatter(options: BatchOptions): CheckFormatter {
  switch (options.format) {
    case 'json': return jsonFormatter;
    case 'sarif': return createSarifFormatter(options.locale, options.docs);
    default: return createTextFormatter(options.isColoured);
  }
}

export function extractFormatter({ format }: BatchOptions): typeof csvFigures | typeof jsonFigures {
  return format === 'csv' ? csvFigures : jsonFigures;
}

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
  const renderCheck = checkFormatter(options).file;
  const renderFigures = extractFormatter(options).file;

  function checkOne(source: Source, counts: Counts): Pick<Outcome, 'rendered' | 'settings'> {
    const applied = finder.find(source.input.absolute);
    const checked = examiner.check(source, applied);
    countChecked(counts, checked);
    notices.push(...checked === undefined ? [] : commentCopies.write(source, checked));
    return {
      rendered: checked === undefined ? '' : renderCheck(checked),
      settings: applied.source && { path: applied.source.path, used: usedEntries(applied.source, checked) },
    };
  }

  function extractOne(source: Source, counts: Counts): Pick<Outcome, 'rendered' | 'settings'> {
    const extracted = examiner.extract(source, finder.find(source.input.absolute));
    counts.files += extracted === undefined ? 0 : 1;
    counts.skipped += extracted === undefined ? 1 : 0;
    counts.reports += extracted?.reports.length ?? 0;
    if (extracted?.reports.length === 0) {
      notices.push(`${source.input.path}: ${l10n.t('This is no annual report on disclosure of government information.')}`);
    }
    return { rendered: extracted === undefined ? '' : renderFigures(extracted), settings: undefined };
  }

  return async (input, stdin) => {
    notices = [];
    failures = [];
    ({ path } = input);
    const counts = noCounts();
    let result: Pick<Outcome, 'rendered' | 'settings'> = { rendered: '', settings: undefined };
    let unread: Unread | undefined;
    try {
      readSource ??= createSourceReader(options.encoding, stdin);
      const source = await readSource(input);
      if (source.content?.isDamaged) {
        notices.push(`${input.path}: ${damageMessage(source.content.encoding)}`);
      }
      result = options.command === 'check' ? checkOne(source, counts) : extractOne(source, counts);
    } catch (error) {
      unread = unreadOf(input, error);
    }
    return { ...result, counts, notices, failures, unread };
  };
}

export function countChecked(counts: Counts, checked: CheckedFile | undefined): void {
  if (checked === undefined) {
    counts.skipped += 1;
  } else {
    counts.files += 1;
    counts.reports += checked.reports.length;
    countFindings(counts, checked.findings);
  }
}

export function usedEntries(source: SettingsFile, checked: Pick<CheckedFile, 'used'> | undefined): readonly number[] {
  if (checked === undefined || checked.used.size === 0) {
    return [];
  }
  return source.parsed.settings.ignore.flatMap((entry, index) => checked.used.has(entry) ? index : []);
}

export function damageMessage(encoding: EncodingName): string {
  return l10n.t('some bytes are no text in {0}; if the file is in another encoding, name it with --encoding', encoding);
}
