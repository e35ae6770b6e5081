import type { XmlElement } from '../xml.ts';

/** A cell as it is shown. */
export interface Cell {
  /** From 0. */
  readonly column: number;
  /** Empty where the cell shows nothing. */
  readonly text: string;
  readonly element: XmlElement;
  /** Whether its value is a number, which its format shows. */
  readonly isNumber: boolean;
  readonly hasFormula: boolean;
  /** Whether lines are drawn around it, so that it is a place to fill in though it is empty. */
  readonly isRuled: boolean;
  readonly isLocked: boolean;
}

/** A row that is shown. */
export interface Row {
  /** From 0. */
  readonly row: number;
  readonly element: XmlElement;
  /** Those of columns that are shown, from left to right. */
  readonly cells: readonly Cell[];
}

/** Cells that are one; all four ends are part of it, and count from 0. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** A sheet that is shown. */
export interface Sheet {
  readonly name: string;
  /** The part that it stands in. */
  readonly path: string;
  readonly rows: readonly Row[];
  /** From top to bottom. */
  readonly merges: readonly Merge[];
  readonly isProtected: boolean;
  /** Whether a row or column that holds something is hidden. */
  readonly hasHidden: boolean;
}
