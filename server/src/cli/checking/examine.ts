import * as l10n from '@vscode/l10n';
import { namesOf, type Neighbours, type ReportDigest } from '../../collection/index.ts';
import { languageOfFile } from '../../report-files.ts';
import type { CheckedParts } from '../../folder/index.ts';
import { reportsOf, type ExportedFile, type PlacedFinding } from '../../export/index.ts';
import type { OfficeSource, OfficeText } from '../../office/office-text.ts';
import { describePlace } from '../../office/words.ts';
import { createReportService } from '../../service.ts';
import type {
  Diagnostic, ExtractedReport, IgnoreEntry, Range, ReportDocument, ReportService, ReportSummary, ReviewEntry, WantedFix,
} from '../../service-types.ts';
import { dataOf } from '../../rules/codes.ts';
import { applyIgnore } from '../../settings/index.ts';
import type { Source } from '../reading/source.ts';
import type { AppliedSettings } from '../reading/settings-files.ts';
import { lineEnd } from '../../syntax/lines.ts';
import { positionsIn } from '../../syntax/positions.ts';

/** A finding as the command line gives it; `report` and what follows are absent where it is about no report. */
export interface Finding extends Omit<Diagnostic, 'report'> {
  readonly report?: number;
}

/** What `check` found in one file. */
export interface CheckedFile {
  readonly path: string;
  readonly text: string;
  /** What kind of file the text was read from, where it is no text itself. */
  readonly source?: OfficeSource;
  /** Where in such a file something stands, in words. */
  readonly whereOf?: (range: Range) => string | undefined;
  readonly reports: readonly ReportSummary[];
  readonly findings: readonly Finding[];
  /** The entries of `ignore` that suppressed something. */
  readonly used: ReadonlySet<IgnoreEntry>;
  /** What other files have to know of the reports. */
  readonly digests?: readonly ReportDigest[];
  /** What else a list of findings says of its reports; absent where there is none. */
  readonly about?: () => Pick<CheckedParts, 'states' | 'keyFigures' | 'organKey'> & { readonly review: readonly ReviewEntry[] };
}

/** What `extract` read in one file. */
export interface ExtractedFile {
  readonly path: string;
  readonly source?: OfficeSource;
  readonly reports: readonly ExtractedReport[];
}

export interface Examiner {
  open(source: Source, text: string, applied: AppliedSettings, neighbours?: readonly Neighbours[]): ReportDocument;
  /** Undefined for a file found in a folder that is no report; `neighbours` are what its reports are compared with. */
  check(source: Source, applied: AppliedSettings, neighbours?: readonly Neighbours[]): CheckedFile | undefined;
  /** What other files have to know of a file's reports. */
  digests(source: Source, applied: AppliedSettings): readonly ReportDigest[];
  extract(source: Source, applied: AppliedSettings): ExtractedFile | undefined;
  /** Undefined for a file found in a folder that is no report; with `sheets` for check sheets, which show findings. */
  print(source: Source, applied: AppliedSettings, sheets?: { readonly neighbours: readonly Neighbours[] }): ExportedFile | undefined;
  /** The findings of an open document, but those that the settings suppress; none where it is no report. */
  findings(document: ReportDocument, applied: AppliedSettings): { kept: readonly Diagnostic[]; used: ReadonlySet<IgnoreEntry> };
  /** Of fixes those that can be applied at once. */
  together(document: ReportDocument, wanted: readonly WantedFix[]): readonly WantedFix[];
}

/** One engine for every file of a call. `log` is told of a feature that failed. */
export function createExaminer(log: (message: string) => void): Examiner {
  const service = createReportService({ log });
  return {
    open: (source, text, applied, neighbours) => open(service, source, text, applied, neighbours),
    check(source, applied, neighbours) {
      const { input, content } = source;
      const document = content && open(service, source, content.text, applied, neighbours);
      if (document === undefined || !isWhole(service, document)) {
        return input.isNamed ? notAReport(source, applied) : undefined;
      }
      const { kept, used } = findings(service, document, applied);
      const [reports, digests] = [service.summaries(document), service.digests(document)];
      const about = (): ReturnType<typeof aboutOf> => aboutOf(service, document, applied);
      return { path: input.path, text: document.text, reports, findings: kept, used, digests, about, ...officeOf(source) };
    },
    digests(source, applied) {
      const document = source.content && open(service, source, source.content.text, applied);
      return document !== undefined && isWhole(service, document) ? service.digests(document) : [];
    },
    extract: (source, applied) => extract(service, source, applied)?.file,
    print(source, applied, sheets) {
      const extracted = extract(service, source, applied, sheets?.neighbours);
      if (extracted?.document === undefined) {
        return extracted && { ...extracted.file, reports: [] };
      }
      const { file, document } = extracted;
      return { ...file, reports: reportsOf(service, document, sheets !== undefined ? placed(source, findings(service, document, applied).kept) : []) };
    },
    findings: (document, applied) => (isWhole(service, document) ? findings(service, document, applied) : { kept: [], used: new Set() }),
    together: (document, wanted) => service.fixesTogether(document, wanted),
  };
}

