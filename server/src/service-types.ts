import type { Neighbours, ReportDigest, UnitReport } from './collection/index.ts';
import type { Form, FormData } from './forms/index.ts';
import type { Severity } from './rules/codes.ts';
import type { Position, Range } from './syntax/positions.ts';
import type { FigureValues } from './model/report.ts';
import type { ReportedIdentity } from './model/arithmetic/reporting.ts';
import type { PrintedReport } from './printed-types.ts';
import type { ReadableLayout } from './syntax/layout.ts';

export type { Position, Range };

export interface TextEdit {
  readonly range: Range;
  readonly newText: string;
}

export interface Diagnostic {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly range: Range;
  /** Which of the document's reports it belongs to. */
  readonly report: number;
  readonly figure?: string;
  /** Computed when first read. */
  readonly related: readonly RelatedInformation[];
  /** Computed when first read. */
  readonly fixes: readonly QuickFix[];
}

export interface RelatedInformation {
  readonly range: Range;
  readonly message: string;
  /** Where it is another document. */
  readonly uri?: string;
}

export interface QuickFix {
  readonly title: string;
  readonly isPreferred: boolean;
  readonly isSafe: boolean;
  readonly edits: readonly TextEdit[];
  /** The figures that it sets, by id, and to what; every other figure stays as it is. */
  readonly sets?: FigureValues;
  /** The identities that it says it breaks. */
  readonly breaks?: readonly ReportedIdentity[];
  /** Codes that were not looked for before, so that what is found with it need not be its doing. */
  readonly reveals?: readonly string[];
}

/** A fix, and the finding that it is for. */
export interface WantedFix {
  readonly diagnostic: Diagnostic;
  readonly fix: QuickFix;
}

/** A change of a document's text, as the protocol sends it: a range replaced, or the whole text. */
export type ContentChange = { readonly range: Range; readonly text: string } | { readonly text: string };

export interface ReportSummary {
  readonly range: Range;
  readonly organ: string | null;
  readonly year: number | null;
  /** The form in force for the year. */
  readonly form: string | null;
  /** The form that each table found shows. */
  readonly tables: Readonly<Record<string, string>>;
}

export interface ExtractedFigure {
  readonly value: number | null;
  readonly text: string;
  readonly range: Range;
}

export interface ExtractedReport extends ReportSummary {
  readonly figures: Readonly<Record<string, ExtractedFigure>>;
}

export interface Hover {
  readonly range: Range;
  readonly markdown: string;
}

/** An entry of the outline. */
export interface OutlineEntry {
  readonly name: string;
  readonly detail: string;
  readonly kind: 'report' | 'section' | 'subheading' | 'table' | 'row';
  readonly range: Range;
  readonly selectionRange: Range;
  readonly children: readonly OutlineEntry[];
}

/** `figure`, `total`, `label` (row or column), `heading`, `unit`. */
export type TokenType = 'figure' | 'total' | 'label' | 'heading' | 'unit';

export interface SemanticToken {
  readonly line: number;
  readonly character: number;
  readonly length: number;
  readonly type: TokenType;
}

/** What the sidebar shows of a report: its sections and tables with their state. */
export interface ReportState {
  readonly title: string;
  /** As written in the title; null where it names none. */
  readonly organ: string | null;
  readonly range: Range;
  readonly year: number | null;
  readonly counts: SeverityCounts;
  readonly sections: readonly SectionState[];
}

export interface SectionState {
  readonly id: string;
  /** With its numeral, as the form has it. */
  readonly title: string;
  /** Absent where the section is missing. */
  readonly range?: Range;
  readonly counts: SeverityCounts;
  readonly tables: readonly TableState[];
}

export interface TableState {
  readonly id: string;
  readonly title: string;
  readonly range: Range;
  readonly counts: SeverityCounts;
  readonly identities: { readonly holds: number; readonly broken: number; readonly unknown: number };
}

export interface SeverityCounts {
  readonly error: number;
  readonly warning: number;
  readonly information: number;
  readonly hint: number;
}

/** A report as its official form. */
export interface FormView {
  readonly range: Range;
  /** As the text has it; empty where there is none. */
  readonly title: string;
  readonly year: number | null;
  readonly tables: readonly FormTableView[];
  /** Last year's report, where it is known; its figures stand with those of this one. */
  readonly lastYear?: { readonly uri: string; readonly year: number };
}

