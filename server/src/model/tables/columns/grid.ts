import type { BlockData } from '../../../forms/form.ts';
import { normalise, spellings } from '../../../forms/vocabulary.ts';
import type { Cell, Row, Table } from '../../../syntax/tree.ts';
import { withoutNote } from '../labels.ts';
import { count, isLikePeers, most, mostAstray, tailOf, widthExpected, type PartShape } from '../rows/part-shape.ts';
import { greatest } from '../../../syntax/lists.ts';

/** A row of cells, and how many of them the form wants to be figures. */
interface GridRow {
  readonly part: Table;
  readonly block: BlockData;
  readonly wanted: number;
  /** The cells that may be figures: those behind the label, or before it where it stands last. */
  readonly figures: readonly Cell[];
  /** The column behind the label; 0 where none stands before the figures. */
  readonly labelEnd: number;
  /** The column behind the last cell. */
  readonly width: number;
  /** The column in which the row begins, where it does not begin its line. */
  readonly offset: number;
  /** The row of heads right above that names all columns of the block. */
  readonly heads: () => Heads | undefined;
}

/** A row of heads that names all columns of a block. */
export interface Heads {
  readonly width: number;
  /** How often a column is named at most: the text of a merged cell is repeated in each column that it covered. */
  readonly copies: number;
}

/** What is needed of a row that was found in the text. */
interface FoundRow {
  readonly part: Table;
  readonly row: Row;
  readonly label: Cell | undefined;
  readonly figures: readonly Cell[];
  readonly offset: number;
}

export function gridRowOf({ part, row, label, figures, offset }: FoundRow, block: BlockData, wanted: number, heads: () => Heads | undefined): GridRow {
  const [first] = figures;
  const isLabelFirst = label !== undefined && !(first && first.column < label.column);
  return { part, block, wanted, figures, offset, heads, labelEnd: isLabelFirst ? endOf(label) - offset : 0, width: widthOf(row) - offset };
}

/** The column behind the last cell of a row. */
export function widthOf({ cells }: Row): number {
  const last = cells.at(-1);
  return last ? endOf(last) : 0;
}

/** The column behind a cell. */
function endOf({ column, merged }: Cell): number {
  return column + (merged?.columns ?? 1);
}

export interface Picked {
  /** From left to right. */
  readonly cells: readonly Cell[];
  /** Whether the row has empty cells where other rows have none, so that a blank figure and a cell too many might stand in it. */
  readonly isOdd: boolean;
}

/** So many rows that begin with equally deep labels are needed to say where the figures of another such row begin. */
const fewestPeers = 2;

/**
 * Which cells of a row are its figures, as all rows of its part show together. Rows are of one width, or each has its
 * figures right behind its label, with as many cells behind them; the row's own width says nothing. A row that fits
 * neither is read only where its figures are all there, and side by side.
 */
export class Grid {
  readonly #parts = new Map<Table, PartShape<GridRow>>();
  /** By width, the rows of all parts in which most rows have it. */
  readonly #byWidth = new Map<number, GridRow[]>();
  readonly #heads = new Map<BlockData, Map<number, readonly number[] | undefined>>();
  /** By block, and then by width, depth of the label and number of figures, where the figures of such rows stand. */
  readonly #starts = new Map<BlockData, Map<string, readonly number[] | undefined>>();
  readonly #tables: readonly Table[];
  readonly #rows: number;
  /** How many rows have not the width of most rows of their part. */
  readonly #astrayByWidth: number;
  /** How many have not as many cells behind their label and figures as most. */
  readonly #astrayByTail: number;
  /** Whether rows with all their figures have blank cells between these and their labels. */
  readonly #coversBlanks: boolean;

