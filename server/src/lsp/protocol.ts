/** All that a client may know of the server: names and shapes of what goes over the wire beside the protocol's own. */
import type { Diagnostic } from 'vscode-languageserver-types';
import type { FormData } from '../forms/form.ts';
import { joinForms } from '../forms/index.ts';
import { officialData, officialForms } from '../official-forms.ts';
import type { LastYearFiles, WantedReport } from '../collection/index.ts';
import type { CompileRequests } from './compile-protocol.ts';
import type { ExportRequests } from './export-protocol.ts';
import type { FolderRequests } from './folder-protocol.ts';
import type { OfficeRequests } from './office-protocol.ts';
import { createRecogniser, type Recogniser } from '../recogniser.ts';
import { parseSettings, readOwnForms, type NamedForm } from '../settings/index.ts';
import type {
  CellChange, ConvertedLayout, FormCell, FormEdit, FormEditResult, FormFigure, FormFinding, FormIdentity, FormTableView, FormView, IdentityList, ListedIdentity,
  NewReport, NewReportResult, Pasted, Range,
  ReportState, SectionState, SeverityCounts, TableState, TextEdit,
} from '../service-types.ts';

export { fileUriOf, officeScheme, officeUri } from '../office-address.ts';
export { revisionMark } from '../forms/revision.ts';
export { printMark } from '../syntax/print-mark.ts';
export {
  allReportFiles, familyOf, isFoundInFolder, isOfficeFile, isReadOffice, languageOfFile, largestText, ownerFiles, type OfficeFamily,
} from '../report-files.ts';
export { ignoreFile, isIgnored, type IgnoreFile } from '../ignore-rules.ts';
export { showsChinese } from '../chinese-bytes.ts';
export { unmarkedUtf16 } from '../unmarked-utf16.ts';
export { unreadReason } from '../unread-files.ts';
export { fromBase64, toBase64 } from './base64.ts';
export { compilableMethod, compileIntoMethod, compileMethod, type CompilableYear, type CompiledInto } from './compile-protocol.ts';
export {
  folderExportMethod, folderPageMethod, reviewMethod,
  type FindingRow, type FolderFormat, type FolderPage, type FolderView, type ListedFile, type ReviewDecision, type ShownFile,
} from './folder-protocol.ts';
export { exportMethod, type ExportFormat, type ExportParams, type ExportResult } from './export-protocol.ts';
export {
  extractPdfMethod, readOfficeMethod, writeOfficeMethod,
  type ExtractPdfParams, type ExtractPdfResult, type FromPdfWorker, type ReadOfficeResult, type RefusedLine, type ToPdfWorker, type WriteOfficeResult,
} from './office-protocol.ts';
export type {
  CellChange, ConvertedLayout, FormCell, FormEdit, FormFigure, FormFinding, FormIdentity, FormTableView, FormView, IdentityList, ListedIdentity,
  NewReportResult, Range,
  ReportState, SectionState, SeverityCounts, TableState, TextEdit,
};

export { formFileEnd, uriBeside } from '../settings/index.ts';
export type { Recogniser } from '../recogniser.ts';
export type { FormData as OwnForm } from '../forms/form.ts';

/** Whether a text is a report on an official form, or the beginning of one. */
export const looksLikeReport = createRecogniser(officialForms);

/** Tells reports on the official forms and on others. */
export function recogniserOf(own: readonly FormData[]): Recogniser {
  return createRecogniser(joinForms(officialForms, own));
}

/** The form files that a settings file names. */
export function formFilesIn(settings: string): readonly NamedForm[] {
  return parseSettings(settings).formFiles;
}

/** The forms in such files, of those whose texts are given by their names, as far as they can be used. */
export function ownFormsIn(files: readonly NamedForm[], texts: ReadonlyMap<string, string>): readonly FormData[] {
  return readOwnForms(files, texts, officialData).forms;
}

/** The language of documents that are reports by their file name. */
export const reportLanguage = 'disclosure-report';

/** The languages in which documents are reports by their content. */
export const textLanguages: readonly string[] = ['markdown', 'plaintext', 'html'];

/** The settings file that is looked for in a document's folder and above. */
export const settingsFileName = '.disclosure-report.json';

/** Whether an address is that of a settings file. */
export function isSettingsFile(uri: string): boolean {
  return uri.endsWith(`/${settingsFileName}`);
}

/** The section of the editor's settings. */
export const settingsSection = 'disclosureReport';

/** The `source` of every diagnostic. */
export const diagnosticSource = 'disclosure-report';

/** The source action that recomputes totals; not below `source.fixAll`, so that nothing runs it unasked. */
export const recomputeTotalsKind = 'source.disclosureReport.recomputeTotals';

/** A request: what it takes and what it answers. */
interface Request<Params, Answer> {
  readonly params: Params;
  readonly answer: Answer;
}

