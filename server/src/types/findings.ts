import type { ReportedIdentity } from '../model/arithmetic/reporting.ts';
import type { FigureValues } from '../model/report.ts';
import type { Severity } from '../rules/codes.ts';
import type { Range } from '../syntax/positions.ts';
import type { TextEdit } from './edits.ts';

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
