import type { ColumnData } from '../../../server/src/forms/form.ts';
import type { RowDefinition } from '../../../server/src/forms/table.ts';
import type { Grid, TableName } from '../grid.ts';
import type { Random } from '../random.ts';
import type { Sheet } from '../sheet.ts';
import type { ReportSource } from '../source.ts';

/**
 * What happened to the rows and cells of a report's tables before or while it became a text. However much of it can
 * still be read, no figure may be read with a value or a place that is not its own.
 */
export interface TableDamage {
  /** The report as printed, where whole rows or columns differ from the form. */
  readonly report?: (report: ReportSource) => ReportSource;
  /** The marked texts of the cells of figures in a row. */
  readonly cells?: (cells: readonly string[], row: RowDefinition) => string[];
  /** The head of a column, where it is not what the form says. */
  readonly columnLabel?: (column: ColumnData) => string | undefined;
  readonly grid?: (grid: Grid, table: TableName) => Grid;
  /** The marked text of a table. */
  readonly text?: (marked: string, table: TableName, sheet: Sheet) => string;
  /** Whether a figure, by its id, stands where the damage is, so that it may be left unread and findings may speak of it. */
  readonly touches: (id: string) => boolean;
  /** Codes of warnings and errors that a careful reader may raise there, besides those about a refused row or table. */
  readonly allowed?: readonly string[];
  /** Whether what stands in a figure's place is no number, so that no value may be read. */
  readonly isNoNumber?: (id: string) => boolean;
  /** Codes of which one must come, whatever is read. */
  readonly required?: readonly string[];
}

/** One kind of damage, aimed by chance. */
export interface DamageKind {
  readonly name: string;
  /** Undefined where the report has nothing that could suffer it. */
  readonly aim: (report: ReportSource, random: Random) => TableDamage | undefined;
}

export const unharmed: TableDamage = { touches: () => false };
