import type { TextGrid } from '../syntax/text-grid.ts';
import type { PrintedCell } from '../model/writing/grid.ts';

/** A table as it is printed. */
export interface PrintedTable extends TextGrid {
  readonly cells: readonly (PrintedCell | PlainCell)[];
  /** What each column takes of the width, where the texts in it do not tell that; the sum is 1. */
  readonly shares?: readonly number[];
  /** What each row has at least, in points; that of its text where it is not given. */
  readonly rowHeight?: number;
}

/** A cell of a table that is of no form. */
export interface PlainCell {
  readonly kind: 'cell';
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly text: string;
  /** By the length of its text, where that is not given. */
  readonly align?: 'left' | 'center';
}

/** `section`: the title of a section; `heading`: one below it; `note`: what is said of the print itself. */
export type PrintedBlock =
  | { readonly kind: 'title' | 'section' | 'heading' | 'paragraph' | 'note'; readonly text: string }
  | { readonly kind: 'table'; readonly table: PrintedTable };

/** What is printed, from its title on; nothing in it stands elsewhere than in the text. */
export interface PrintedPage {
  /** What the file is called and its title says. */
  readonly name: string;
  readonly blocks: readonly PrintedBlock[];
}

/** A report as it is printed. */
export interface PrintedReport extends PrintedPage {
  /** Titles of sections whose table stands as in the text, since not all of it was read for certain. */
  readonly asWritten: readonly string[];
  /** How the text begins that stands before the title and is not printed; empty where there is none. */
  readonly leftOut: string;
}
