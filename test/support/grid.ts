import type { BlockData, RowData, RowGroupData } from '../../server/src/forms/form.ts';
import type { FormTable, RowDefinition } from '../../server/src/forms/table.ts';
import type { CellBounds, Sheet } from './sheet.ts';

/** A cell of a printed table, with the places that it covers. */
export interface GridCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly role: 'heading' | 'corner' | 'header' | 'label' | 'figure' | 'unused';
  /** Marked; may hold line breaks. */
  readonly text: string;
}

/** A table as printed: cells in reading order, merged as in the official form. */
export interface Grid {
  readonly width: number;
  readonly height: number;
  /** Rows before the first row of figures. */
  readonly headerRows: number;
  readonly cells: readonly GridCell[];
}

export type TableName = 'proactive' | 'requests' | 'review';

export const tableNames: readonly TableName[] = ['proactive', 'requests', 'review'];

export function tableOf(sheet: Sheet, name: TableName): FormTable {
  const table = sheet.form.tables.get(name);
  if (table === undefined) {
    throw new Error(`no table ${name}`);
  }
  return table;
}

/** The whole table in one grid, as its damage leaves it. */
export function gridOf(sheet: Sheet, name: TableName, bounds: CellBounds): Grid {
  const grid = officialGrid(sheet, name, bounds);
  return sheet.harm.grid?.(grid, name) ?? grid;
}

function officialGrid(sheet: Sheet, name: TableName, bounds: CellBounds): Grid {
  const table = tableOf(sheet, name);
  switch (name) {
    case 'proactive': return stack(table.data.blocks.map((_, block) => proactiveBlock(sheet, table, block, bounds, true)));
    case 'requests': return requestsGrid(sheet, table, bounds);
    case 'review': return reviewGrid(sheet, table, bounds);
  }
}

/** The table as several small ones, each with the line that stands above it. */
export function blockGrids(sheet: Sheet, name: TableName, bounds: CellBounds): { heading: string; grid: Grid }[] {
  const table = tableOf(sheet, name);
  switch (name) {
    case 'proactive':
      return table.data.blocks.map((block, at) => ({
        heading: sheet.words(block.heading ?? ''),
        grid: proactiveBlock(sheet, table, at, bounds, false),
      }));
    case 'requests':
      return [{ heading: '', grid: requestsGrid(sheet, table, bounds) }];
    case 'review':
      return sheet.random.chance(0.3) ? [{ heading: '', grid: reviewRows(sheet, table, bounds) }] : table.rows.map((row) => ({
        heading: [...row.groups.map(({ label }) => label), row.label].join('：'),
        grid: {
          width: row.figures.length,
          height: 2,
          headerRows: 1,
          cells: [
            ...row.figures.map((figure, column) => cell(0, column, 'header', sheet.columnLabel(figure.column))),
            ...figureCells(sheet, row, 1, 0, bounds),
          ],
        },
      }));
  }
}

function cell(row: number, column: number, role: GridCell['role'], text: string, rowSpan = 1, columnSpan = 1): GridCell {
  return { row, column, rowSpan, columnSpan, role, text };
}

function figureCells(
  sheet: Sheet,
  definition: RowDefinition,
  row: number,
  column: number,
  bounds: CellBounds,
): GridCell[] {
  return sheet.figuresOf(definition, bounds).map((text, at) => cell(row, column + at, 'figure', text));
}

function stack(grids: readonly Grid[]): Grid {
  let height = 0;
  const cells: GridCell[] = [];
  for (const grid of grids) {
    const offset = height;
    cells.push(...grid.cells.map((each) => ({ ...each, row: each.row + offset })));
    height += grid.height;
  }
  return { width: Math.max(...grids.map(({ width }) => width)), height, headerRows: 2, cells };
}

function proactiveBlock(sheet: Sheet, table: FormTable, at: number, bounds: CellBounds, whole: boolean): Grid {
  const block: BlockData | undefined = table.data.blocks[at];
  if (block === undefined) {
    throw new Error(`no block ${at}`);
  }
  const rows = table.rows.filter((row) => row.block === block);
  const width = whole ? 1 + Math.max(...table.data.blocks.map(({ columns }) => columns.length)) : 1 + block.columns.length;
  const fill = fillOf(width - 1 - block.columns.length, sheet);
  const top = whole ? 1 : 0;
  const cells = whole ? [cell(0, 0, 'heading', sheet.words(block.heading ?? ''), 1, width)] : [];
  cells.push(cell(top, 0, 'header', sheet.words(block.corner ?? '')));
  cells.push(...fill(block.columns.map((column, index) => cell(top, index + 1, 'header', sheet.columnLabel(column)))));
  rows.forEach((row, index) => {
    cells.push(cell(top + 1 + index, 0, 'label', sheet.label(row)));
    cells.push(...fill(figureCells(sheet, row, top + 1 + index, 1, bounds)));
  });
  return { width, height: top + 1 + rows.length, headerRows: top + 1, cells };
}

/** Fills the columns that a narrow block leaves over: the last cell spreads over them, or unused cells stand there. */
function fillOf(over: number, sheet: Sheet): (cells: GridCell[]) => GridCell[] {
  if (over === 0) {
    return (cells) => cells;
  }
  if (sheet.random.chance(0.5)) {
    return (cells) => cells.map((each, at) => (at === cells.length - 1 ? { ...each, columnSpan: 1 + over } : each));
  }
  return (cells) => [...cells, ...Array.from({ length: over }, (_, at) =>
    cell(cells[0]?.row ?? 0, 1 + cells.length + at, 'unused', ''))];
}