export const statesMethod = 'disclosureReport/states';
export const editsMethod = 'disclosureReport/edits';
export const figuresMethod = 'disclosureReport/figures';
export const identitiesMethod = 'disclosureReport/identities';
export const formViewMethod = 'disclosureReport/formView';
export const formEditMethod = 'disclosureReport/formEdit';
export const convertTableMethod = 'disclosureReport/convertTable';
export const followTotalsMethod = 'disclosureReport/followTotals';
export const pasteTableMethod = 'disclosureReport/pasteTable';
export const pasteFiguresMethod = 'disclosureReport/pasteFigures';
export const newReportMethod = 'disclosureReport/newReport';
export const nextReportMethod = 'disclosureReport/nextReport';
export const checkFileMethod = 'disclosureReport/checkFile';
export const lastYearFilesMethod = 'disclosureReport/lastYearFiles';
export const knowFileMethod = 'disclosureReport/knowFile';
export const staleFilesMethod = 'disclosureReport/staleFiles';
export const forgetFilesMethod = 'disclosureReport/forgetFiles';

/** What a client may ask beside the protocol's own requests; null where the server does not have the document. */
export interface Requests extends OfficeRequests, ExportRequests, FolderRequests, CompileRequests {
  /** How each report of the document stands: its sections, tables and counts of findings. */
  readonly [statesMethod]: Request<DocumentParams, readonly ReportState[]>;
  /** The changes that recompute all totals or fill all blanks. */
  readonly [editsMethod]: Request<EditsParams, ChangesResult | null>;
  /** Where the figures of each table stand. */
  readonly [figuresMethod]: Request<DocumentParams, FiguresResult | null>;
  readonly [identitiesMethod]: Request<DocumentParams, readonly IdentityList[]>;
  /** The tables of a report as its form has them. */
  readonly [formViewMethod]: Request<FormViewParams, FormViewResult | null>;
  /** The edits of the text that an input into the form asks for. */
  readonly [formEditMethod]: Request<FormEditParams, VersionedFormEdit | null>;
  readonly [convertTableMethod]: Request<ConvertTableParams, ConvertTableResult | null>;
  /** The edits of totals that a change of their parts asks for. */
  readonly [followTotalsMethod]: Request<FollowTotalsParams, EditsResult | null>;
  /** The text to insert for a table that was copied elsewhere; null where none is offered. */
  readonly [pasteTableMethod]: Request<PasteTableParams, string | null>;
  /** The edits that fill cells with figures that were copied elsewhere; null where none are offered. */
  readonly [pasteFiguresMethod]: Request<PasteTableParams, VersionedFormEdit | null>;
  readonly [newReportMethod]: Request<NewReportParams, NewReportResult | null>;
  /** The document's report turned into the next year's. */
  readonly [nextReportMethod]: Request<NextReportParams, NewReportResult | null>;
  /** What is found in a file, which is not opened by that. */
  readonly [checkFileMethod]: Request<CheckFileParams, CheckFileResult | null>;
  /** Last year's reports that are not known yet, and the files, of those named, that are worth reading for them. */
  readonly [lastYearFilesMethod]: Request<LastYearFilesParams, LastYearFilesResult | null>;
  /** Takes in a file that is not open if it holds last year's report of another; tells whether it does. */
  readonly [knowFileMethod]: Request<KnowFileParams, boolean>;
  /** The files among those that were checked of which something else would be said now, because others have changed. */
  readonly [staleFilesMethod]: Request<Readonly<Record<string, never>>, readonly string[]>;
  /** Files that are gone, or that are of no interest any more; all where none is named. */
  readonly [forgetFilesMethod]: Request<ForgetFilesParams, null>;
}

/** Server → client, request: `DocumentParams` → the file's text, or null where there is no such file. */
export const readFileMethod = 'disclosureReport/readFile';

/** Server → client, notification: `DocumentParams`; the document's states may be other ones now. */
export const statesChangedMethod = 'disclosureReport/statesChanged';

/** Server → client, notification: `DocumentParams`; the document was read in a wrong encoding (it has U+FFFD). */
export const wrongEncodingMethod = 'disclosureReport/wrongEncoding';

/** Server → client, notification: `SettingsChange`; settings changed. */
export const settingsChangedMethod = 'disclosureReport/settingsChanged';

/** Server → client, notification without parameters: files that are not open may have other findings, because others have changed. */
export const filesConcernedMethod = 'disclosureReport/filesConcerned';

/** The client's command behind the lens above a table: `uri`, the report's number and the table's id → a list to choose from. */
export const showIdentitiesCommand = 'disclosureReport.showIdentities';

export interface SettingsChange {
  /** Whether files that are not open may have other findings; otherwise only what reviewers decided is another. */
  readonly areFindingsOthers: boolean;
}

