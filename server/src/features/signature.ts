import type { Diagnosis } from '../diagnosis.ts';
import { briefRow, figurePath, shortLabel } from '../model/naming.ts';
import type { Position, Signature } from '../service-types.ts';
import { findAt } from './at-position.ts';

const between = ' | ';

/** What the form asks for in the row at a position: its columns side by side, and which of them the position is in. */
export function signature({ document }: Diagnosis, position: Position): Signature | null {
  const found = findAt(document, position);
  if (found?.kind !== 'figure') {
    return null;
  }
  const { row } = found.figure.definition;
  let label = briefRow(row);
  const columns = row.figures.map((figure, at) => {
    label += at === 0 ? '　' : between;
    const start = label.length;
    label += shortLabel(figure.column);
    return { start, end: label.length, path: figurePath(figure).join(' › ') };
  });
  return { label, columns, active: row.figures.indexOf(found.figure.definition) };
}
