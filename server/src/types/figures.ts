import type { Range } from '../syntax/positions.ts';

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

/** A figure in last year's report of the organ. */
export interface LastYearFigure {
  readonly value: number;
  /** By which the host knows that report. */
  readonly uri: string;
  readonly range: Range;
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
