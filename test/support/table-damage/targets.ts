import type { FormTable, RowDefinition } from '../../../server/src/forms/table.ts';
import { tableNames, type TableName } from '../grid.ts';
import type { Random } from '../random.ts';
import { formOf, type ReportSource } from '../source.ts';

/** A row of a table that something happens to. */
export interface Target {
  readonly table: TableName;
  readonly row: RowDefinition;
  /** Whether a figure stands in the row; the whole table where all its rows stand in one line. */
  readonly touches: (id: string) => boolean;
  /** Whether these are the figures of the row, when its cells are written. */
  readonly is: (row: RowDefinition) => boolean;
}

export function targetOf(table: TableName, row: RowDefinition): Target {
  const prefix = table === 'review' ? 'review.' : `${table}.${row.id}.`;
  const [first] = row.figures;
  return { table, row, touches: (id) => id.startsWith(prefix), is: (other) => other.figures[0]?.id === first?.id };
}

/** A row by chance, of the tables named. */
export function aimAtRow(report: ReportSource, random: Random, names: readonly TableName[] = tableNames): Target {
  const table = random.pick(names);
  return targetOf(table, random.pick(formTable(report, table).rows));
}

export function formTable(report: ReportSource, name: TableName): FormTable {
  const table = formOf(report.form).tables.get(name);
  if (table === undefined) {
    throw new Error(`no table ${name}`);
  }
  return table;
}

/** Whether a figure is one of the table's. */
export function within(table: TableName): (id: string) => boolean {
  return (id) => id.startsWith(`${table}.`);
}
