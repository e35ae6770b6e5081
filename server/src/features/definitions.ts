import type { Diagnosis } from '../diagnosis.ts';
import { bothSides, type FormTable } from '../forms/table.ts';
import type { Definition, Position, Range } from '../service-types.ts';
import { findAt, mentionsIn, rangesOfFigures, rangesOfIds } from './at-position.ts';

/** Where the value at a position comes from: a total's parts, or the figures that a sentence's number is about. */
export function definition({ document }: Diagnosis, position: Position): Definition | null {
  const found = findAt(document, position);
  if (!found) {
    return null;
  }
  const origin = document.rangeOf(found.place);
  const targets = found.kind === 'mention'
    ? rangesOfIds(document, found.report, found.figures)
    : rangesOfFigures(document, found.table, partsOf(found.table.form, found.figure.definition.index));
  return targets.length === 0 ? null : { origin, targets };
}

/** Where the figure at a position is used: in totals, and in sentences; `isIncluded` adds the figure itself. */
export function references({ document }: Diagnosis, position: Position, isIncluded: boolean): Range[] {
  const found = findAt(document, position);
  if (!found) {
    return [];
  }
  const { report } = found;
  const ids = found.kind === 'mention' ? found.figures : [found.figure.definition.id];
  const own = isIncluded ? rangesOfIds(document, report, ids) : [];
  const totals = found.kind === 'mention' ? []
    : rangesOfFigures(document, found.table, totalsOf(found.table.form, found.figure.definition.index));
  const sentences = mentionsIn(report).filter(({ figures }) => figures.some((id) => ids.includes(id)));
  return [...own, ...totals, ...sentences.map(({ place }) => document.rangeOf(place))];
}

/** The other figures of the identities that define a total; none for a part. */
function partsOf({ system }: FormTable, index: number): number[] {
  return system.identities.filter(({ defines }) => defines === index).flatMap(bothSides).filter((member) => member !== index);
}

function totalsOf({ system }: FormTable, index: number): number[] {
  return (system.memberships[index] ?? []).flatMap((at) => system.identities[at]?.defines ?? []).filter((total) => total !== index);
}
