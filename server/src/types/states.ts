import type { Range } from '../syntax/positions.ts';

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
  readonly identities: IdentityCounts;
}

export interface SeverityCounts {
  readonly error: number;
  readonly warning: number;
  readonly information: number;
  readonly hint: number;
}

/** How many identities (勾稽关系) of a table hold, do not, and cannot be judged. */
export interface IdentityCounts {
  readonly holds: number;
  readonly broken: number;
  readonly unknown: number;
}

/** A table with identities, and how many of them hold. */
export interface CountedIdentities extends IdentityCounts {
  readonly report: number;
  /** The id of the form's table. */
  readonly table: string;
  /** The table's first line. */
  readonly range: Range;
}

/** A table with identities, and what each of them comes to. */
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
