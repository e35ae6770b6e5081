import { createCollection, namesOf } from '../collection/index.ts';
import { createExaminer, type Finding as CheckedFinding } from '../cli/checking/examine.ts';
import { decode } from '../cli/reading/encoding.ts';
import { findInputs, type InputFile } from '../cli/walking/inputs.ts';
import { createSourceReader, unreadOf } from '../cli/reading/read-source.ts';
import { createSettingsFinder, type AppliedSettings } from '../cli/reading/settings-files.ts';
import { sourceOf, type Source } from '../cli/reading/source.ts';
import type { FormData } from '../forms/index.ts';
import { useLocale } from '../l10n.ts';
import { officeHost } from '../cli/reading/office-host.ts';
import { isUnread } from '../office/office-text.ts';
import { readOffice } from '../office/read-office.ts';
import { unreadMessage } from '../office/words.ts';
import { officialData } from '../official-forms.ts';
import { isReadOffice } from '../report-files.ts';
import { emptySettings, parseForm } from '../settings/index.ts';
import { reportIndexOf } from './report-index.ts';
import type { Finding, ReadFile, ReadOptions, ReadReport, ReportIndex, UnreadFile } from './types.ts';

export type * from './types.ts';

/**
 * Reads one text, or the bytes of one file, whatever format it is in.
 * @param content the text, or the bytes of a text in any encoding, a Word file, a workbook or a PDF
 * @param options `name` tells the format of bytes where their content does not, and is the `path` that comes back
 * @returns the reports in it; none where it is no annual report
 * @throws Error where an office file cannot be read or a form has a fault, in the words of the locale
 */
export async function readReport(content: string | Uint8Array, options: ReadOptions & { readonly name?: string } = {}): Promise<ReadFile> {
  useLocale(options.locale);
  const name = options.name ?? (typeof content === 'string' ? 'report.md' : 'report');
  const input: InputFile = { path: name, absolute: name, base: '.', isNamed: true };
  const applied: AppliedSettings = { settings: { ...emptySettings, ownForms: readForms(options.forms ?? []) }, source: undefined };
  return fileOf(await sourceFrom(content, input), applied, createFileExaminer());
}

/**
 * Reads the files that `disclosure-report check` would: files, folders, globs and archives, with the settings files beside them.
 * One file after the other is read, so that a folder may be larger than memory.
 * @param paths from the working folder
 * @returns each file in which reports were found or that was named, in order; what could not be read comes with its reason
 * @throws Error where a form has a fault
 */
export async function* readReports(paths: readonly string[], options: ReadOptions = {}): AsyncGenerator<ReadFile | UnreadFile> {
  useLocale(options.locale);
  const ownForms = readForms(options.forms ?? []);
  const unread: UnreadFile[] = [];
  const cwd = process.cwd();
  const { files } = findInputs(paths, cwd, (path, error) => unread.push(unreadFile(path, error)));
  const finder = createSettingsFinder({ cwd, config: options.config, onFailure: (path, error) => unread.push(unreadFile(path, error)) });
  const readSource = createSourceReader(undefined, undefined);
  const examiner = createFileExaminer();
  for (const input of files) {
    try {
      const { settings, source } = finder.find(input);
      const file = fileOf(await readSource(input), { settings: { ...settings, ownForms: [...settings.ownForms ?? [], ...ownForms] }, source }, examiner);
      if (input.isNamed || file.reports.length > 0) {
        yield file;
      }
    } catch (error) {
      yield { path: input.path, unread: unreadOf(input, error).reason };
    }
    yield* unread.splice(0);
  }
  yield* unread;
}

/**
 * Reads the files that `readReports` would into an index, which keeps of each report what others have to know of it: some 10 kB.
 * @throws Error where a form has a fault
 */
export async function indexReports(paths: readonly string[], options: ReadOptions = {}): Promise<ReportIndex> {
  useLocale(options.locale);
  const ownForms = readForms(options.forms ?? []);
  const unread: UnreadFile[] = [];
  const cwd = process.cwd();
  const leave = (path: string, error: unknown): void => void unread.push(unreadFile(path, error));
  const { files } = findInputs(paths, cwd, leave);
  const finder = createSettingsFinder({ cwd, config: options.config, onFailure: leave });
  const readSource = createSourceReader(undefined, undefined);
  const examiner = createFileExaminer();
  const collection = createCollection();
  let names = namesOf({});
  for (const input of files) {
    try {
      const { settings, source } = finder.find(input);
      const own = namesOf(settings);
      names = own.units.size > names.units.size ? own : names;
      const digests = examiner.digests(await readSource(input), { settings: { ...settings, ownForms: [...settings.ownForms ?? [], ...ownForms] }, source });
      collection.set(input.path, digests, own);
    } catch (error) {
      leave(input.path, error);
    }
  }
  return reportIndexOf({ collection, unread, names });
}

function unreadFile(path: string, error: unknown): UnreadFile {
  return { path, unread: unreadOf({ path, absolute: path, base: '.', isNamed: true }, error).reason };
}

/** @throws Error with all faults of a form */
function readForms(texts: readonly string[]): readonly FormData[] {
  return texts.reduce<readonly FormData[]>((forms, text) => {
    const { form, problems } = parseForm(text, [...officialData, ...forms]);
    if (form === undefined || problems.length > 0) {
      throw new Error(problems.map(({ message, range: { start } }) => `${start.line + 1}: ${message}`).join('\n'));
    }
    return [...forms, form];
  }, []);
}

async function sourceFrom(content: string | Uint8Array, input: InputFile): Promise<Source> {
  if (typeof content === 'string') {
    return { input, bytes: Buffer.alloc(0), content: { text: content, encoding: 'utf-8', hasMark: false, isDamaged: false } };
  }
  const bytes = Buffer.from(content);
  const text = isReadOffice(input.absolute) ? undefined : decode(bytes);
  if (text !== undefined) {
    return { input, bytes, content: text };
  }
  const office = await readOffice(bytes, officeHost);
  if (isUnread(office)) {
    throw new Error(unreadMessage(office.unread));
  }
  return sourceOf(input, bytes, office);
}

/** A report that could not be read to the end must not pass for a whole one. */
function createFileExaminer(): ReturnType<typeof createExaminer> {
  return createExaminer((message) => {
    throw new Error(message);
  });
}

function fileOf(source: Source, applied: AppliedSettings, examiner: ReturnType<typeof createExaminer>): ReadFile {
  const checked = examiner.check(source, applied);
  const extracted = examiner.extract(source, applied);
  const { path } = source.input;
  return {
    path,
    text: source.content?.text ?? '',
    ...(source.office === undefined ? {} : { source: source.office.source }),
    reports: (extracted?.reports ?? []).map(({ range, organ, year, form, tables, figures }): ReadReport => ({ range, organ, year, form, tables, figures })),
    findings: (checked?.findings ?? []).map((finding) => findingOf(finding, checked?.whereOf?.(finding.range))),
  };
}

function findingOf({ code, severity, message, range, report, figure, related, fixes }: CheckedFinding, where: string | undefined): Finding {
  return {
    code, severity, message, range,
    ...(report === undefined ? {} : { report }), ...(figure === undefined ? {} : { figure }), ...(where === undefined ? {} : { where }),
    related: related.map(({ range: at, message: text, uri }) => ({ range: at, message: text, ...(uri === undefined ? {} : { path: uri }) })),
    fixes: fixes.map(({ title, isPreferred, isSafe, edits }) => ({ title, isPreferred, isSafe, edits })),
  };
}
