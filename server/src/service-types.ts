import type { Neighbours, ReportDigest, UnitReport } from './collection/index.ts';
import type { Form } from './forms/index.ts';
import type { ReadableLayout } from './syntax/layout.ts';
import type { Position, Range } from './syntax/positions.ts';
import type {
  CompletionEntry, Definition, DocumentLink, Fold, Highlight, Hover, InlayHint, OutlineEntry, SemanticToken, Signature,
} from './types/editor.ts';
import type { CellChange, ContentChange, ConvertedLayout, LayoutChoice, Pasted, RefusableEdits, TextEdit, TitledEdits } from './types/edits.ts';
import type { ExtractedReport, KeyTable, LastYearFigure, ReportSummary } from './types/figures.ts';
import type { Diagnostic, WantedFix } from './types/findings.ts';
import type { FormEdit, FormEditResult, FormView } from './types/form-view.ts';
import type { CompiledChanges, CompiledReport, NewReport, NewReportResult } from './types/new-report.ts';
import type { PrintedReport } from './types/printed.ts';
import type { Settings } from './types/settings.ts';
import type { CountedIdentities, IdentityList, ReportState } from './types/states.ts';

export type { Position, Range };
export type * from './types/edits.ts';
export type * from './types/editor.ts';
export type * from './types/figures.ts';
export type * from './types/findings.ts';
export type * from './types/form-view.ts';
export type * from './types/new-report.ts';
export * from './types/settings.ts';
export type * from './types/states.ts';

/** An open document; only the service looks inside. */
export interface ReportDocument {
  readonly uri: string;
  readonly languageId: string;
  readonly version: number;
  readonly text: string;
}

