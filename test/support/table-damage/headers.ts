import type { Grid, GridCell, TableName } from '../grid.ts';
import type { Random } from '../random.ts';
import { aimAtRow, formTable, targetOf, within, type Target } from './targets.ts';
import type { DamageKind, TableDamage } from './table-damage.ts';

/** Heads of tables and columns, labels and the empty cells beside them: lost, cut, doubled or repeated. */
export const headerDamages: readonly DamageKind[] = [
  headed('the head of a column blank', (label, isTarget) => (isTarget ? '' : label)),
  headed('the head of a column cut', (label, isTarget) => (isTarget ? label.slice(0, Math.ceil(label.length / 2)) : label)),
  headed('all heads of columns blank', () => ''),
  onGrid('a cell of the head lost', (grid, random) => {
    const heads = grid.cells.filter(({ role, text }) => (role === 'header' || role === 'corner') && text !== '');
    return heads.length === 0 ? grid : withoutCell(grid, random.pick(heads));
  }),
  onGrid('the last cell of the head lost', (grid) => {
    const last = grid.cells.filter(({ role }) => role === 'header').at(-1);
    return last === undefined ? grid : withoutCell(grid, last);
  }),
  onGrid('a row of the head lost', (grid, random) => withoutRows(grid, [random.integer(0, grid.headerRows - 1)])),
  onGrid('the head lost', (grid) => withoutRows(grid, Array.from({ length: grid.headerRows }, (_, row) => row))),
  onGrid('the head repeated in the middle', (grid, random) => (grid.height < grid.headerRows + 3 ? grid
    : repeatedHead(grid, random.integer(grid.headerRows + 1, grid.height - 1)))),
  onGrid('a blank row', (grid, random) => {
    const at = random.integer(0, grid.height);
    return { ...opened(grid, at, 1), cells: inOrder([...opened(grid, at, 1).cells, ...blankRow(grid, at)]) };
  }),
  {
    name: 'the empty cell beside a label lost',
    aim: (report, random) => {
      const wide = formTable(report, 'requests').rows.filter(({ groups }) => groups.length < 2);
      return inOneRow(targetOf('requests', random.pick(wide)), (cells, label) => resized(cells, label, -1));
    },
  },
  inRow('an empty cell beside a label too many', (cells, label) => resized(cells, label, 1)),
  inRow('a label blank', (cells, label) => cells.map((cell) => (cell === label ? { ...cell, text: '' } : cell))),
  inRow("a label's cell lost", (cells, label) => shifted(cells.filter((cell) => cell !== label), label, -label.columnSpan)),
  inRow("a label's cell doubled", (cells, label) => [...shifted(cells, label, 1), { ...label, column: label.column + label.columnSpan, columnSpan: 1 }]),
  onGrid('two rows in the cells of one', (grid, random) => mergedRows(grid, random), ['proactive', 'requests'], undefined, ['not-a-number', 'blank-cell']),
  onGrid('a label over two rows', (grid, random) => labelOverTwoRows(grid, random), ['proactive', 'requests']),
  onGrid('labels over two rows throughout', (grid, random) => longLabels(grid).reduceRight((each, at) => cutLabel(each, at, random), grid), ['requests']),
  onGrid('an empty column throughout', (grid, random) => emptyColumn(grid, random), ['proactive', 'requests', 'review']),
  onGrid('the name of a group blank', (grid, random) => {
    const groups = grid.cells.filter(({ role, rowSpan }) => role === 'label' && rowSpan > 1);
    const lost = groups.length === 0 ? undefined : random.pick(groups);
    return { ...grid, cells: grid.cells.map((cell) => (cell === lost ? { ...cell, text: '' } : cell)) };
  }, ['requests']),
  onGrid("a group's name in a row of its own, with figures", (grid, random) => groupRow(grid, random), ['requests'], ['group-row-figures', 'unreadable-table'], ['superseded-form']),
];

function headed(name: string, rewrite: (label: string, isTarget: boolean) => string): DamageKind {
  return {
    name,
    aim: (report, random) => {
      const { table, row } = aimAtRow(report, random);
      const target = random.pick(row.block.columns);
      return {
        touches: within(table),
        allowed: ['missing-column'],
        columnLabel: (column) => (row.block.columns.includes(column) ? rewrite(column.label, column === target) : undefined),
      };
    },
  };
}

function onGrid(
  name: string,
  change: (grid: Grid, random: Random) => Grid,
  tables: readonly TableName[] = ['proactive', 'requests', 'review'],
  required?: readonly string[],
  allowed: readonly string[] = [],
): DamageKind {
  return {
    name,
    aim: (_, random) => {
      const target = random.pick(tables);
      return {
        touches: within(target),
        allowed: ['missing-column', 'group-row-figures', 'missing-row', ...allowed],
        grid: (grid, table) => (table === target ? change(grid, random) : grid),
        ...(required !== undefined && { required }),
      };
    },
  };
}

