import type { FigureDefinition, FormTable, RowDefinition } from '../../forms/table.ts';
import type { Form } from '../../forms/index.ts';
import { isPlainFigure } from '../../syntax/retouch.ts';
import type { Cell, Layout, Row, Table } from '../../syntax/tree.ts';
import { memoised } from '../memo.ts';
import type { BoundRow, BoundTable, Figure } from '../report.ts';
import { ReadTable } from './read-table.ts';
import { figureOf } from './rows/figures.ts';
import { unitInHeader } from './figures/row.ts';

/**
 * How whole tables were read, by what they show besides the digits of their figures. The tables of many reports are copies of
 * one, and what is typed into a whole table changes nothing in how it is read: the next copy is read as the one before it.
 */
export const readingsOf = memoised((_forms: readonly Form[]): Readings => new Readings());

/** A cell of a table, by its row and its place in it. */
type CellIndex = readonly [row: number, cell: number];

/** A figure and the cell in which it stands. */
interface FigureAt {
  readonly definition: FigureDefinition;
  readonly at: CellIndex;
}

/** A row of the form: where it stands, and where its label stands in which cell. */
interface RowAt {
  readonly definition: RowDefinition;
  readonly row: number;
  readonly label: CellIndex;
  readonly labelStart: number;
  readonly labelEnd: number;
  /** Whether the words of that cell name the row. */
  readonly isNamed: boolean;
  readonly altered: boolean;
}

/** What a table was read as, without its figures and places, so that it keeps no text alive. */
interface Reading {
  readonly form: FormTable;
  readonly rows: readonly RowAt[];
  readonly figures: readonly FigureAt[];
}

/** What besides the table itself decides how it is read. */
interface Asked {
  readonly id: string;
  readonly inForce: string | undefined;
  readonly hasFiguresBeside: boolean;
  readonly lacksRepeats: boolean;
}

/** So many of each layout. */
const mostReadings = 64;
/** Tables with more words than a form has are rarely copies. */
const longestShape = 8_192;

class Readings {
  readonly #byLayout = new Map<Layout, Map<string, Reading>>();

  /** A table as one was read that differs from it in digits alone; `read` reads it where none is known. */
  of(part: Table, asked: Asked, read: () => BoundTable): BoundTable {
    const shape = shapeOf(part, asked);
    const known = shape === undefined ? undefined : this.#byLayout.get(part.layout)?.get(shape);
    if (known) {
      return readAs(known, part, asked);
    }
    const table = read();
    const reading = shape === undefined ? undefined : readingOf(table, part);
    if (shape !== undefined && reading) {
      this.#remember(part.layout, shape, reading);
    }
    return table;
  }

  #remember(layout: Layout, shape: string, reading: Reading): void {
    let byShape = this.#byLayout.get(layout);
    if (!byShape || byShape.size >= mostReadings) {
      byShape = new Map();
      this.#byLayout.set(layout, byShape);
    }
    byShape.set(shape, reading);
  }
}

/** All that a table shows but for the digits of its plain figures; undefined where more of how it is written may matter. */
function shapeOf({ layout, drawn, lossy, broken, caption = '', rows }: Table, { id, inForce, hasFiguresBeside, lacksRepeats }: Asked): string | undefined {
  if (!layout.toldByMarks || layout.isMarkup || broken) {
    return undefined;
  }
  let shape = [id, inForce, hasFiguresBeside, lacksRepeats, drawn, lossy, caption].join('\n');
  for (const { cells } of rows) {
    shape += '\n';
    for (const [at, cell] of cells.entries()) {
      if (cell.map || cell.column !== at || shape.length > longestShape) {
        return undefined;
      }
      shape += holdsPlainFigure(cell) ? '#' : `${cell.kind}${cell.text.length}:${cell.text}`;
    }
  }
  return shape;
}

function holdsPlainFigure({ kind, text }: Cell): boolean {
  return kind === 'figure' && isPlainFigure(text);
}

