import type { FigureDefinition } from '../../server/src/forms/table.ts';
import { figureDefinitions } from './figures.ts';
import type { Random } from './random.ts';
import { formOf, withFigures, type ReportSource } from './source.ts';

/** Puts another count into one cell; `place` is the figure that must carry the finding. */
export function mistake(report: ReportSource, name: 'requests' | 'review', random: Random): { wrong: ReportSource; place: string } {
  const cells = figureDefinitions(formOf(report.form)).filter(({ id }) => id.startsWith(`${name}.`));
  const cell: FigureDefinition = random.pick(cells);
  const right = Number(report.figures.get(cell.id));
  const value = right > 0 && random.chance(0.4) ? random.integer(0, right - 1) : right + random.integer(1, right + 9);
  const total = cell.row.figures[cell.row.figures.length - 1];
  return {
    wrong: withFigures(report, new Map([[cell.id, value]])),
    place: name === 'review' && total !== undefined ? total.id : cell.id,
  };
}