/** A change to one row of a table whose rows have labels; given its cells and the cell of its label. */
function inRow(name: string, change: RowChange): DamageKind {
  return { name, aim: (report, random) => inOneRow(aimAtRow(report, random, ['proactive', 'requests']), change) };
}

type RowChange = (cells: readonly GridCell[], label: GridCell) => readonly GridCell[];

function inOneRow(target: Target, change: RowChange): TableDamage {
  return {
    touches: within(target.table),
    allowed: ['missing-row', 'group-row-figures', 'superseded-form'],
    grid: (grid, table) => {
      const rows = grid.cells.filter(({ role }) => role === 'label').filter(({ rowSpan }) => rowSpan === 1);
      const label = rows[target.row.index];
      if (table !== target.table || label === undefined) {
        return grid;
      }
      const own = grid.cells.filter(({ row }) => row === label.row);
      return { ...grid, cells: inOrder([...grid.cells.filter(({ row }) => row !== label.row), ...change(own, label)]) };
    },
  };
}

function resized(cells: readonly GridCell[], label: GridCell, by: number): readonly GridCell[] {
  return label.columnSpan + by < 1 ? cells
    : shifted(cells, label, by).map((cell) => (cell === label ? { ...cell, columnSpan: cell.columnSpan + by } : cell));
}

/** The cells with those behind the label moved. */
function shifted(cells: readonly GridCell[], label: GridCell, by: number): GridCell[] {
  return cells.map((cell) => (cell.column > label.column ? { ...cell, column: cell.column + by } : cell));
}

function withoutCell(grid: Grid, lost: GridCell): Grid {
  return {
    ...grid,
    cells: grid.cells.filter((cell) => cell !== lost).map((cell) =>
      (cell.row === lost.row && cell.column > lost.column ? { ...cell, column: cell.column - lost.columnSpan } : cell)),
  };
}

function withoutRows(grid: Grid, lost: readonly number[]): Grid {
  const kept = (from: number, to: number): number =>
    Array.from({ length: to - from }, (_, at) => from + at).filter((row) => !lost.includes(row)).length;
  const cells = grid.cells.map((cell) => ({ ...cell, row: kept(0, cell.row), rowSpan: kept(cell.row, cell.row + cell.rowSpan) }))
    .filter(({ rowSpan }) => rowSpan > 0);
  return { ...grid, cells, height: kept(0, grid.height), headerRows: kept(0, grid.headerRows) };
}

/** The grid with rows let in above one of its rows; cells that reach over it grow. */
function opened(grid: Grid, at: number, count: number): Grid {
  const cells = grid.cells.map((cell) => (cell.row >= at ? { ...cell, row: cell.row + count }
    : cell.row + cell.rowSpan > at ? { ...cell, rowSpan: cell.rowSpan + count } : cell));
  return { ...grid, cells, height: grid.height + count };
}

function blankRow(grid: Grid, at: number): GridCell[] {
  const covered = grid.cells.filter(({ row, rowSpan }) => row < at && row + rowSpan > at).reduce((sum, { columnSpan }) => sum + columnSpan, 0);
  return Array.from({ length: grid.width - covered }, (_, column) => ({
    row: at, column: covered + column, rowSpan: 1, columnSpan: 1, role: 'unused' as const, text: '',
  }));
}

function repeatedHead(grid: Grid, at: number): Grid {
  const open = closed(opened(grid, at, grid.headerRows), at, grid.headerRows);
  const head = grid.cells.filter(({ row, role }) => row < grid.headerRows && role !== 'figure').map((cell) => ({ ...cell, row: cell.row + at }));
  return { ...open, cells: inOrder([...open.cells, ...head]) };
}

/** The grid with the cells that reach over the rows let in cut in two. */
function closed(grid: Grid, at: number, count: number): Grid {
  return {
    ...grid,
    cells: grid.cells.flatMap((cell) => (cell.row < at && cell.row + cell.rowSpan > at ? [
      { ...cell, rowSpan: at - cell.row },
      { ...cell, row: at + count, rowSpan: cell.row + cell.rowSpan - at - count, text: '' },
    ] : [cell])),
  };
}

