import { memoised } from '../model/memo.ts';
import type { Report } from '../model/report.ts';
import type { TableFigures } from './digest.ts';
import { shapeOf } from './shapes.ts';

/** The figures of a report's tables as they are compared with those of others. */
export const figuresIn = memoised((report: Report): readonly TableFigures[] =>
  [...report.tables.values()].map(({ form, values }) => ({ shape: shapeOf(form), values })));
