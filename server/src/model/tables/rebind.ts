import type { Retouch } from '../../syntax/retouch.ts';
import type { Cell, Chunk, Row, Table } from '../../syntax/tree.ts';
import type { BoundRow, BoundTable, Figure, Place, UnboundRow } from '../report.ts';
import { figureOf } from './rows/figures.ts';
import { Notes } from '../../syntax/notes.ts';

/** Digits with white space between, which the identities of the whole table tell for one number or several. */
const parted = /[\d０-９]\s+[\d０-９]/u;

/** What of a bound table changes with the digits of one figure: its places and that figure. */
interface Rebound {
  readonly rows: readonly BoundRow[];
  readonly unboundRows: readonly UnboundRow[];
  readonly figures: readonly (Figure | undefined)[];
}

const carried = new Notes<BoundTable, BoundTable>();

/** The table as it was before the digits of one figure changed in it; undefined where it was bound from the text. */
export function carriedFrom(table: BoundTable): BoundTable | undefined {
  return carried.get(table);
}

/** Notes from which table another one was carried over; of those that came before nothing is kept. */
export function noteCarried(table: BoundTable, before: BoundTable): void {
  carried.delete(before);
  carried.set(table, before);
}

/**
 * Carries what a table was bound to over to the table that typing in one figure made of it. Undefined where other figures
 * of that row could be meant now: where any cell of it that may be one is bound to none.
 */
export function rebind(known: BoundTable, part: Table, retouch: Retouch): Rebound | undefined {
  const oldRow = retouch.before.rows[retouch.row] as Row;
  const oldCell = oldRow.cells[retouch.cell] as Cell;
  const isCount = known.figures.some((figure) => figure?.cell === oldCell && figure.definition.column.kind === 'count');
  const isOdd = known.rows.some((row) => (row.isOdd || row.figures.at(-1)?.state === 'blank') && row.row.start >= oldRow.start && row.row.end <= oldRow.end && row.label.chunk === retouch.before.chunk);
  const isParted = oldRow.cells.some(({ text }) => parted.test(text))
    || (!carried.has(known) && known.figures.some((figure) => figure && parted.test(figure.cell.text)));
  if (!isCount || isOdd || isParted || boundIn(oldRow, known, retouch.before.chunk) < oldRow.cells.filter(({ kind }) => kind === 'figure').length) {
    return undefined;
  }
  const carry = new Carrier(part, retouch);
  const figures = known.figures.map((figure) => figure && carry.figure(figure));
  const rows = known.rows.map((row): BoundRow => ({
    definition: row.definition,
    row: carry.row(row.row),
    label: carry.place(row.label),
    labelText: row.labelText,
    altered: row.altered,
    wrongCount: row.wrongCount,
    merged: row.merged,
    isOdd: row.isOdd,
    figures: row.figures.map((figure) => figure && figures[figure.definition.index]),
  }));
  return { rows, unboundRows: known.unboundRows.map((unbound) => ({ ...unbound, row: carry.row(unbound.row), label: carry.place(unbound.label) })), figures };
}

/** How many cells of a row that hold figures are bound to one. */
function boundIn({ start, end }: Row, { figures }: Rebound, chunk: Chunk): number {
  let count = 0;
  for (const figure of figures) {
    if (figure && figure.cell.kind === 'figure' && figure.cell.start >= start && figure.cell.end <= end && figure.place.chunk === chunk) {
      count += 1;
    }
  }
  return count;
}

/** Takes rows, cells and places of the table as it was to those that they are now; others stay. */
class Carrier {
  readonly #chunk: Chunk;
  readonly #before: Chunk;
  readonly #retouch: Retouch;
  readonly #touched: Cell;
  readonly #cells = new Map<Cell, Cell>();
  readonly #rows = new Map<Row, Row>();

  constructor({ chunk, rows }: Table, retouch: Retouch) {
    this.#chunk = chunk;
    this.#before = retouch.before.chunk;
    this.#retouch = retouch;
    this.#touched = retouch.before.rows[retouch.row]?.cells[retouch.cell] as Cell;
    retouch.before.rows.forEach((old, at) => {
      const row = rows[at] as Row;
      if (row !== old) {
        this.#rows.set(old, row);
        old.cells.forEach((cell, index) => this.#cells.set(cell, row.cells[index] as Cell));
      }
    });
  }

  figure(figure: Figure): Figure {
    if (figure.place.chunk !== this.#before) {
      return figure;
    }
    const cell = this.#cells.get(figure.cell) ?? figure.cell;
    return figure.cell === this.#touched
      ? figureOf(figure.definition, cell, { chunk: this.#chunk, isFull: true })
      : {
        definition: figure.definition, state: figure.state, value: figure.value, text: figure.text,
        place: this.place(figure.place), plain: figure.plain, cell,
      };
  }

  place(place: Place): Place {
    const { start, end } = this.#retouch.move;
    return place.chunk === this.#before ? { chunk: this.#chunk, start: start(place.start), end: end(place.end) } : place;
  }

  row(row: Row): Row {
    return this.#rows.get(row) ?? (row.cells.some((cell) => this.#cells.has(cell)) ? this.#split(row) : row);
  }

  /** A row that was parted from the one that it stands in. */
  #split({ cells, start, end }: Row): Row {
    const { move } = this.#retouch;
    return { cells: cells.map((cell) => this.#cells.get(cell) ?? cell), start: move.start(start), end: move.end(end) };
  }
}
