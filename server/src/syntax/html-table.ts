import { isNumberedTitle } from './headings.ts';
import { withLostRows } from './html-grid.ts';
import { createCell, createRow, hasWordsOfForm } from './tables/cells.ts';
import { html } from './tables/html.ts';
import { isBlank, trimmed } from './text.ts';
import type { ReadTable } from './layout.ts';
import type { ReadingLine } from './lines.ts';
import type { Cell, Span, TextMap } from './tree.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A cell with more text holds no figure and no label. */
export const longestCell = 400;

/** What a piece of HTML holds, in order: lines of text and tables of cells. */
export type HtmlItem = ReadingLine | ReadTable;

/** Text that is being gathered, with where its parts stand in the source. */
export class Run {
  text = '';
  readonly #starts: number[] = [];
  readonly #sources: number[] = [];
  #end = 0;

  add(text: string, source: number, sourceEnd: number): void {
    this.#starts.push(this.text.length);
    this.#sources.push(source);
    this.text += text;
    this.#end = sourceEnd;
  }

  /** Leaves out what stands behind so many characters. */
  cutBack(length: number): void {
    while (this.#starts.length > 0 && (this.#starts.at(-1) as number) >= length) {
      this.#starts.pop();
      this.#sources.pop();
    }
    this.text = this.text.slice(0, length);
    this.#end = (this.#sources.at(-1) ?? 0) + length - (this.#starts.at(-1) ?? 0);
  }

  get start(): number {
    return this.#sources[0] ?? 0;
  }

  get end(): number {
    return this.#end;
  }

  map(): TextMap {
    const starts = this.#starts;
    const sources = this.#sources;
    return (at) => {
      let low = 0;
      for (let high = starts.length; high - low > 1;) {
        const middle = (low + high) >> 1;
        if ((starts[middle] as number) <= at) {
          low = middle;
        } else {
          high = middle;
        }
      }
      return (sources[low] ?? 0) + at - (starts[low] ?? 0);
    };
  }
}

interface OpenCell {
  /** Where the first field in it has what it shows: there a figure is written where none stands. */
  field: number | undefined;
  readonly items: HtmlItem[];
  readonly whole: Run;
  /** What is struck out; it stands only where nothing else does. */
  readonly struck: Run;
  readonly column: number;
  /** How many rows and columns it reaches over. */
  readonly rows: number;
  readonly columns: number;
  readonly start: number;
}

export interface OpenTable {
  readonly start: number;
  readonly rows: Cell[][];
  /** By column, how many further rows a cell from above reaches into. */
  readonly reach: number[];
  cell: OpenCell | undefined;
  column: number;
  /** Whether it lays out text or other tables. */
  holdsBlocks: boolean;
  /** No tag opened it. */
  readonly implied: boolean;
  /** All lines and tables in it. */
  readonly items: HtmlItem[];
  /** Lines behind its first row that stand in no cell. */
  readonly outside: ReadingLine[];
  /** Whether its last row is open, so that such a line stands in it. */
  isRowOpen: boolean;
  /** Those of the open row that no cell stands behind yet. */
  strays: ReadingLine[];
}

export function openTable(start: number, implied: boolean): OpenTable {
  return { start, implied, rows: [], reach: [], cell: undefined, column: 0, holdsBlocks: false, items: [], outside: [], isRowOpen: false, strays: [] };
}

/** Whether an open table is one of a form, and no frame around something else. */
export function isLaidOut({ rows, items }: OpenTable, vocabulary: Vocabulary): boolean {
  return !items.some((item) => 'kind' in item) && hasWordsOfForm(rows.map(createRow), vocabulary);
}

export function tableOf({ rows }: OpenTable, span: Span): ReadTable {
  return { kind: 'table', layout: html, rows: withLostRows(withoutEmptyRows(rows)).map(createRow), ...span };
}

/** The cell with the title of a section, official and with its number, where the last row holds nothing else. */
export function titleRow({ rows }: OpenTable, vocabulary: Vocabulary): Cell | undefined {
  const filled = rows.at(-1)?.filter((cell) => cell.kind !== 'blank') ?? [];
  const [cell] = filled;
  return filled.length === 1 && cell && isNumberedTitle(cell.text, vocabulary) ? cell : undefined;
}

/** Rows without a cell of their own are no rows; what reaches into them reaches over fewer rows then. */
function withoutEmptyRows(rows: readonly (readonly Cell[])[]): (readonly Cell[])[] {
  const full = rows.map((row) => row.length > 0);
  if (!full.includes(false)) {
    return [...rows];
  }
  return rows.map((row, at) => row.map((cell) => (cell.merged
    ? { ...cell, merged: { ...cell.merged, rows: full.slice(at, at + cell.merged.rows).filter(Boolean).length } }
    : cell))).filter((row) => row.length > 0);
}

export function cellOf(cell: OpenCell, end: number): Cell {
  const { column, rows, columns } = cell;
  const whole = isBlank(cell.whole.text) && !isBlank(cell.struck.text) ? cell.struck : cell.whole;
  const inner = trimmed(whole.text);
  const { start, end: last } = cell.field === undefined ? { start: cell.start, end } : { start: cell.field, end: cell.field };
  const made = inner.start === inner.end
    ? createCell(whole.text, start, last, column, () => start)
    : createCell(whole.text, whole.start, whole.end, column, whole.map());
  return rows * columns === 1 ? made : { ...made, merged: { rows, columns } };
}

/** The cell that a line in a row is whose tag is lost. */
export function strayCell({ text, start, end, map }: ReadingLine, column: number): Cell {
  return createCell(text, start, end, column, map);
}

export function spanOf(value: string | undefined): number {
  const span = Number.parseInt(value ?? '1', 10);
  return span >= 1 && span <= 100 ? span : 1;
}
