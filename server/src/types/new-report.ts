import type { CellChange } from './edits.ts';

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