/** A table of the form as printed, filled with the figures of the text. */
export interface FormTableView {
  readonly id: string;
  /** The form that the table shows, or that is in force where the text lacks the table. */
  readonly form: string;
  /** The title of its section, with the numeral. */
  readonly title: string;
  readonly isFound: boolean;
  readonly range?: Range;
  /** Columns of the printed grid. */
  readonly width: number;
  readonly rows: readonly (readonly FormCell[])[];
  /** In the order of the form. */
  readonly figures: readonly FormFigure[];
  readonly identities: readonly FormIdentity[];
  readonly findings: readonly FormFinding[];
}

/** A cell of the printed grid; cells that a merged one covers are left out. */
export interface FormCell {
  readonly kind: 'heading' | 'corner' | 'header' | 'label' | 'figure';
  readonly text: string;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  /** Which figure stands in it. */
  readonly figure?: number;
}

export interface FormFigure {
  readonly id: string;
  /** The labels that lead to it, outermost first: those of its row, then those of its column. */
  readonly name: readonly string[];
  readonly kind: 'count' | 'change' | 'amount';
  readonly isTotal: boolean;
  /** `absent`: it has no place in the text. */
  readonly state: 'number' | 'blank' | 'placeholder' | 'text' | 'absent';
  /** As written, without white space around it. */
  readonly text: string;
  readonly value: number | null;
  readonly range?: Range;
  readonly lastYear?: FormLastYear;
  /** Which identities it takes part in. */
  readonly identities: readonly number[];
}

/** A figure in last year's report. */
export interface FormLastYear {
  readonly value: number;
  readonly range: Range;
  /** By how much this year's is more; absent where that is not known. */
  readonly change?: number;
}

/** An identity with its operands, as indexes of figures. */
export interface FormIdentity {
  readonly code: string;
  readonly left: readonly number[];
  readonly right: readonly number[];
  /** The figure that it is reported at. */
  readonly anchor: number;
  readonly state: 'holds' | 'broken' | 'unknown';
  /** In figures, e.g. `3 + 0 ≠ 0 + 0`. */
  readonly formula: string;
  /** Left less right; null where a term is not known. */
  readonly difference: number | null;
}

export interface FormFinding {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly range: Range;
  /** The figures that it is about, of a row or column those that are wrong; none where that is open, or it is about the table. */
  readonly figures: readonly number[];
}

/** Numbers for the cells of a table, row by row from one cell on; an empty text makes a cell blank. */
export interface FormEdit {
  readonly report: number;
  /** The id of the figure in the first cell. */
  readonly figure: string;
  /** What that cell is thought to hold; the edit is refused where it holds something else. */
  readonly expected?: string;
  /** Whether the totals in which the figures are counted follow (总计随录入更新). */
  readonly keepsTotals?: boolean;
  readonly rows: readonly (readonly string[])[];
}

export interface FormEditResult {
  readonly edits: readonly TextEdit[];
  /** Why there are none, as a message to show. */
  readonly refusal?: string;
}

/** A table with identities (勾稽关系), and what each of them comes to. */
export interface IdentityList {
  readonly report: number;
  /** The id of the form's table. */
  readonly table: string;
  readonly title: string;
  /** The table's first line. */
  readonly range: Range;
  readonly identities: readonly ListedIdentity[];
}

export interface ListedIdentity {
  /** In words, e.g. the sum of a row. */
  readonly name: string;
  /** In figures, e.g. `3 + 0 ≠ 0 + 0`. */
  readonly formula: string;
  readonly state: 'holds' | 'broken' | 'unknown';
  /** The figure that it is reported at. */
  readonly range: Range;
}

/** `figure`: what the position is in; `operand`: what it is computed with. */
export interface Highlight {
  readonly range: Range;
  readonly kind: 'figure' | 'operand';
}

export interface Definition {
  /** The figure or number that was asked about. */
  readonly origin: Range;
  readonly targets: readonly Range[];
}

/** Whole lines, both included. */
export interface Fold {
  readonly startLine: number;
  readonly endLine: number;
}

/** A row of a form with its columns, as a line of text. */
export interface Signature {
  readonly label: string;
  /** Where each column stands in the label, in UTF-16 units, and the whole path of its labels. */
  readonly columns: readonly { readonly start: number; readonly end: number; readonly path: string }[];
  /** Index of the column at the position. */
  readonly active: number;
}

/** A mention of a notice, and the id of the form that it fixes. */
export interface DocumentLink {
  readonly range: Range;
  readonly form: string;
}

