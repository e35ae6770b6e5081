import type { DigestRange } from '../collection/digest.ts';
import type { Neighbours } from '../collection/index.ts';
import type { ReportedIdentity } from '../model/arithmetic/reporting.ts';
import type { FigureValues, Place, Report } from '../model/report.ts';
import type { Edit } from '../model/writing/edits.ts';
import type { Code, Severity } from './codes.ts';

/** What a finding is about, before the settings and the document's position are known. */
export interface Finding {
  readonly code: string;
  readonly place: Place;
  /** In the language of the moment (`l10n`). */
  readonly message: string;
  /** Where the rule's default does not fit this case. */
  readonly severity?: Severity;
  /** Id of the figure that the finding is about, if it is about one. */
  readonly figure?: string;
  /** What it tells of, where that is the same under whatever code. */
  readonly subject?: string;
  /** The places that the reader has to look at as well; computed when asked for. */
  readonly related?: () => readonly Related[];
  /** What other reports say that figures are, by id. */
  readonly evidence?: FigureValues;
  /** The corrections that can be offered; computed when asked for. */
  readonly fixes?: () => readonly Fix[];
}

/** A place of the document, or one of another file. */
export type Related = { readonly message: string } & ({ readonly place: Place } | { readonly uri: string; readonly range: DigestRange });

/** A correction: edits of the document that belong together. */
export interface Fix {
  readonly title: string;
  /** The one that a reader would take without thinking; totals only, among figures. */
  readonly isPreferred: boolean;
  /** May be applied by `fix` unasked: it changes the form, or restores a total. */
  readonly isSafe: boolean;
  readonly edits: readonly Edit[];
  /** The figures that it sets, by id, and to what; every other figure stays as it is. */
  readonly sets?: FigureValues;
  /** The identities that it says it breaks. */
  readonly breaks?: readonly ReportedIdentity[];
  /** Codes that were not looked for before, so that what is found with it need not be its doing. */
  readonly reveals?: readonly string[];
}

/** One rule: how findings of one code are found. What they are called and how grave they are is said by the code's page alone. */
export interface Rule {
  readonly code: Code;
  /**
   * Finds nothing by the value of a figure that is and stays a plain count: where it found nothing, it is not asked again after
   * the digits of one were typed. A rule that does so in some reports only tells in which.
   */
  readonly ignoresFigures?: true | ((report: Report) => boolean);
  /** Whether no later rule of the list is asked (a year before any form). */
  readonly endsChecking?: (report: Report) => boolean;
  readonly check: (report: Report, context: RuleContext) => readonly Finding[];
}

export interface RuleContext {
  /** The line end of the document, for text that a fix inserts. */
  readonly lineEnd: string;
  /** The document's language, as the editor names it (`markdown`, `plaintext`, `html`). */
  readonly language: string;
  /** Whether the settings say that two names, as they are compared, are one organ's. */
  readonly isSameOrgan?: (one: string, other: string) => boolean;
  /** The reports to compare with; absent where the report is read by itself. */
  readonly neighbours?: Neighbours;
}
