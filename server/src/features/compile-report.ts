import { compileUnits } from '../collection/compile.ts';
import type { UnitReport } from '../collection/index.ts';
import type { Form } from '../forms/index.ts';
import type { FormTable } from '../forms/table.ts';
import type { CompiledReport, NewReport } from '../service-types.ts';
import { remarksOn } from './compile-remarks.ts';
import { formFor, formText } from './report-text.ts';

/**
 * A government's report with the sums of its units' figures (汇总), as Markdown. What is not summed is left blank and named in
 * `remarks`, with the units that are in the sums and those that are missing.
 */
export function compileReport(all: readonly Form[], wanted: NewReport, units: readonly UnitReport[]): CompiledReport {
  const form = formFor(all.filter(({ data }) => data.report === wanted.report), wanted.year);
  if ('refusal' in form) {
    return form;
  }
  const tables = [...form.tables.values()];
  const compilation = compileUnits(units, idsOf(tables));
  return {
    text: formText(form, wanted, (id) => textOf(compilation.sums.get(id))),
    remarks: remarksOn(compilation, tables),
  };
}

export function idsOf(tables: readonly FormTable[]): readonly string[] {
  return tables.flatMap(({ figures }) => figures.map(({ id }) => id));
}

function textOf(sum: number | undefined): string | undefined {
  return sum === undefined ? undefined : String(sum);
}