  constructor(rows: readonly GridRow[], tables: readonly Table[]) {
    this.#tables = tables;
    const own = rows.filter(({ figures }) => figures.length > 0);
    for (const row of own) {
      const shape: PartShape<GridRow> = this.#parts.get(row.part) ?? { rows: [], widths: new Map(), tails: new Map() };
      shape.rows.push(row);
      count(shape.widths, row.width);
      count(shape.tails, tailOf(row));
      this.#parts.set(row.part, shape);
    }
    const shapes = [...this.#parts.values()];
    this.#rows = own.length;
    this.#coversBlanks = own.some((row) => row.labelEnd > 0 && (startOfAll(row) ?? 0) > row.labelEnd);
    this.#astrayByWidth = own.length - shapes.reduce((sum, { widths }) => sum + (most(widths)?.count ?? 0), 0);
    this.#astrayByTail = own.length - shapes.reduce((sum, { tails }) => sum + (most(tails)?.count ?? 0), 0);
    for (const row of own) {
      const { widths } = this.#parts.get(row.part) as PartShape<GridRow>;
      if (most(widths)?.value === row.width) {
        this.#byWidth.set(row.width, [...(this.#byWidth.get(row.width) ?? []), row]);
      }
    }
  }

  /** The figures of a row; undefined where they cannot be told for certain. */
  pick(row: GridRow): Picked | undefined {
    const filled = filledOf(row);
    const shape = this.#parts.get(row.part);
    const isFull = filled.length === row.wanted && filled.every(({ kind }) => kind === 'figure');
    const full = isFull ? this.#pickFull(row, filled, shape) : undefined;
    const starts = full || !shape ? undefined : this.#startsOf(row, shape);
    const cells = starts && cellsAt(row, starts, filled);
    return full ?? (cells && { cells, isOdd: false });
  }

  /** A row with all its figures is read wherever they stand, if no cell too many can be one of them. */
  #pickFull(row: GridRow, filled: readonly Cell[], shape: PartShape<GridRow> | undefined): Picked | undefined {
    const isTogether = isContiguous(filled);
    const excess = shape ? row.width - widthExpected(row, shape) : 0;
    if (excess < 0 && isShortOfCopies(row)) {
      return undefined;
    }
    if (!shape || (excess <= 0 && isTogether)) {
      return { cells: filled, isOdd: false };
    }
    const first = (filled[0] as Cell).column - row.offset;
    const usual = most(shape.widths)?.value ?? 0;
    const isUsual = (width: number): boolean => this.#gridStarts(width, row)?.[0] === first;
    const isInPlace = isTogether ? first === row.labelEnd || isUsual(row.width) || isUsual(usual) : excess < 0;
    const isOdd = row.figures.length > row.wanted && !(isTogether && row.width === usual && isUsual(usual));
    return isInPlace || hasGapsOfAll(row, filled, shape) ? { cells: filled, isOdd } : undefined;
  }

