/*
 * What the package gives to those who import it. These types stand by themselves, so that they can be read, and promised,
 * without what is inside.
 */

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** Lines and characters are counted from 0, characters in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

export interface TextEdit {
  readonly range: Range;
  readonly newText: string;
}

/** How files are read. */
export interface ReadOptions {
  /** The language of messages; Chinese if not given. */
  readonly locale?: 'zh-cn' | 'en';
  /** Forms of one's own, each the text of a `.disclosure-form.json` file (docs/own-forms.md), known beside the official ones. */
  readonly forms?: readonly string[];
  /** `readReports`: the settings file to take instead of the nearest. */
  readonly config?: string;
}

/** What was read of one file. */
export interface ReadFile {
  /** As it was given, joined with the file's place below it. */
  readonly path: string;
  /** The text that ranges count in; of an office file, what stands in it as Markdown. */
  readonly text: string;
  /** What kind of file the text was read from, where it is no text itself. */
  readonly source?: 'docx' | 'xlsx' | 'pdf' | 'doc';
  readonly reports: readonly ReadReport[];
  readonly findings: readonly Finding[];
}

/** A file that could not be read. */
export interface UnreadFile {
  readonly path: string;
  /** Why not, and what to do, in words of the locale. */
  readonly unread: string;
}

/** A report: whose it is, of which year, and its figures. */
export interface ReadReport {
  readonly range: Range;
  /** As written in the title; null where it names none. */
  readonly organ: string | null;
  readonly year: number | null;
  /** The form in force for the year, by its id. */
  readonly form: string | null;
  /** The form that each table found shows, by the table's id. */
  readonly tables: Readonly<Record<string, string>>;
  /** By id, such as `requests.received.total`; a figure that was not found is absent. */
  readonly figures: Readonly<Record<string, Figure>>;
}

export interface Figure {
  /** Null where the cell is blank or no number; amounts are in 万元. */
  readonly value: number | null;
  /** What stands in the cell, unchanged. */
  readonly text: string;
  readonly range: Range;
}

/** A finding of a rule. */
export interface Finding {
  /** The rule, as its page in docs/rules is named. */
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly range: Range;
  /** Where it stands in a file that is no text, in words. */
  readonly where?: string;
  /** Which of the file's reports it is about. */
  readonly report?: number;
  /** The id of the figure that it is about. */
  readonly figure?: string;
  readonly related: readonly { readonly range: Range; readonly message: string; readonly path?: string }[];
  readonly fixes: readonly Fix[];
}

/** A way to end a finding, tried before it is given. */
export interface Fix {
  readonly title: string;
  readonly isPreferred: boolean;
  /** Whether it changes nothing that a person would have to decide. */
  readonly isSafe: boolean;
  readonly edits: readonly TextEdit[];
}

/** A report of an index. */
export interface IndexedReport {
  /** As `readReports` gives it. */
  readonly path: string;
  /** Which of the file's reports. */
  readonly index: number;
  /** The name by which the settings know the organ now, as it is compared (青禾县, not 青禾县人民政府); null where it is not certain. */
  readonly organ: string | null;
  readonly year: number | null;
}

/** A unit below a government, as the settings name it. */
export interface IndexedUnit {
  readonly name: string;
  /** Absent where none has come, or more than one. */
  readonly report?: IndexedReport;
  readonly isDuplicate: boolean;
}

/** The figures of units summed; a figure that one of them has not filled in has no sum. */
export interface UnitSums {
  readonly figures: Readonly<Record<string, number>>;
  /** The units in the sums, those without a report, and those with two. */
  readonly included: readonly string[];
  readonly missing: readonly string[];
  readonly doubled: readonly string[];
  /** Figures without a sum, with the units that lack them. */
  readonly lacking: readonly { readonly id: string; readonly units: readonly string[] }[];
}

/** Which reports there are, and how they belong together. */
export interface ReportIndex {
  readonly reports: readonly IndexedReport[];
  readonly unread: readonly UnreadFile[];
  /** Last year's report of the same organ, where there is exactly one. */
  lastYear(report: IndexedReport): IndexedReport | undefined;
  /** The units that the settings name below a government; none where they name no such government. */
  units(organ: string, year: number): readonly IndexedUnit[];
  sums(organ: string, year: number): UnitSums;
}
