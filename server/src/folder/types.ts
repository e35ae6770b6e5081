import type { Severity } from '../rules/codes.ts';
import type { KeyTable, Range, ReviewStatus, SeverityCounts } from '../service-types.ts';

/** What is shown of a file of a folder; plain data, a few kilobytes. */
export interface FolderContent {
  readonly reports: readonly FolderReport[];
  readonly rows: readonly FindingRow[];
}

/** The same with its file. */
export interface FolderFile extends FolderContent {
  /** As people know it. */
  readonly path: string;
}

/** What is shown of a report beside others. */
export interface FolderReport {
  /** As written in the title; absent where it names none. */
  readonly organ?: string;
  /** The same for all names of one organ (`organs` of the settings). */
  readonly organKey?: string;
  readonly year?: number;
  readonly title: string;
  readonly counts: SeverityCounts;
  readonly tables: readonly KeyTable[];
}

/** A finding as a row of the list (问题清单). */
export interface FindingRow {
  readonly organ?: string;
  readonly year?: number;
  /** The title of the section that it stands in; empty above the first. */
  readonly section: string;
  /** In words: the line, or the place in a file that is no text. */
  readonly place: string;
  readonly severity: Severity;
  readonly code: string;
  readonly figure?: string;
  readonly message: string;
  /** What stands at the range, whole. */
  readonly text: string;
  /** What could be done; empty where nothing is offered. */
  readonly proposal: string;
  readonly range: Range;
  /** What a reviewer decided. */
  readonly status?: ReviewStatus;
  readonly note?: string;
}
