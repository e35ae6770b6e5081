import type { BlockData, ColumnData, RowData, RowGroupData, TableData } from '../../server/src/forms/form.ts';
import { compileForm, type Form } from '../../server/src/forms/index.ts';
import type { Random } from './random.ts';

/** The form with the columns of its tables in another order, those of one group side by side; so are the rows of section 四. */
export function reordered(form: Form, random: Random): Form {
  return compileForm({ ...form.data, tables: form.data.tables.map((table) => reorderedTable(table, random)) });
}

/** The form with the totals before their parts. */
export function withTotalsFirst(form: Form): Form {
  return compileForm({ ...form.data, tables: form.data.tables.map((table) => ({ ...table, blocks: table.blocks.map((block) => {
    const isTotal = ({ id }: ColumnData): boolean => id === 'total';
    return { ...block, columns: [...block.columns.filter(isTotal), ...block.columns.filter((column) => !isTotal(column))] };
  }) })) });
}

function reorderedTable(table: TableData, random: Random): TableData {
  const [first] = table.blocks;
  const columns = first && reorderedColumns(first.columns, random);
  return {
    ...table,
    blocks: table.blocks.map((block): BlockData => ({
      ...block,
      columns: block === first && columns ? columns : block.columns,
      rows: table.arrangement === 'across' ? reorderedRows(block.rows, random) : block.rows,
    })),
  };
}

function reorderedColumns(columns: readonly ColumnData[], random: Random): ColumnData[] {
  const isNested = ({ groups }: ColumnData): boolean => (groups?.length ?? 0) > 1;
  const nested = shuffled(columns.filter(isNested), random);
  const first = nested[0];
  return shuffled([...columns.filter((column) => !isNested(column)), ...(first ? [first] : [])], random)
    .flatMap((column) => (column === first ? nested : [column]));
}

function reorderedRows(rows: readonly (RowData | RowGroupData)[], random: Random): (RowData | RowGroupData)[] {
  return shuffled(rows.map((row) => ('rows' in row ? { ...row, rows: reorderedRows(row.rows, random) } : row)), random);
}

function shuffled<Item>(items: readonly Item[], random: Random): Item[] {
  const rest = [...items];
  return items.flatMap(() => rest.splice(random.integer(0, rest.length - 1), 1));
}