/** The name of a group on a line of its own above its rows, with numbers that are nobody's. */
function groupRow(grid: Grid, random: Random): Grid {
  const groups = grid.cells.filter(({ role, rowSpan, column }) => role === 'label' && rowSpan > 1 && column === 1);
  if (groups.length === 0) {
    return grid;
  }
  const group = random.pick(groups);
  const open = closed(opened(grid, group.row, 1), group.row, 1);
  const cells = open.cells.map((cell) => (cell.column === 1 && cell.row === group.row + 1 && cell.role === 'label' ? { ...cell, text: '' } : cell));
  const figures = Array.from({ length: grid.width - 3 }, (_, at): GridCell => ({
    row: group.row, column: 3 + at, rowSpan: 1, columnSpan: 1, role: 'header', text: String(random.integer(0, 30)),
  }));
  const own = [
    { ...group, column: 0, rowSpan: 1, columnSpan: 1, text: '' },
    { ...group, rowSpan: 1, columnSpan: 2 },
  ];
  return { ...open, cells: inOrder([...cells, ...own, ...figures]) };
}

/** Rows of figures whose label has its own row, by their row in the grid. */
function rowsOfFigures(grid: Grid): number[] {
  return [...new Set(grid.cells.filter(({ role }) => role === 'figure').map(({ row }) => row))];
}

/** A row whose cells also hold those of the row below, line by line, as programs find them that look for lines of a page. */
function mergedRows(grid: Grid, random: Random): Grid {
  const rows = rowsOfFigures(grid).filter((row) => rowsOfFigures(grid).includes(row + 1));
  const at = rows.length === 0 ? -1 : random.pick(rows);
  const by = random.pick(['\n', ' ']);
  const below = grid.cells.filter(({ row }) => row === at + 1);
  const cells = grid.cells.map((cell) => {
    const under = cell.row === at ? below.find(({ column, role }) => column === cell.column && role === cell.role) : undefined;
    return under === undefined ? cell : { ...cell, text: [cell.text, under.text].filter((text) => text !== '').join(by) };
  });
  return at < 0 ? grid : withoutRows({ ...grid, cells }, [at + 1]);
}

function longLabels(grid: Grid): number[] {
  return grid.cells.filter(({ role, rowSpan, text }) => role === 'label' && rowSpan === 1 && text.length > 6).map(({ row }) => row);
}

function labelOverTwoRows(grid: Grid, random: Random): Grid {
  const rows = longLabels(grid);
  return rows.length === 0 ? grid : cutLabel(grid, random.pick(rows), random);
}

/** The label's lines are rows of their own; the figures stand beside the first or the last. */
function cutLabel(grid: Grid, at: number, random: Random): Grid {
  const label = grid.cells.find(({ row, role, rowSpan }) => row === at && role === 'label' && rowSpan === 1);
  if (label === undefined) {
    return grid;
  }
  const text = label.text.replaceAll('\n', '');
  const half = Math.ceil(text.length / 2);
  const above = random.chance(0.5);
  const open = opened(grid, at + 1, 1);
  const figures = open.cells.filter(({ row, role }) => row === at && (role === 'figure' || role === 'unused'));
  const blanks = figures.map((cell) => ({ ...cell, role: 'unused' as const, text: '', row: above ? at + 1 : at }));
  return {
    ...open,
    cells: inOrder([
      ...open.cells.filter((cell) => cell.row !== at || (cell !== label && !figures.includes(cell))),
      { ...label, text: text.slice(0, half) }, { ...label, row: at + 1, text: text.slice(half) },
      ...figures.map((cell) => ({ ...cell, row: above ? at : at + 1 })), ...blanks,
    ]),
  };
}

/** A column in which nothing stands, before one of the columns of figures. */
function emptyColumn(grid: Grid, random: Random): Grid {
  const columns = grid.cells.filter(({ role }) => role === 'figure').map(({ column }) => column);
  const at = random.integer(Math.min(...columns), Math.max(...columns) + 1);
  const cells = grid.cells.map((cell) => (cell.column >= at ? { ...cell, column: cell.column + 1 }
    : cell.column + cell.columnSpan > at ? { ...cell, columnSpan: cell.columnSpan + 1 } : cell));
  const covered = (row: number): boolean => cells.some((cell) => cell.row <= row && row < cell.row + cell.rowSpan
    && cell.column <= at && at < cell.column + cell.columnSpan);
  const blanks = Array.from({ length: grid.height }, (_, row) => row).filter((row) => !covered(row)).map((row) =>
    ({ row, column: at, rowSpan: 1, columnSpan: 1, role: 'unused' as const, text: '' }));
  return { ...grid, width: grid.width + 1, cells: inOrder([...cells, ...blanks]) };
}

function inOrder(cells: readonly GridCell[]): GridCell[] {
  return [...cells].sort((a, b) => a.row - b.row || a.column - b.column);
}