export interface DocumentParams {
  readonly uri: string;
}

export interface CheckFileParams extends DocumentParams {
  readonly languageId: string;
  readonly text: string;
}

interface LastYearFilesParams extends DocumentParams {
  /** By the URIs of their documents. */
  readonly files: readonly string[];
}

export interface LastYearFilesResult extends LastYearFiles {
  readonly wanted: readonly WantedReport[];
}

interface KnowFileParams extends CheckFileParams {
  /** The open document that is to be compared with it. */
  readonly for: string;
}

interface ForgetFilesParams {
  readonly uris?: readonly string[];
}

export interface CheckFileResult {
  /** Of the reports in the file; empty where it holds none. */
  readonly states: readonly ReportState[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface EditsParams extends DocumentParams {
  readonly kind: 'recomputeTotals' | 'fillBlanks';
}

export interface EditsResult {
  /** The version that the edits are for. */
  readonly version: number;
  /** In the order of the text; empty where there is nothing to change. */
  readonly edits: readonly TextEdit[];
  /** Set where the document must not be edited, because it was read in a wrong encoding. */
  readonly wrongEncoding?: true;
}

/** Cell by cell, in the order of the text. */
export interface ChangesResult extends Omit<EditsResult, 'edits'> {
  readonly changes: readonly CellChange[];
}

export interface ConvertTableParams extends DocumentParams {
  /** In the table; all tables are meant where there is none. */
  readonly position?: Range['start'];
  readonly layout: ConvertedLayout;
}

export interface ConvertTableResult extends EditsResult {
  /** Why there are no edits, or not for all tables, as a message to show. */
  readonly refusal?: string;
}

export interface FollowTotalsParams extends DocumentParams {
  /** What was changed. */
  readonly range: Range;
}

export interface PasteTableParams extends DocumentParams {
  /** What the table is to take the place of. */
  readonly range: Range;
  readonly pasted: Pasted;
}

/** The figures of each table, in the order of the text. */
export interface FiguresResult {
  readonly version: number;
  readonly tables: readonly (readonly PlacedFigure[])[];
}

export interface PlacedFigure {
  readonly range: Range;
  /** Null where the cell is blank or no number. */
  readonly value: number | null;
}

export interface NewReportParams extends NewReport {
  /** A file beside which the report is to stand, whose settings count; those of the first folder where there is none. */
  readonly beside?: string;
}

export interface NextReportParams extends DocumentParams {
  /** Of a file that is not open, in Markdown. */
  readonly text?: string;
  /** In the report that is to be turned into the next year's. */
  readonly position: Range['start'];
}

interface FormViewParams extends DocumentParams {
  /** The report whose tables are wanted; the last one where there are fewer. */
  readonly report: number;
}

export interface FormViewResult {
  /** The report that has its tables. */
  readonly report: number;
  readonly version: number;
  readonly reports: readonly FormView[];
  /** Set where the document must not be edited, because it was read in a wrong encoding. */
  readonly wrongEncoding?: true;
}

export interface FormEditParams extends DocumentParams {
  readonly edit: FormEdit;
}

export interface VersionedFormEdit extends FormEditResult {
  /** The version that the edits are for. */
  readonly version: number;
  readonly wrongEncoding?: true;
}

/** What a client may tell in `initialize`; each part is optional. */
export interface InitializationOptions {
  /** URI of the folder that holds the page of each rule (`CODE.md`), with a slash at its end. */
  readonly rulePages?: string;
  /** URI of the folder that holds the page of each form (`ID.md`), with a slash at its end. */
  readonly formPages?: string;
  /** Whether the client answers `disclosureReport/readFile`. */
  readonly readFile?: boolean;
  /** Whether the client asks about files that are not open, and wants `disclosureReport/settingsChanged`. */
  readonly checksFiles?: boolean;
  /** Whether the client wants `disclosureReport/statesChanged`. */
  readonly states?: boolean;
  /** Whether the client has the command `disclosureReport.showIdentities`; others get no lenses. */
  readonly showsIdentities?: boolean;
  /** Whether the client asks for formatting by itself, only where there is a report; the server then does not announce it. */
  readonly asksForFormatting?: boolean;
  /** Whether hints with computed totals are wanted; where nothing is said they are offered to who shows hints at all. */
  readonly inlayHints?: boolean;
  /** Whether the client knows our own types of tokens though it does not list them; others get standard ones. */
  readonly reportTokens?: boolean;
  /** Whether the client asks for the diagnostics of whatever it shows; one that has asked for none after a while is sent them. */
  readonly pulls?: boolean;
  /** Whether the client takes `disclosureReport/wrongEncoding`; others get a message to show. */
  readonly wrongEncoding?: boolean;
  /** Whether the client answers `disclosureReport/extractPdf`; a server in a browser reads no PDF without. */
  readonly extractsPdf?: boolean;
}
