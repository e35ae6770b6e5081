import type { FigureDefinition } from '../forms/table.ts';
import type { BoundTable, Report } from './report.ts';

/** A figure of a form, and the table of a report that it belongs to. */
export interface FoundFigure {
  readonly table: BoundTable;
  readonly definition: FigureDefinition;
}

/** The figure of a public id; undefined where the report has no such table, or its form no such figure. */
export function findFigure({ tables }: Pick<Report, 'tables'>, id: string): FoundFigure | undefined {
  const table = tables.get(id.slice(0, id.indexOf('.')));
  const definition = table?.form.figureById.get(id);
  return table && definition && { table, definition };
}
