import * as l10n from '@vscode/l10n';
import type { Diagnosis } from '../diagnosis.ts';
import type { BoundTable, Figure } from '../model/report.ts';
import { recomputeTotals } from '../model/arithmetic/index.ts';
import { formulaOf } from '../model/arithmetic/reporting.ts';
import type { InlayHint, Range } from '../service-types.ts';
import { isTouched } from '../model/places.ts';

/** What the parts of a total make, behind each total that says something else. */
export function inlayHints({ document }: Diagnosis, range: Range): InlayHint[] {
  const start = document.offsetAt(range.start);
  const end = document.offsetAt(range.end);
  const tables = document.reports.flatMap((report) => [...report.tables.values()]);
  return tables.flatMap((table) => recomputeTotals(table.form.system, table.values).flatMap(({ figure: index, value }) => {
    const figure = table.figures[index];
    return figure && differs(figure, value) && isTouched(figure.place, start, end)
      ? [{ position: document.rangeOf(figure.place).end, label: l10n.t('computed: {0}', value), tooltip: formulasOf(table, index) }]
      : [];
  }));
}

function differs({ state, value }: Figure, computed: number): boolean {
  return state === 'number' && value !== computed;
}

function formulasOf(table: BoundTable, index: number): string {
  const defining = table.form.system.identities.filter(({ defines, index: at }) => defines === index && table.analysis.states[at] === 'broken');
  return defining.map((identity) => formulaOf(table, identity)).join(l10n.t('; '));
}
