import type { BoundTable, Figure, Report } from '../../model/report.ts';
import type { Finding } from '../rule.ts';
import { inTables } from './tables.ts';

/** One finding for each figure of the kind. */
export function inFigures(isMeant: (figure: Figure) => boolean, find: (figure: Figure, table: BoundTable) => Finding): (report: Report) => readonly Finding[] {
  return inTables((table) => {
    const meant: Figure[] = [];
    for (const figure of table.figures) {
      if (figure && isMeant(figure)) {
        meant.push(figure);
      }
    }
    return meant.map((figure) => ({ ...find(figure, table), figure: figure.definition.id }));
  });
}
