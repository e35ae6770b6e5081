import type { Severity } from '../rules/codes.ts';
import type { Fix } from '../rules/rule.ts';
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

/** A correction, tried, with its edits as places of the document. */
export interface QuickFix extends Omit<Fix, 'edits'> {
  readonly edits: readonly TextEdit[];
}

/** A fix, and the finding that it is for. */
export interface WantedFix {
  readonly diagnostic: Diagnostic;
  readonly fix: QuickFix;
}
