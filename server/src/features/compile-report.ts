import { compileUnits } from '../collection/compile.ts';
import type { UnitReport } from '../collection/index.ts';
import { formForYear, type Form } from '../forms/index.ts';
import type { FormTable } from '../forms/table.ts';
import { writing } from '../forms/writing.ts';
import type { CompiledReport, NewReport } from '../service-types.ts';
import { remarksOn } from './compile-remarks.ts';
import { assemble, preambleOf, refuseYear, titleOf } from './new-report.ts';

/**
 * A government's report with the sums of its units' figures (汇总), as Markdown. What is not summed is left blank and named in
 * `remarks`, with the units that are in the sums and those that are missing.
 */
export function compileReport(all: readonly Form[], { organ, year, report }: NewReport, units: readonly UnitReport[]): CompiledReport {
  const forms = all.filter(({ data }) => data.report === report);
  const form = formForYear(forms, year);
  if (!form) {
    return refuseYear(forms, year);
  }
  const tables = [...form.tables.values()];
  const compilation = compileUnits(units, idsOf(tables));
  const name = organ.replace(/\s+/gu, '');
  return {
    text: assemble(form, {
      title: titleOf(form.data, name, year),
      preamble: preambleOf(form.data, year),
      body: ({ id }) => (report === undefined ? writing.prompts[id] ?? [] : []).map((prompt) => `<!-- ${prompt} -->`),
      figure: (id) => textOf(compilation.sums.get(id)),
    }),
    remarks: remarksOn(compilation, tables),
  };
}

export function idsOf(tables: readonly FormTable[]): readonly string[] {
  return tables.flatMap(({ figures }) => figures.map(({ id }) => id));
}

function textOf(sum: number | undefined): string | undefined {
  return sum === undefined ? undefined : String(sum);
}
