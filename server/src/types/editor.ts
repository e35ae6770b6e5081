import type { Position, Range } from '../syntax/positions.ts';

export interface Hover {
  readonly range: Range;
  readonly markdown: string;
}

/** An entry of the outline. */
export interface OutlineEntry {
  readonly name: string;
  readonly detail: string;
  readonly kind: 'report' | 'section' | 'subheading' | 'table' | 'row';
  readonly range: Range;
  readonly selectionRange: Range;
  readonly children: readonly OutlineEntry[];
}

/** `figure`, `total`, `label` (row or column), `heading`, `unit`. */
export type TokenType = 'figure' | 'total' | 'label' | 'heading' | 'unit';

export interface SemanticToken {
  readonly line: number;
  readonly character: number;
  readonly length: number;
  readonly type: TokenType;
}

/** `figure`: what the position is in; `operand`: what it is computed with. */
export interface Highlight {
  readonly range: Range;
  readonly kind: 'figure' | 'operand';
}

export interface Definition {
  /** The figure or number that was asked about. */
  readonly origin: Range;
  readonly targets: readonly Range[];
}

/** Whole lines, both included. */
export interface Fold {
  readonly startLine: number;
  readonly endLine: number;
}

/** A row of a form with its columns, as a line of text. */
export interface Signature {
  readonly label: string;
  /** Where each column stands in the label, in UTF-16 units, and the whole path of its labels. */
  readonly columns: readonly { readonly start: number; readonly end: number; readonly path: string }[];
  /** Index of the column at the position. */
  readonly active: number;
}

/** A mention of a notice, and the id of the form that it fixes. */
export interface DocumentLink {
  readonly range: Range;
  readonly form: string;
}

export interface InlayHint {
  readonly position: Position;
  readonly label: string;
  readonly tooltip: string;
}

/** Something that can be written at a position. */
export interface CompletionEntry {
  readonly kind: 'section' | 'row' | 'sentence';
  readonly label: string;
  /** Where a row belongs; else empty. */
  readonly detail: string;
  /** What it takes the place of, on one line. */
  readonly range: Range;
  readonly newText: string;
  /** What the text in the range is compared with. */
  readonly filterText: string;
}
