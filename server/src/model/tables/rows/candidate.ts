import type { RowDefinition } from '../../../forms/table.ts';
import type { Cell, Row, Table } from '../../../syntax/tree.ts';

/** A row of the text that may be a row of the form. */
export interface Candidate {
  readonly part: Table;
  readonly row: Row;
  /** The cell that carries the label; undefined where figures stand without one. */
  readonly label: Cell | undefined;
  /** The cells behind the label. */
  readonly figures: readonly Cell[];
  /** The row of the form that the label names exactly. */
  readonly named: RowDefinition | undefined;
  readonly altered: boolean;
  /** Whether the label names a group of rows. */
  readonly isGroup: boolean;
  /** The words that may be the label or pieces of it: before the row, in it, behind it. */
  readonly pieces: readonly string[];
  /** The cells of the pieces. */
  readonly pieceCells: readonly Cell[];
  /** The words of the row itself. */
  readonly own: readonly string[];
  /** Of figures without words: the row that the label names that ends right above them. */
  readonly below?: RowDefinition | undefined;
  readonly hasFigures: boolean;
  /** The grid column in which the row begins, where several rows stand in one line. */
  readonly offset: number;
  /** Whether the row lost its end, so that another one begins in its line. */
  readonly isCutOff: boolean;
  /** Whether labels of two rows stand before the figures: each cell may hold those of both. */
  readonly isDouble: boolean;
}
