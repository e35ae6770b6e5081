import type { RefusalReason } from '../office-text.ts';
import type { XmlElement } from '../xml.ts';
import type { Look } from './looks.ts';

/** A stretch of a paragraph as it is shown. */
export interface Piece {
  /** `\n` for a line break, `\t` for a tab, empty for a picture. */
  readonly text: string;
  /** The `w:t` that it stands in; absent for what is shown and cannot be written: breaks, numbers, symbols. */
  readonly element?: XmlElement;
  /** How much of the element's text stands before it and is not shown. */
  readonly offset?: number;
  /** The run around it. */
  readonly run?: XmlElement;
  /** Where it looks otherwise than what stands beside it; told of digits alone. */
  readonly look?: Look;
  /** Why it cannot be changed. */
  readonly lock?: RefusalReason;
  /** It is Markdown already, and says how what it stands around looks. */
  readonly isMark?: true;
}

export interface Paragraph {
  readonly kind: 'paragraph';
  /** The last one, where paragraphs are joined by a deleted mark. */
  readonly element: XmlElement;
  readonly pieces: readonly Piece[];
  /** Its mark is deleted, so that it goes on with the next one. */
  readonly isJoined: boolean;
  /** Why nothing in it can be changed. */
  readonly lock?: RefusalReason;
}

export interface Cell {
  readonly element: XmlElement;
  readonly blocks: readonly Block[];
  /** How many columns of the grid it covers. */
  readonly span: number;
  /** It goes on with the cell above, and shows nothing of its own. */
  readonly isContinued: boolean;
}

export interface Row {
  /** Columns of the grid that are left out before the first cell. */
  readonly before: number;
  readonly cells: readonly Cell[];
}

export interface Table {
  readonly kind: 'table';
  /** The widths of the grid's columns, in twentieths of a point; may be fewer than the columns used, or none. */
  readonly widths: readonly number[];
  readonly rows: readonly Row[];
}

export type Block = Paragraph | Table;
