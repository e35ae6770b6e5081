import { bothSides, type FormTable } from '../forms/table.ts';
import { memoised } from '../model/memo.ts';
import type { ReportDigest, TableShape } from './digest.ts';

/** The shape of a form's table, the same object each time. */
export const shapeOf = memoised(({ form, id, figures, system, acrossYears }: FormTable): TableShape => ({
  form,
  table: id,
  ids: figures.map((figure) => figure.id),
  acrossYears,
  sums: system.identities.flatMap((identity) => {
    const { defines: total } = identity;
    return total === undefined ? [] : [{ total, parts: bothSides(identity).filter((figure) => figure !== total) }];
  }),
  signed: figures.filter(({ column }) => column.kind === 'change').map(({ index }) => index),
}));

/** Makes one object of equal shapes that came from elsewhere (another thread, a file), so that thousands of reports share them. */
export function createShapePool(): (reports: readonly ReportDigest[]) => readonly ReportDigest[] {
  const byText = new Map<string, TableShape>();
  const byObject = new WeakMap<TableShape, TableShape>();
  const shared = (shape: TableShape): TableShape => {
    let one = byObject.get(shape);
    if (!one) {
      const text = JSON.stringify(shape);
      one = byText.get(text) ?? shape;
      byText.set(text, one);
      byObject.set(shape, one);
    }
    return one;
  };
  return (reports) => reports.map((report) => ({ ...report, tables: report.tables.map((table) => ({ ...table, shape: shared(table.shape) })) }));
}
