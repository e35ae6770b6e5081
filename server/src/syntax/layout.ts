import type { Line, ReadingLine } from './lines.ts';
import type { Layout, Table } from './tree.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A layout with its readers; a table that is read carries what holds in it. */
export interface ReadableLayout extends Layout {
  /**
   * Whether a line is a row of it whatever words it begins with, and so no heading; asked of lines without their markup.
   */
  readonly isRow?: (line: string) => boolean;
  /** Reads the table with delimiters that starts with a line; undefined where none does. */
  readonly read?: (source: Source, at: number, words: string) => TableReading | undefined;
  /** Reads the table without delimiters that starts with a line, its markup taken out. */
  readonly readPlain?: (lines: readonly ReadingLine[], at: number, vocabulary: Vocabulary) => TableReading;
}

/** The lines of a chunk as they are written, and what is known of words. */
export interface Source {
  /** The chunk's text, with borders that are drawn in other characters as bars and dashes. */
  readonly text: string;
  readonly lines: readonly Line[];
  readonly vocabulary: Vocabulary;
  /** Whether a line is a heading, or names a year, and so ends a table. */
  readonly isHeading: (line: string) => boolean;
  /** Whether a line is an official title with a number like a row's. */
  readonly isTitle: (line: string) => boolean;
}

/** What was read from a line on. */
export interface TableReading {
  /** Undefined where the lines are no table; then none of this layout starts among them. */
  readonly table: ReadTable | undefined;
  /** The number of lines read. */
  readonly count: number;
}

/** A table by its rows, before it stands in a chunk. */
export type ReadTable = Omit<Table, 'chunk'>;

/** What a text is read by: the words of the forms, and the layouts of tables in the order in which they are tried. */
export interface Grammar extends Vocabulary {
  readonly layouts: readonly ReadableLayout[];
  /** Whether a line is a row of a table whatever words it begins with, and so no heading. */
  isRow(line: string): boolean;
}

export function createGrammar(vocabulary: Vocabulary, layouts: readonly ReadableLayout[]): Grammar {
  const tests = layouts.flatMap(({ isRow }) => isRow ?? []);
  return { ...vocabulary, layouts, isRow: (line) => tests.some((isRow) => isRow(line)) };
}
