import * as l10n from '@vscode/l10n';
import { compileUnits, type Compilation } from '../collection/compile.ts';
import type { Diagnosis } from '../diagnosis.ts';
import { reportExtent } from '../model/places.ts';
import type { BoundTable, Figure, Report } from '../model/report.ts';
import { writeValue } from '../model/writing/blanks.ts';
import { knownCodes } from '../rules/codes.ts';
import type { CellChange, CompiledChanges, Position } from '../service-types.ts';
import { idsOf } from './compile-report.ts';
import { remarksOn } from './compile-remarks.ts';
import { changeOf } from './figures.ts';
import { soundTogether, type Step } from './together.ts';

/** What a cell becomes. */
interface CellStep extends Step {
  readonly change: CellChange;
}

/** Whatever the units' figures make together is told of afterwards: they are theirs. */
const reveals: readonly string[] = [...knownCodes];

/**
 * What puts the sums of the units' figures (汇总) into the report at a position, cell by cell; figures without a sum stay as they
 * are. Null where the report has no units, or none of them has come.
 */
export function compiledChanges(diagnosis: Diagnosis, position: Position): CompiledChanges | null {
  const { document, neighbours } = diagnosis;
  const offset = document.offsetAt(position);
  const at = Math.max(0, document.reports.findLastIndex((report) => reportExtent(report)[0] <= offset));
  const [report, { units, hasUnits } = { hasUnits: false }] = [document.reports[at], neighbours[at]];
  if (!report || !units || !hasUnits) {
    return null;
  }
  const forms = [...report.tables.values()].map(({ form }) => form);
  const compilation = compileUnits(units, idsOf(forms));
  const wanted = stepsFor(diagnosis, report, at, compilation);
  const sound = soundTogether(diagnosis, wanted);
  const left = homeless(report, compilation) + wanted.length - sound.length;
  return {
    changes: sound.map(({ change }) => change),
    remarks: [...remarksOn(compilation, forms), ...left === 0 ? [] : [l10n.t('Sums that have no cell in this report, and are not written: {0}.', left)]],
  };
}

function stepsFor({ document }: Diagnosis, report: Report, index: number, { sums }: Compilation): CellStep[] {
  return placedIn(report).flatMap(({ table, figure }): CellStep[] => {
    const { id } = figure.definition;
    const sum = sums.get(id);
    if (sum === undefined || figure.value === sum) {
      return [];
    }
    const change = changeOf(document, table, figure, writeValue(table, figure, String(sum)));
    return [{ change, edits: change.edits, claim: { report: index, sets: { [id]: sum }, reveals } }];
  });
}

function placedIn({ tables }: Report): { readonly table: BoundTable; readonly figure: Figure }[] {
  return [...tables.values()].flatMap((table) => table.figures.flatMap((figure) => (figure ? [{ table, figure }] : [])));
}

/** How many sums have no place in the text. */
function homeless(report: Report, { sums }: Compilation): number {
  const placed = new Set(placedIn(report).map(({ figure }) => figure.definition.id));
  return [...sums.keys()].filter((id) => !placed.has(id)).length;
}
