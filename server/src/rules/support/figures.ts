import type { BoundTable, Figure, Place, Report } from '../../model/report.ts';
import type { Finding } from '../rule.ts';
import { cellPlace } from '../../model/tables/row.ts';
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

/** The figure's place, and those of its copies where a converter repeated a merged cell in each column that it covered. */
export function placesOf(figure: Figure, table: BoundTable): Place[] {
  const { definition, place, cell } = figure;
  const row = table.rows.find((one) => one.definition === definition.row);
  const bound = new Set(row?.figures.map((one) => one?.cell));
  const copies = (row?.row.cells ?? []).filter((other) => !bound.has(other) && other.kind === 'figure' && other.text.trim() === cell.text.trim());
  return [place, ...copies.map((copy) => cellPlace(copy, place.chunk))];
}
