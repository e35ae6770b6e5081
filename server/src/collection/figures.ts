import { memoised } from '../model/memo.ts';
import type { BoundTable, Report } from '../model/report.ts';
import type { TableFigures } from './digest.ts';
import { shapeOf } from './shapes.ts';

/** The figures of a report's tables as they are compared with those of others. */
export const figuresIn = memoised((report: Report): readonly TableFigures[] =>
  [...report.tables.values()].map((table) => ({ shape: shapeOf(table.form), values: valuesOf(table) })));

/** Counts as the sums of the table see them, which know neither amounts nor changes; of those what was read. */
function valuesOf({ figures, values }: BoundTable): TableFigures['values'] {
  return values.map((value, index) => {
    const figure = figures[index];
    return value ?? (figure && figure.definition.column.kind !== 'count' ? figure.value : value);
  });
}
