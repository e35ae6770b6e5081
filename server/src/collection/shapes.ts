import type { FormTable } from '../forms/table.ts';
import type { ReportDigest, TableShape } from './digest.ts';

const known = new WeakMap<FormTable, TableShape>();

/** The shape of a form's table, the same object each time. */
export function shapeOf(table: FormTable): TableShape {
  let shape = known.get(table);
  if (!shape) {
    const { figures, system, acrossYears } = table;
    shape = {
      form: table.form,
      table: table.id,
      ids: figures.map(({ id }) => id),
      acrossYears,
      sums: system.identities.flatMap(({ defines, left, right }) =>
        (defines === undefined ? [] : [{ total: defines, parts: [...left, ...right].filter((figure) => figure !== defines) }])),
      signed: figures.filter(({ column }) => column.kind === 'change').map(({ index }) => index),
    };
    known.set(table, shape);
  }
  return shape;
}

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
