/** What client and server say of summing units' reports (汇总). */
import type { CellChange, CompiledReport, Range } from '../service-types.ts';

export const compilableMethod = 'disclosureReport/compilable';
export const compileMethod = 'disclosureReport/compile';
export const compileIntoMethod = 'disclosureReport/compileInto';

/** A government and a year that can be summed. */
export interface CompilableYear {
  readonly organ: string;
  readonly year: number;
  /** How many units there are, and how many of their reports. */
  readonly units: number;
  readonly present: number;
  /** Units of which no report has come. */
  readonly missing: readonly string[];
}

interface CompileParams {
  readonly organ: string;
  readonly year: number;
  /** A file beside which the report is to stand, whose settings count; those of the first folder where there is none. */
  readonly beside?: string;
}

interface CompileIntoParams {
  readonly uri: string;
  /** In the report of the government. */
  readonly position: Range['start'];
}

export interface CompiledInto {
  /** The version that the changes are for. */
  readonly version: number;
  readonly changes: readonly CellChange[];
  /** What is in the sums, and what is not. */
  readonly remarks: readonly string[];
  /** Set where the document must not be edited, because it was read in a wrong encoding. */
  readonly wrongEncoding?: true;
}

export interface CompileRequests {
  /** What can be summed of the reports that are open or were checked. */
  readonly [compilableMethod]: { readonly params: Readonly<Record<string, never>>; readonly answer: readonly CompilableYear[] };
  /** A new report of a government with the sums; null where it has no units. */
  readonly [compileMethod]: { readonly params: CompileParams; readonly answer: CompiledReport | null };
  /** The sums for a report that is open; null where it has no units, or none of their reports is known. */
  readonly [compileIntoMethod]: { readonly params: CompileIntoParams; readonly answer: CompiledInto | null };
}