/** What can be carried over to other tables; undefined unless all of the form and nothing else was found, and each plain figure is one of it. */
function readingOf(table: BoundTable, part: Table): Reading | undefined {
  if (!isWhole(table)) {
    return undefined;
  }
  const at = new Map(part.rows.flatMap(({ cells }, row) => cells.map((cell, index): [Cell, CellIndex] => [cell, [row, index]])));
  const figures = table.figures.flatMap((figure): FigureAt[] => {
    const own = figure && holdsPlainFigure(figure.cell) ? at.get(figure.cell) : undefined;
    return figure && own ? [{ definition: figure.definition, at: own }] : [];
  });
  const rows = table.rows.flatMap((row) => rowAt(row, part) ?? []);
  const plain = part.rows.flatMap(({ cells }) => cells.filter(holdsPlainFigure)).length;
  const isAll = figures.length === table.figures.length && figures.length === plain && rows.length === table.rows.length;
  // Figures at the beginning of rows may be years, which part the rows of one year from those of another.
  const beginInFigure = part.rows.filter(({ cells }) => cells[0]?.kind === 'figure').length;
  return isAll && beginInFigure <= 1 ? { form: table.form, rows, figures } : undefined;
}

function isWhole({ unreadable, mixedWith, missingRows, missingColumns, foreignBlocks, unboundRows, rows }: BoundTable): boolean {
  return unreadable === undefined && mixedWith === undefined
    && [missingRows, missingColumns, foreignBlocks, unboundRows].every(({ length }) => length === 0)
    && rows.every((row) => row.wrongCount === undefined && !row.merged && !row.isOdd && standInOrder(row));
}

/** Whether the figures of a row stand in the order of the form: in another one their sums tell whether a head is lost. */
function standInOrder({ figures }: BoundRow): boolean {
  return figures.every((figure, at) => at === 0 || (figure?.place.start ?? 0) > (figures[at - 1]?.place.start ?? 0));
}

/** Undefined where the row is a piece of one, or has no label of its own. */
function rowAt({ definition, row, label, labelText, altered }: BoundRow, { rows }: Table): RowAt | undefined {
  const [own, ofLabel] = [row, label].map((place) => rows.findIndex(({ start, end }) => start <= place.start && place.end <= end)) as [number, number];
  const cell = rows[ofLabel]?.cells.findIndex(({ start, end }) => start <= label.start && label.end <= end) ?? -1;
  const holds = rows[ofLabel]?.cells[cell];
  const isNamed = labelText !== '';
  return rows[own] === row && holds && (!isNamed || labelText === holds.text.trim())
    ? { definition, row: own, label: [ofLabel, cell], labelStart: label.start - holds.start, labelEnd: label.end - holds.end, isNamed, altered }
    : undefined;
}

function readAs({ form, rows, figures }: Reading, part: Table, { id, hasFiguresBeside, lacksRepeats }: Asked): BoundTable {
  const { chunk } = part;
  const cellAt = ([row, cell]: CellIndex): Cell => part.rows[row]?.cells[cell] as Cell;
  const found = figures.map(({ definition, at }): Figure =>
    figureOf(definition, cellAt(at), { chunk, headerUnit: unitInHeader(definition.column.kind, [part]), isFull: true }));
  return new ReadTable({
    id,
    form,
    parts: [part],
    rows: rows.map(({ definition, row, label, labelStart, labelEnd, isNamed, altered }): BoundRow => {
      const { start, end, text } = cellAt(label);
      return {
        definition,
        row: part.rows[row] as Row,
        label: { chunk, start: start + labelStart, end: end + labelEnd },
        labelText: isNamed ? text.trim() : '',
        altered,
        figures: definition.figures.map(({ index }) => found[index]),
        wrongCount: undefined,
        merged: false,
        isOdd: false,
      };
    }),
    unboundRows: [],
    missingRows: [],
    missingColumns: [],
    foreignBlocks: [],
    cuts: [],
    mixedWith: undefined,
    unreadable: undefined,
    hasFiguresBeside,
    lacksRepeats,
    figures: found,
  });
}