/** The one façade over the engine: plain data in, plain data out; never throws for any text. */
export interface ReportService {
  /** Parses a text from fresh. */
  open(uri: string, languageId: string, version: number, text: string): ReportDocument;
  /** Applies changes in order; parses again only what they touch. The document object stays the same. */
  edit(document: ReportDocument, changes: readonly ContentChange[], version: number): void;
  /** Sets the settings in force for a document; findings follow. */
  configure(document: ReportDocument, settings: Settings): void;
  /** What other reports have to know of the document's, in its order; the same objects as long as they say the same. */
  digests(document: ReportDocument): readonly ReportDigest[];
  /** Sets what each report of the document is compared with; findings follow. Whether that is something else than before. */
  surround(document: ReportDocument, neighbours: readonly Neighbours[]): boolean;
  /** The settings in force for a document. */
  settingsOf(document: ReportDocument): Settings;
  /** Whether there is a report in the text, or the beginning of one; everything below answers empty where not. */
  isReport(document: ReportDocument): boolean;
  /** Whether the text is the title of a report with nothing of its form below. */
  isBegun(document: ReportDocument): boolean;
  /** In the order of the text; the same object until the document or its settings change. */
  diagnostics(document: ReportDocument): readonly Diagnostic[];
  /** The findings that touch the range, with their fixes and the ways to suppress them. */
  quickFixes(document: ReportDocument, range: Range): readonly WantedFix[];
  /** Of fixes, as the findings offer them, those that can be applied at once. */
  fixesTogether(document: ReportDocument, wanted: readonly WantedFix[]): readonly WantedFix[];
  /** Edits that set all totals to what their parts say, in the reports that the range touches (default: all). */
  recomputeTotals(document: ReportDocument, range?: Range): readonly TextEdit[];
  /** Edits that fill all blank cells with 0 where no identity forbids it. */
  fillBlanks(document: ReportDocument, range?: Range): readonly TextEdit[];
  /** The same cell by cell, to choose from. */
  cellChanges(document: ReportDocument, kind: 'recomputeTotals' | 'fillBlanks'): readonly CellChange[];
  extract(document: ReportDocument): readonly ExtractedReport[];
  summaries(document: ReportDocument): readonly ReportSummary[];
  /** The figures that say most of each report, table by table. */
  keyFigures(document: ReportDocument): readonly (readonly KeyTable[])[];
  hover(document: ReportDocument, position: Position): Hover | null;
  /** The row at a position with all columns that the form has for it; null where no figure stands. */
  signature(document: ReportDocument, position: Position): Signature | null;
  outline(document: ReportDocument): readonly OutlineEntry[];
  semanticTokens(document: ReportDocument, range?: Range): readonly SemanticToken[];
  states(document: ReportDocument): readonly ReportState[];
  /** The tables that have identities, with the state of each identity. */
  identityLists(document: ReportDocument): readonly IdentityList[];
  identityCounts(document: ReportDocument): readonly CountedIdentities[];
  /** The figure at a position and all operands of its identities, or a sentence's number and the figures that it is about. */
  highlights(document: ReportDocument, position: Position): readonly Highlight[];
  /** The parts of the total at a position, or the figures that a sentence's number is about. */
  definition(document: ReportDocument, position: Position): Definition | null;
  /** The totals and sentences that use the figure at a position; `isIncluded` adds the figure itself. */
  references(document: ReportDocument, position: Position, isIncluded: boolean): readonly Range[];
  /** Where running text names the notices that fix the forms. */
  documentLinks(document: ReportDocument): readonly DocumentLink[];
  folds(document: ReportDocument): readonly Fold[];
  /** What may be selected around a position, the smallest first, each within the next. */
  selectionRanges(document: ReportDocument, position: Position): readonly Range[];
  /** What the parts make, behind each total in the range that says something else. */
  inlayHints(document: ReportDocument, range: Range): readonly InlayHint[];
  /** Edits of spaces and tabs alone that bring the pipe tables of reports into line (default: all). */
  format(document: ReportDocument, range?: Range): readonly TextEdit[];
  /** Edits that write the table at a position in another layout. */
  convertTable(document: ReportDocument, position: Position, layout: ConvertedLayout): RefusableEdits;
  /** Edits that write all tables in another layout; the refusal names those that stay as they are. */
  convertTables(document: ReportDocument, layout: ConvertedLayout): RefusableEdits;
  /** Whether the table at a position may be laid out in a way; whether it reads the same then is tried when that is chosen. */
  mayBeLaidOut(document: ReportDocument, position: Position, choice: LayoutChoice): boolean;
  layOut(document: ReportDocument, position: Position, choice: LayoutChoice): RefusableEdits;
  /** What was copied as a table in the document's own layout, to take the place of a range; null where that is no table. */
  pasteTable(document: ReportDocument, range: Range, pasted: Pasted): string | null;
  /** Edits that let the totals follow figures that have just been changed; only those that depend on them. */
  followTotals(document: ReportDocument, range: Range): readonly TextEdit[];
  /** The reports as their official form; where one is asked for, the others come without their tables. */
  formViews(document: ReportDocument, only?: number): readonly FormView[];
  /** The reports as they are printed, in their order. */
  printedReports(document: ReportDocument): readonly PrintedReport[];
  /** Edits that put copied cells into a table, from the figure at the start of a range on; null where there is none, or no cells. */
  pasteFigures(document: ReportDocument, range: Range, pasted: Pasted): FormEditResult | null;
  /** The edits that write numbers into a table of the form, in the layout of the text. */
  formEdits(document: ReportDocument, edit: FormEdit): FormEditResult;
  /** The empty form of a year. */
  newReport(request: NewReport, settings?: Pick<Settings, 'ownForms'>): NewReportResult;
  /** A government's report with the sums of its units' figures. */
  compileReport(request: NewReport, units: readonly UnitReport[], settings?: Pick<Settings, 'ownForms'>): CompiledReport;
  /** What puts those sums into the government's report at a position; null where that has no units whose reports are known. */
  compiledChanges(document: ReportDocument, position: Position): CompiledChanges | null;
  /** What last year's report has in the cell at a position; null where that is not known. */
  lastYearFigure(document: ReportDocument, position: Position): LastYearFigure | null;
  /** What fills the blank at a position with what follows from last year's report. */
  lastYearFills(document: ReportDocument, position: Position): readonly TitledEdits[];
  /** What takes the mark off the paragraph at a position that is marked to be revised. */
  revisedParagraph(document: ReportDocument, position: Position): readonly TitledEdits[];
  /** The report at a position turned into the next year's. */
  nextReport(document: ReportDocument, position: Position): NewReportResult;
  completions(document: ReportDocument, position: Position): readonly CompletionEntry[];
}

/** What the engine is given from outside. */
export interface ServiceOptions {
  /** The forms to read reports against, oldest first; the official ones where none are given. */
  readonly forms?: readonly Form[];
  /** The layouts in which tables are read, in the order in which they are tried; all that are known where none are given. */
  readonly layouts?: readonly ReadableLayout[];
  /** Called with what a feature failed at; the feature then answers empty. */
  readonly log?: (message: string) => void;
}
