import type { Diagnosis } from '../diagnosis.ts';
import type { OpenDocument } from '../document.ts';
import type { IdentitySystem } from '../forms/table.ts';
import { recomputeTotals, type Change, type Values } from '../model/arithmetic/index.ts';
import type { BoundTable, Figure } from '../model/report.ts';
import { fillBlank } from '../model/writing/blanks.ts';
import { replaceText, type Edit } from '../model/writing/edits.ts';
import type { Range, TextEdit } from '../service-types.ts';
import { isTouched } from '../model/places.ts';

/** Edits that let the totals follow a figure that has just been changed (总计随录入更新): only those that depend on it. */
export function followTotals({ document }: Diagnosis, range: Range): TextEdit[] {
  const start = document.offsetAt(range.start);
  const end = document.offsetAt(range.end);
  return document.reports.flatMap((report) => [...report.tables.values()]).flatMap((table) => {
    const changed = table.figures.flatMap((figure) => (figure && isTouched(figure.place, start, end) ? [figure.definition.index] : []));
    return changed.length === 0 ? [] : editsIn(document, table, changed);
  });
}

function editsIn(document: OpenDocument, table: BoundTable, changed: readonly number[]): TextEdit[] {
  return totalsAfter(table.form.system, table.values, changed)
    .flatMap(({ figure, value }) => editsFor(table, table.figures[figure], String(value)))
    .map(({ place, newText }) => ({ range: document.rangeOf(place), newText }));
}

/** What the totals come to in which changed figures are counted, of those that say something else. */
export function totalsAfter(system: IdentitySystem, values: Values, changed: readonly number[]): readonly Change[] {
  const dependent = dependentTotals(system, changed);
  return recomputeTotals(system, values).filter(({ figure }) => dependent.has(figure));
}

/** Only numbers are replaced and blanks filled: what else stands in a cell was meant so. */
function editsFor(table: BoundTable, figure: Figure | undefined, value: string): Edit[] {
  switch (figure?.state) {
    case 'number': return replaceText(figure.place, value);
    case 'blank': return fillBlank(table, figure, value);
    default: return [];
  }
}

/** The totals in which the figures are counted, at first or at second hand; the figures themselves are left out. */
function dependentTotals({ identities, memberships }: IdentitySystem, figures: readonly number[]): Set<number> {
  const found = new Set<number>();
  const open = [...figures];
  for (let figure = open.pop(); figure !== undefined; figure = open.pop()) {
    for (const at of memberships[figure] ?? []) {
      const total = identities[at]?.defines;
      if (total !== undefined && !found.has(total) && !figures.includes(total)) {
        found.add(total);
        open.push(total);
      }
    }
  }
  return found;
}
