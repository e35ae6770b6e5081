import type { Severity } from '../rules/codes.ts';
import type { Range } from '../syntax/positions.ts';
import type { TextEdit } from './edits.ts';

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
