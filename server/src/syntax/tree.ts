import type { TextGrid } from './text-grid.ts';

/**
 * The tree that a text gives, in any layout. Offsets are UTF-16 units counted from the start of the chunk,
 * so that an edit elsewhere leaves every node as it is.
 */

/** A half-open stretch of a chunk's text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * A piece of the document that is parsed by itself: the lines from one landmark (a heading or title) to the next.
 * Only `offset`, `line` and `column` change while the chunk lives: they say where in the document it stands now.
 */
export interface Chunk {
  readonly text: string;
  /** Offset of the chunk in the document. */
  offset: number;
  /** The line of the document that it starts in, counted from 0. */
  line: number;
  /** The character of that line that it starts at; 0 but in web pages. */
  column: number;
  /** The offsets in the chunk at which its lines start: 0 first, and what follows its last line end last. */
  readonly lineStarts: readonly number[];
  readonly nodes: readonly Node[];
  /** What is open at the chunk's start and end, e.g. a code fence. */
  readonly before: Context;
  readonly after: Context;
}

/** A line of the document and a character in it, counted from 0. */
export interface Spot {
  readonly line: number;
  readonly character: number;
}

/** The fence or the kind of HTML that is open at a place; the empty string where none is. */
export type Context = string;

export type Node = Heading | Prose | Table;

/** A line that stands by itself as a title or heading, with its marks (`#`, `**`) left out of `text`. */
export interface Heading extends Content {
  readonly kind: 'heading';
  /**
   * `title`: reads as the name of a report; `section`: as the title of a section, official or altered;
   * `marked`: marked by the markup; `sub`: a short numbered line.
   */
  readonly level: 'title' | 'section' | 'marked' | 'sub';
  /** What it stands in, where it has no line of its own: a line, behind other words, or a row of a table. */
  readonly within?: 'line' | 'table';
}

/** Running text: the lines of one paragraph. */
export interface Prose extends Content {
  readonly kind: 'prose';
}

interface Content extends Span {
  readonly chunk: Chunk;
  readonly text: string;
  /** Where `text` stands in the chunk, if not simply from `start` on. */
  readonly map?: TextMap;
}

/**
 * A layout in which tables stand: one object, made in one file below `tables/`, registered in `tables/index.ts`. It says what
 * holds in it; who reads or writes a table asks that, and never which layout it is.
 */
export interface Layout {
  /** How tests and people call it; nothing is decided by it. */
  readonly name: string;
  /** Whether every cell has its place even when it is blank; where not, a row with too few figures cannot be told apart. */
  readonly keepsBlanks: boolean;
  /** Each cell stands on a line of its own, and nothing but its words parts one row from the next. */
  readonly cellIsLine?: boolean;
  /** White space alone parts columns: figures may be told by where they stand, and one cell may hold the heads of several. */
  readonly columnsByPosition?: boolean;
  /** A page may break a row anywhere and go on in the next line, with its figures or its label. */
  readonly rowsWrap?: boolean;
  /** Words of a label may stand in lines of their own above and below its figures. */
  readonly labelsWrap?: boolean;
  /** A row that loses its end loses the cells before it too. */
  readonly cutsCells?: boolean;
  /** Cells may be merged over rows and columns, so that a row need not have a cell in each column. */
  readonly mergesCells?: boolean;
  /** The end of a page may cut a table in two, of which the second goes on without heads. */
  readonly goesOnWithoutHeads?: boolean;
  /** Marks alone tell its rows and cells: other digits in a figure change nothing in how a line is read. */
  readonly toldByMarks?: boolean;
  /** Tags stand around its cells and within them. */
  readonly isMarkup?: boolean;
  /** How tables are written in it; none where a blank cell could not be written so that it is read. */
  readonly writer?: TableWriter;
}

/** A text in the place of a stretch of a text. */
export interface Change extends Span {
  readonly newText: string;
}

/** The same in a chunk. */
export interface Rewriting {
  readonly place: Span & { readonly chunk: Chunk };
  readonly newText: string;
}

/** How the tables of a layout are written and changed. */
export interface TableWriter {
  /** The languages of documents that take tables in this layout where they hold none yet. */
  readonly languages: readonly string[];
  /** Words as what stands in a cell; the words themselves where none has to be escaped. */
  escape?(text: string): string;
  /** A whole table, without a line end behind it, in the manner of another one where that is given. */
  write(grid: TextGrid, lineEnd: string, like?: Table): string;
  /** The change of a blank cell's text that puts a value into it; where none is given, the value takes its place. */
  fill?(blank: string, value: string): Change;
  /** Adds blank cells behind the last one of a row; undefined where they would not be read as its own. */
  appendCells?(table: Table, last: Cell, count: number): Rewriting | undefined;
  /** Makes one table of two, which stand in the first and the last of some chunks; nothing where that would lose words. */
  join?(first: Table, second: Table, chunks: readonly Chunk[]): readonly Rewriting[];
  /** Puts rows behind another one, where a row is more than a line; undefined where what is written does not tell its place. */
  insertRows?(table: Table, behind: Row, rows: readonly NewRow[], spreads: readonly Spread[]): readonly Rewriting[] | undefined;
  /** Takes a row away, where a row is more than a line; undefined where cells of other rows would go with it. */
  removeRow?(table: Table, row: Row): readonly Rewriting[] | undefined;
  /** The changes of white space that bring the cells of a table's text into line; the table has to be read again. */
  align?(table: string): readonly Change[];
  /** The character of a row's line at which a comment is no part of its cells; without it, a comment would be published. */
  commentAt?(row: string): number;
}

/** A row to be written like one that is there: other words in some of its cells. */
export interface NewRow {
  readonly like: Row;
  /** What stands in a cell of the new row; undefined where it is the same. */
  textOf(cell: Cell): string | undefined;
}

/** A cell that reaches over some rows and shall reach over others. */
export interface Spread {
  readonly cell: Cell;
  readonly from: number;
  readonly to: number;
}

export interface Table extends Span {
  readonly kind: 'table';
  readonly chunk: Chunk;
  readonly layout: Layout;
  readonly rows: readonly Row[];
  /** Blanks at the end of a row may be lost: a row with too few cells lacks any of them. */
  readonly lossy?: boolean;
  /** Drawn around its cells, so that its rows are filled up to one width: a blank beside figures may stand for a cell lost anywhere in the row. */
  readonly drawn?: boolean;
  /** The short line right above it. */
  readonly caption?: string;
  /** Line ends stand between the cells: its rows were put together, and behind a label its figures come first. */
  readonly broken?: boolean;
}

export interface Row extends Span {
  readonly cells: readonly Cell[];
}

/** `blank`: white space only; `figure`: reads as a number or stands for one (`/`, `—`, 无, `14①`); `text`: anything else. */
export type CellKind = 'blank' | 'figure' | 'text';

export interface Cell extends Span {
  readonly kind: CellKind;
  /** What stands between the delimiters, without markup. */
  readonly text: string;
  /** The same with the markup of Markdown, where it holds any. */
  readonly written?: string;
  /** Where `text` stands in the chunk, if not simply from `start` on. */
  readonly map?: TextMap;
  /** First grid column, where the layout has columns. */
  readonly column: number;
  /** How many rows and columns it is merged from, in HTML; none where it is one of each. */
  readonly merged?: { readonly rows: number; readonly columns: number };
}

/** Maps an offset in a node's text to one in its chunk. */
export type TextMap = (at: number) => number;
