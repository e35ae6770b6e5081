import type { Range } from '../syntax/positions.ts';

export interface TextEdit {
  readonly range: Range;
  readonly newText: string;
}

/** A change of a document's text, as the protocol sends it: a range replaced, or the whole text. */
export type ContentChange = { readonly range: Range; readonly text: string } | { readonly text: string };

export interface TitledEdits {
  readonly title: string;
  readonly edits: readonly TextEdit[];
}

/** What was copied, in the forms in which it was. */
export interface Pasted {
  readonly html?: string;
  readonly text?: string;
}

/** The layouts that a table can be converted into: a Markdown table, or HTML with merged headers. */
export type ConvertedLayout = 'pipe' | 'html';

/** How a table may be laid out anew: its bars brought into line, or written in another layout. */
export type LayoutChoice = ConvertedLayout | 'aligned';

/** A cell that is to be changed, by its name, and the edits that do it. */
export interface CellChange {
  readonly name: string;
  readonly edits: readonly TextEdit[];
}

export interface RefusableEdits {
  readonly edits: readonly TextEdit[];
  /** Why there are none, or not all that were asked for, as a message to show. */
  readonly refusal?: string;
}
