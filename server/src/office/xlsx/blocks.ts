import { ZipError } from '../zip/zip.ts';
import type { Cell, Merge, Row, Sheet } from './content.ts';

/** A stretch of a sheet: one cell that stands alone in its row, or rows that are a table. */
type Block =
  | { readonly kind: 'line'; readonly row: Row; readonly cell: Cell }
  | { readonly kind: 'table'; readonly rows: readonly TableRow[] };

/** A place of the table: a cell, or one that is empty and in no file; undefined where another cell covers it. */
type Slot = { readonly column: number; readonly cell?: Cell } | undefined;

interface TableRow {
  readonly row: Row;
  readonly slots: readonly Slot[];
}

/** More places than the tables of any report have. */
const mostSlots = 500_000;

/** What stands in the sheet from top to bottom. @throws ZipError where it is too large */
export function blocksOf(sheet: Sheet): Block[] {
  const blocks: Block[] = [];
  let table: SheetRow[] = [];
  let last = -1;
  let slots = 0;
  const endTable = (): void => {
    const rows = tableOf(table);
    slots += rows.reduce((sum, row) => sum + row.slots.length, 0);
    if (slots > mostSlots) {
      throw new ZipError('too-large');
    }
    blocks.push(...(rows.length > 0 ? [{ kind: 'table', rows } as const] : []));
    table = [];
  };
  for (const row of sheetRows(sheet)) {
    const cell = loneCell(row);
    if (cell !== undefined || row.places.length === 0 || row.row.row > last + 1) {
      endTable();
    }
    if (cell !== undefined) {
      blocks.push({ kind: 'line', row: row.row, cell });
    } else if (row.places.length > 0) {
      table.push(row);
    }
    last = row.row.row;
  }
  endTable();
  return blocks;
}

/** A row with the merged cells that touch it. */
interface SheetRow {
  readonly row: Row;
  /** Cells that show something or have lines around them, and are covered by no other. */
  readonly places: readonly Cell[];
  readonly merges: readonly Merge[];
}

function sheetRows({ rows, merges }: Sheet): SheetRow[] {
  let active: Merge[] = [];
  let next = 0;
  return rows.map((row) => {
    for (; next < merges.length && (merges[next] as Merge).top <= row.row; next += 1) {
      active.push(merges[next] as Merge);
    }
    active = active.filter(({ bottom }) => bottom >= row.row);
    const touching = active;
    const places = row.cells.filter((cell) => (cell.text.trim() !== '' || cell.isRuled) && !isCovered(row.row, cell.column, touching));
    return { row, places, merges: touching };
  });
}

function isCovered(row: number, column: number, merges: readonly Merge[]): boolean {
  return merges.some(({ top, left, bottom, right }) =>
    top <= row && row <= bottom && left <= column && column <= right && !(row === top && column === left));
}

/** The one cell of a row that is no row of a table: words, nothing to fill in beside them, and no cell of the rows around reaches in. */
function loneCell({ row, places, merges }: SheetRow): Cell | undefined {
  const [cell, second] = places;
  const isOfSeveralRows = merges.some(({ top, bottom }) => top < bottom && top <= row.row && row.row <= bottom);
  return cell === undefined || second !== undefined || cell.text.trim() === '' || cell.isNumber || isOfSeveralRows ? undefined : cell;
}

/** The rows on the columns at which cells begin, so that merged columns are one. */
function tableOf(rows: readonly SheetRow[]): TableRow[] {
  const columns = [...new Set(rows.flatMap(({ places }) => places.map(({ column }) => column)))].sort((one, other) => one - other);
  return rows.map(({ row, places, merges }) => {
    const byColumn = new Map(places.map((cell) => [cell.column, cell]));
    return {
      row,
      slots: columns.map((column): Slot => {
        const cell = byColumn.get(column) ?? row.cells.find((each) => each.column === column);
        return isCovered(row.row, column, merges) ? undefined : { column, ...(cell === undefined ? {} : { cell }) };
      }),
    };
  });
}