const labelColumns = 3;

function requestsGrid(sheet: Sheet, table: FormTable, bounds: CellBounds): Grid {
  const [block] = table.data.blocks;
  if (block === undefined) {
    throw new Error('the table has no block');
  }
  const columns = block.columns;
  const cells: GridCell[] = [
    cell(0, 0, 'corner', sheet.words(table.data.corner ?? ''), 3, labelColumns),
    cell(0, labelColumns, 'header', sheet.words('申请人情况'), 1, columns.length),
  ];
  const nested = columns.filter(({ groups }) => (groups?.length ?? 0) > 1);
  const merged = sheet.random.chance(0.8);
  columns.forEach((column, at) => {
    if (!nested.includes(column)) {
      cells.push(cell(1, labelColumns + at, 'header', sheet.columnLabel(column), merged ? 2 : 1));
      if (!merged) {
        cells.push(cell(2, labelColumns + at, 'header', ''));
      }
    } else if (column === nested[0]) {
      cells.push(cell(1, labelColumns + at, 'header', sheet.words('法人或其他组织'), 1, nested.length));
    }
  });
  columns.forEach((column, at) => {
    if (nested.includes(column)) {
      cells.push(cell(2, labelColumns + at, 'header', sheet.columnLabel(column)));
    }
  });
  addRows(sheet, table, block.rows, { row: 3, column: 0, figureRow: 0, bounds }, cells);
  return { width: labelColumns + columns.length, height: 3 + table.rows.length, headerRows: 3, cells: inReadingOrder(cells) };
}

interface RowPlace {
  readonly row: number;
  readonly column: number;
  readonly figureRow: number;
  readonly bounds: CellBounds;
}

/** Adds the rows of one level of labels; returns how many rows of figures there were. */
function addRows(
  sheet: Sheet,
  table: FormTable,
  nodes: readonly (RowData | RowGroupData)[],
  place: RowPlace,
  cells: GridCell[],
): number {
  let count = 0;
  for (const node of nodes) {
    const row = place.row + count;
    if ('rows' in node) {
      const inner = addRows(sheet, table, node.rows, {
        ...place, row, column: place.column + 1, figureRow: place.figureRow + count,
      }, cells);
      cells.push(cell(row, place.column, 'label', sheet.label(node), inner));
      count += inner;
    } else {
      const definition = table.rows[place.figureRow + count];
      cells.push(cell(row, place.column, 'label', sheet.label(node), 1, labelColumns - place.column));
      cells.push(...(definition === undefined ? [] : figureCells(sheet, definition, row, labelColumns, place.bounds)));
      count += 1;
    }
  }
  return count;
}

function reviewGrid(sheet: Sheet, table: FormTable, bounds: CellBounds): Grid {
  const columns = table.rows[0]?.figures.length ?? 0;
  const deep = sheet.random.chance(0.5);
  const cells: GridCell[] = [];
  const figures: string[] = [];
  table.rows.forEach((row, at) => {
    const [group] = row.groups;
    const inGroup = group === undefined ? [row] : table.rows.filter(({ groups }) => groups.includes(group));
    const raised = deep && group === undefined;
    if (inGroup[0] === row) {
      cells.push(cell(0, columns * at, 'header', sheet.label(group ?? row), group === undefined && !deep ? 2 : 1, columns * inGroup.length));
    }
    if (group !== undefined) {
      cells.push(cell(1, columns * at, 'header', sheet.label(row), 1, columns));
    }
    row.figures.forEach((figure, index) => cells.push(
      cell(raised ? 1 : 2, columns * at + index, 'header', sheet.columnLabel(figure.column), raised ? 2 : 1),
    ));
    figures.push(...sheet.figuresOf(row, bounds));
  });
  cells.push(...figures.map((text, at) => cell(3, at, 'figure', text)));
  return { width: columns * table.rows.length, height: 4, headerRows: 3, cells: inReadingOrder(cells) };
}

/** Section 四 with its three kinds below each other, as some organs print it. */
function reviewRows(sheet: Sheet, table: FormTable, bounds: CellBounds): Grid {
  const columns = table.rows[0]?.figures ?? [];
  return {
    width: 1 + columns.length,
    height: 1 + table.rows.length,
    headerRows: 1,
    cells: [
      cell(0, 0, 'header', sheet.random.pick(['', '类别', '项目'])),
      ...columns.map((figure, at) => cell(0, 1 + at, 'header', sheet.columnLabel(figure.column))),
      ...table.rows.flatMap((row, at) => [
        cell(1 + at, 0, 'label', sheet.label(row)),
        ...figureCells(sheet, row, 1 + at, 1, bounds),
      ]),
    ],
  };
}

function inReadingOrder(cells: GridCell[]): GridCell[] {
  return cells.sort((a, b) => a.row - b.row || a.column - b.column);
}

/** What stands at a place of the full grid: a cell, or the cell whose span covers the place. */
export type Slot = { readonly cell: GridCell; readonly covered: false | 'across' | 'down' } | undefined;

/** Every place of the grid, row by row. */
export function slotsOf(grid: Grid): Slot[][] {
  const slots: Slot[][] = Array.from({ length: grid.height }, () => Array<Slot>(grid.width).fill(undefined));
  for (const each of grid.cells) {
    for (let row = each.row; row < each.row + each.rowSpan; row++) {
      for (let column = each.column; column < each.column + each.columnSpan; column++) {
        const line = slots[row];
        if (line !== undefined) {
          line[column] = { cell: each, covered: row > each.row ? 'down' : column > each.column ? 'across' : false };
        }
      }
    }
  }
  return slots;
}