  /** The columns of the figures, by the other rows of the part and the heads; undefined where they do not explain the row's width. */
  #startsOf(row: GridRow, shape: PartShape<GridRow>): readonly number[] | undefined {
    const heads = row.heads();
    const below = heads?.width === row.width ? this.#headStarts(row.width, row) : undefined;
    if (below) {
      return below;
    }
    const width = most(shape.widths, row.width);
    const tail = most(shape.tails, tailOf(row));
    const fitting = Math.max(width?.count ?? 0, tail?.count ?? 0);
    const contradicted = heads && shape.rows.filter((one) => one.block === row.block && one.width === row.width).length <= fewestPeers;
    const mayBehind = tail?.value === tailOf(row) && this.#isAllBehindLabels(row, shape) && !this.#mayBeginWithLabel(row);
    const behindLabel = mayBehind ? range(row.labelEnd, row.wanted) : undefined;
    const byTail = contradicted ? undefined : behindLabel;
    const byWidth = width?.value === row.width && !(contradicted && row.width < heads.width) ? (this.#gridStarts(row.width, row) ?? byTail) : undefined;
    const more = (width?.count ?? 0) - (tail?.count ?? 0) || this.#astrayByTail - this.#astrayByWidth;
    const isSettled = (astray: number): boolean =>
      fitting > 0 && (astray === 0 || (astray === 1 && this.#rows > mostAstray) || isLikePeers(fitting, row, shape));
    if (more !== 0) {
      return more > 0 ? (isSettled(this.#astrayByWidth) ? byWidth : undefined) : (isSettled(this.#astrayByTail) ? byTail : undefined);
    }
    return byWidth && behindLabel && byWidth.join() === behindLabel.join() ? byWidth : undefined;
  }

  /** Where the figures of rows of a width stand: as in rows with labels as deep, below the heads, as in most, or behind the deepest label. */
  #gridStarts(width: number, row: GridRow): readonly number[] | undefined {
    const known = this.#starts.get(row.block) ?? new Map<string, readonly number[] | undefined>();
    this.#starts.set(row.block, known);
    const key = `${width} ${row.labelEnd} ${row.wanted}`;
    if (!known.has(key)) {
      known.set(key, this.#findGridStarts(width, row));
    }
    return known.get(key);
  }

  #findGridStarts(width: number, row: GridRow): readonly number[] | undefined {
    const { wanted, labelEnd } = row;
    const rows = this.#byWidth.get(width) ?? [];
    const complete = rows.flatMap((one) => {
      const filled = filledOf(one);
      const [first] = filled;
      const isComplete = first && filled.length === one.wanted && filled.every(({ kind }) => kind === 'figure') && isContiguous(filled);
      const starts = one.wanted < wanted && first ? range(first.column - one.offset, wanted) : filled.slice(0, wanted).map(({ column }) => column - one.offset);
      return isComplete ? [{ labelEnd: one.labelEnd, starts }] : [];
    });
    const peers = complete.filter((one) => one.labelEnd === labelEnd);
    const deepest = greatest(rows.map((one) => one.labelEnd));
    const told = (peers.length >= fewestPeers ? commonStarts(peers, 1) : undefined) ?? this.#headStarts(width, row);
    const ofOthers = told ? undefined : commonStarts(complete, 3 / 4)
      ?? (width - deepest === greatest(rows.map((one) => one.wanted)) && this.#widestHead() <= width ? range(deepest, wanted) : undefined);
    return told ?? (ofOthers && !rows.some((one) => one.labelEnd === labelEnd && hasFigureBefore(one, ofOthers)) ? ofOthers : undefined);
  }

  /** Whether rows have all their figures right behind their labels: where others are complete, or nothing stands behind the figures. */
  #isAllBehindLabels(row: GridRow, { rows }: PartShape<GridRow>): boolean {
    return rows.some((other) => other !== row && startOfAll(other) === other.labelEnd)
      || (tailOf(row) === 0 && this.#widestHead() <= greatest(rows.map(({ width }) => width)));
  }

  /**
   * Whether a blank cell behind a label may be what the label covers of a merged cell: heads reach over more columns than the row,
   * or other rows have such cells.
   */
  #mayBeginWithLabel({ figures, width }: GridRow): boolean {
    return figures[0]?.kind === 'blank' && figures.some(({ kind }) => kind !== 'blank') && (this.#widestHead() > width || this.#coversBlanks);
  }

  /** The width of the widest row of words without figures. */
  #widestHead(): number {
    return Math.max(0, greatest(this.#tables.flatMap(({ rows }) => rows)
      .filter(({ cells }) => cells.every(({ kind }) => kind !== 'figure') && cells.some(({ kind }) => kind === 'text')).map(widthOf)));
  }

  /** The columns of heads in rows of a width, where they name every column of the block in a place of its own. */
  #headStarts(width: number, { block, wanted }: GridRow): readonly number[] | undefined {
    const known = this.#heads.get(block) ?? new Map<number, readonly number[] | undefined>();
    this.#heads.set(block, known);
    if (!known.has(width)) {
      known.set(width, columnsOfHeads(this.#tables.flatMap(({ rows }) => rows).filter((row) => widthOf(row) === width), block));
    }
    const starts = known.get(width);
    return starts?.length === wanted ? starts : undefined;
  }
}

/** The cells that are not blank; one of them where a row of one figure repeats it as often as its head is repeated. */
function filledOf({ figures, wanted, heads }: GridRow): readonly Cell[] {
  const filled = figures.filter(({ kind }) => kind !== 'blank');
  const [first] = filled;
  const areCopies = wanted === 1 && filled.length > 1 && filled.every(({ text }) => text.trim() === first?.text.trim()) && heads()?.copies === filled.length;
  return areCopies ? filled.slice(0, 1) : filled;
}

/** The column in which all figures of a row begin, side by side; undefined where they do not stand so. */
function startOfAll(row: GridRow): number | undefined {
  const filled = filledOf(row);
  const [first] = filled;
  return first && filled.length === row.wanted && isContiguous(filled) ? first.column - row.offset : undefined;
}

/** Whether a figure stands behind the label and before some columns: what these rows have there is not covered by their labels. */
function hasFigureBefore({ figures, offset, labelEnd }: GridRow, [first = 0]: readonly number[]): boolean {
  return figures.some(({ kind, column }) => kind === 'figure' && column - offset >= labelEnd && column - offset < first);
}

/** Whether most other rows with figures side by side have the same empty columns between them. */
function hasGapsOfAll(row: GridRow, filled: readonly Cell[], { rows }: PartShape<GridRow>): boolean {
  const own = filled.map(({ column }) => column - row.offset);
  const others = rows.map((other) => ({ other, cells: filledOf(other) }))
    .filter(({ other, cells }) => other !== row && other.wanted > 1 && cells.length === other.wanted);
  const same = others.filter(({ other, cells }) => cells.every(({ column }, at) => at >= own.length || column - other.offset === own[at])).length;
  return same >= fewestPeers && same * 2 > others.length;
}

/** Whether copies of merged cells may make up for a figure that is lost. */
function isShortOfCopies(row: GridRow): boolean {
  const heads = row.heads();
  return heads !== undefined && heads.copies > 1 && heads.width !== row.width;
}

/** Whether cells stand side by side. */
export function isContiguous(cells: readonly Cell[]): boolean {
  return cells.every((cell, at) => at === 0 || cell.column === endOf(cells[at - 1] as Cell));
}

function range(start: number, length: number): readonly number[] {
  return Array.from({ length }, (_, at) => start + at);
}

/** The columns that at least a share of rows have. */
function commonStarts(rows: readonly { readonly starts: readonly number[] }[], share: number): readonly number[] | undefined {
  const counts = new Map<string, number>();
  rows.forEach(({ starts }) => count(counts, starts.join()));
  return rows.find(({ starts }) => (counts.get(starts.join()) ?? 0) >= rows.length * share)?.starts;
}

/** The cells in some columns; undefined where one of them or a figure beside them is lost, copies of a merged cell excepted. */
function cellsAt({ figures, offset, heads }: GridRow, starts: readonly number[], filled: readonly Cell[]): readonly Cell[] | undefined {
  const cells = starts.flatMap((start) => figures.find(({ column }) => column - offset === start) ?? []);
  const last = cells.at(-1);
  const others = filled.filter((cell) => !cells.includes(cell));
  const areCopies = others.every((cell) => last !== undefined && cell.column > last.column && cell.text.trim() === last.text.trim());
  return cells.length === starts.length && (others.length === 0 || (areCopies && (heads()?.copies ?? 1) > 1)) ? cells : undefined;
}

/** The columns in which the figures of a block start, by the heads among rows; undefined where they do not name each in a place of its own. */
export function columnsOfHeads(rows: readonly Row[], { columns }: BlockData): readonly number[] | undefined {
  const heads = rows.filter(({ cells }) => cells.every(({ kind }) => kind !== 'figure'))
    .flatMap(({ cells }) => cells.flatMap((cell) => (cell.kind === 'text' ? [{ column: cell.column, normal: normalise(cell.text) }] : [])));
  const starts = columns.flatMap((column) => {
    const names = spellings(column);
    const found = new Set(heads.filter(({ normal }) => names.includes(normal) || names.includes(withoutNote(normal))).map((head) => head.column));
    return found.size === 1 ? [...found] : [];
  });
  return new Set(starts).size === columns.length ? starts.sort((one, other) => one - other) : undefined;
}
