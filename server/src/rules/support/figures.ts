import type { Figure, Report } from '../../model/report.ts';
import type { Finding } from '../rule.ts';
import { inTables } from './tables.ts';

/** One finding for each figure of the kind. */
export function inFigures(isMeant: (figure: Figure) => boolean, find: (figure: Figure) => Finding): (report: Report) => readonly Finding[] {
  return inTables(({ figures }) => {
    const meant: Figure[] = [];
    for (const figure of figures) {
      if (figure && isMeant(figure)) {
        meant.push(figure);
      }
    }
    return meant.map((figure) => ({ ...find(figure), figure: figure.definition.id }));
  });
}
