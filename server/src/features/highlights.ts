import type { Diagnosis } from '../diagnosis.ts';
import type { Highlight, Position } from '../service-types.ts';
import { findAt, rangesOfFigures, rangesOfIds } from './at-position.ts';

/**
 * The figure at a position with all operands of the identities that it takes part in; or a sentence's number with the
 * figures of the tables that it is about.
 */
export function highlights({ document }: Diagnosis, position: Position): Highlight[] {
  const found = findAt(document, position);
  if (!found) {
    return [];
  }
  const own: Highlight = { range: document.rangeOf(found.place), kind: 'figure' };
  if (found.kind === 'mention') {
    return [own, ...rangesOfIds(document, found.report, found.figures).map((range) => ({ range, kind: 'operand' as const }))];
  }
  const { table, figure: { definition: { index } } } = found;
  const { identities, memberships } = table.form.system;
  const operands = (memberships[index] ?? []).flatMap((at) => identities[at] ?? []).flatMap(({ left, right }) => [...left, ...right]);
  return [own, ...rangesOfFigures(document, table, operands.filter((operand) => operand !== index))
    .map((range) => ({ range, kind: 'operand' as const }))];
}