export interface InlayHint {
  readonly position: Position;
  readonly label: string;
  readonly tooltip: string;
}

/** What a new report is for. */
export interface NewReport {
  readonly organ: string;
  readonly year: number;
  /** What the report is called, where it is another one than that on disclosure. */
  readonly report?: string;
}

/** A whole new report as Markdown, or why there is none, as a message to show. */
export type NewReportResult = { readonly text: string } | { readonly refusal: string };

/** A government's report made of its units' (汇总), or why there is none; `remarks` name what is in the sums and what is not. */
export type CompiledReport = { readonly text: string; readonly remarks: readonly string[] } | { readonly refusal: string };

/** The cells of a government's report that are not the sums of its units' figures, and what is in those sums. */
export interface CompiledChanges {
  readonly changes: readonly CellChange[];
  readonly remarks: readonly string[];
}

/** A figure in last year's report of the organ. */
export interface LastYearFigure {
  readonly value: number;
  /** By which the host knows that report. */
  readonly uri: string;
  readonly range: Range;
}

export interface TitledEdits {
  readonly title: string;
  readonly edits: readonly TextEdit[];
}

/** Something that can be written at a position. */
export interface CompletionEntry {
  readonly kind: 'section' | 'row' | 'sentence';
  readonly label: string;
  /** Where a row belongs; else empty. */
  readonly detail: string;
  /** What it takes the place of, on one line. */
  readonly range: Range;
  readonly newText: string;
  /** What the text in the range is compared with. */
  readonly filterText: string;
}

/** What was copied, in the forms in which it was. */
export interface Pasted {
  readonly html?: string;
  readonly text?: string;
}

/** The layouts that a table can be converted into: a Markdown table, or HTML with merged headers. */
export type ConvertedLayout = 'pipe' | 'html';

/** How a table may be laid out anew: its bars brought into line, or written in another layout. */
export type LayoutChoice = ConvertedLayout | 'aligned';

/** A cell that is to be changed, by its name, and the edits that do it. */
export interface CellChange {
  readonly name: string;
  readonly edits: readonly TextEdit[];
}

export interface RefusableEdits {
  readonly edits: readonly TextEdit[];
  /** Why there are none, or not all that were asked for, as a message to show. */
  readonly refusal?: string;
}

/** A figure that says much of a report. */
export interface KeyFigure {
  /** Row of the form, by the ids that lead to it (`requests.received`); the figure is the total of that row. */
  readonly id: string;
  readonly name: string;
  /** Null where it is not known for certain. */
  readonly value: number | null;
}

/** The figures that sum up a table, as the identities of its form tell. */
export interface KeyTable {
  readonly id: string;
  readonly title: string;
  /** Those that balance each other, else the totals of all rows. */
  readonly figures: readonly KeyFigure[];
  /** What the table's total is made of: each result with those below it. */
  readonly parts: readonly KeyFigure[];
}

/** What a user may set; see the settings file of the project's contracts. */
export interface Settings {
  /** Severity per code, or `off`. */
  readonly severity: Readonly<Record<string, Severity | 'off'>>;
  readonly ignore: readonly IgnoreEntry[];
  /** Forms besides the official ones; the same list as long as they are the same. */
  readonly ownForms?: readonly FormData[];
  /** Other names under which an organ reports, by the name it has now (机关更名). */
  readonly organs?: Readonly<Record<string, readonly string[]>>;
  /** The units directly below a government, by the government's name (下级单位). */
  readonly hierarchy?: Readonly<Record<string, readonly string[]>>;
  /** What a reviewer decided on findings. */
  readonly review?: readonly ReviewEntry[];
}

/** A finding that was suppressed in the settings file; all parts that are given must match. */
export interface IgnoreEntry {
  /** A glob relative to the settings file. */
  readonly file?: string;
  readonly code?: string;
  readonly figure?: string;
  /** The text at the finding's range. */
  readonly text?: string;
  readonly reason?: string;
}

/** What a reviewer decided on a finding (审核): looked into (已核实), or that the text stays as it is (不需修改). */
export type ReviewStatus = 'checked' | 'kept';

/** A decision in the settings file; all parts that are given must match, and it hides nothing. */
export interface ReviewEntry {
  /** A glob relative to the settings file. */
  readonly file: string;
  readonly code: string;
  readonly figure?: string;
  /** The text at the finding's range. */
  readonly text?: string;
  readonly status: ReviewStatus;
  readonly note?: string;
}

export const defaultSettings: Settings = { severity: {}, ignore: [] };

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