/** A file with its figures and, where it is a report, its document; undefined where it was found in a folder and is none. */
function extract(
  service: ReportService, source: Source, applied: AppliedSettings, neighbours?: readonly Neighbours[],
): { file: ExtractedFile; document: ReportDocument | undefined } | undefined {
  const { input, content, office } = source;
  const opened = content && open(service, source, content.text, applied, neighbours);
  const document = opened && isWhole(service, opened) ? opened : undefined;
  return document !== undefined || input.isNamed ? {
    document, file: { path: input.path, reports: document ? service.extract(document) : [], ...(office === undefined ? {} : { source: office.source }) },
  } : undefined;
}

function aboutOf(service: ReportService, document: ReportDocument, { settings }: AppliedSettings): ReturnType<NonNullable<CheckedFile['about']>> {
  return { states: service.states(document), keyFigures: service.keyFigures(document), review: settings.review, organKey: namesOf(settings).organ };
}

/** A report of which no more than the title is there is left to the editor. */
function isWhole(service: ReportService, document: ReportDocument): boolean {
  return service.isReport(document) && !service.isBegun(document);
}

function open(
  service: ReportService, { input, office }: Source, text: string, { settings }: AppliedSettings, neighbours: readonly Neighbours[] = [],
): ReportDocument {
  const language = office === undefined ? languageOfFile(input.absolute) ?? 'plaintext' : 'markdown';
  const document = service.open(input.absolute, language, 1, text);
  // The entries of `ignore` are applied below, for there it is known which of them suppressed something.
  service.configure(document, { ...settings, ignore: [] });
  service.surround(document, neighbours);
  return document;
}

function findings(service: ReportService, document: ReportDocument, { settings }: AppliedSettings): ReturnType<Examiner['findings']> {
  return applyIgnore(service.diagnostics(document), settings.ignore, positionsIn(document.text).textAt);
}

function officeOf({ office, content }: Source): Pick<CheckedFile, 'source' | 'whereOf'> {
  return office === undefined ? {} : { source: office.source, whereOf: whereIn(office, content?.text ?? office.text) };
}

/** Findings with their places in words: those of an office file, else lines counted from 1. */
function placed({ office, content }: Source, found: readonly Diagnostic[]): PlacedFinding[] {
  const whereOf = office && whereIn(office, content?.text ?? office.text);
  return found.map(({ severity, message, code, report, range }) =>
    ({ severity, message, code, report, where: whereOf?.(range) ?? l10n.t('line {0}', range.start.line + 1) }));
}

function whereIn(office: OfficeText, text: string): (range: Range) => string | undefined {
  const { offset } = positionsIn(text);
  return ({ start }) => {
    const place = office.place(offset(start));
    return place && describePlace(place);
  };
}

function notAReport(source: Source, { settings }: AppliedSettings): CheckedFile {
  const { input, content } = source;
  const text = content?.text ?? '';
  const severity = settings.severity['not-a-report'] ?? dataOf('not-a-report').severity;
  const message = content === undefined
    ? l10n.t('This is a binary file and no annual report on disclosure of government information.')
    : l10n.t('This is no annual report on disclosure of government information.');
  const found: Finding[] = severity === 'off' ? [] : [
    { code: 'not-a-report', severity, message, range: firstWords(text), related: [], fixes: [] },
  ];
  const { kept, used } = applyIgnore(found, settings.ignore, positionsIn(text).textAt);
  return { path: input.path, text, reports: [], findings: kept, used, ...officeOf(source) };
}

/** The first line that is not blank, without the white space around it. */
function firstWords(text: string): Range {
  const start = Math.max(0, text.search(/\S/u));
  return positionsIn(text).range(start, text.slice(start, lineEnd(text, start)).trimEnd().length);
}
