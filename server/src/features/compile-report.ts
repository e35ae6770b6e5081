import * as l10n from '@vscode/l10n';
import { compileUnits, type Compilation } from '../collection/compile.ts';
import type { UnitReport } from '../collection/index.ts';
import { formForYear, type Form } from '../forms/index.ts';
import type { FormTable } from '../forms/table.ts';
import { writing } from '../forms/writing.ts';
import { cellName, sentence } from '../model/naming.ts';
import type { CompiledReport, NewReport } from '../service-types.ts';
import { assemble, preambleOf, refuseYear, titleOf } from './new-report.ts';

/**
 * A government's report with the sums of its units' figures (汇总), as Markdown. What is not summed is left blank and named in
 * `remarks`, with the units that are missing.
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

function idsOf(tables: readonly FormTable[]): readonly string[] {
  return tables.flatMap(({ figures }) => figures.map(({ id }) => id));
}

function textOf(sum: number | undefined): string | undefined {
  return sum === undefined ? undefined : String(sum);
}

/** Of more figures than these that are not summed only the number is told. */
const mostFigures = 20;

function remarksOn({ missing, doubled, lacking, count }: Compilation, tables: readonly FormTable[]): readonly string[] {
  const comma = l10n.t(', ');
  return [
    ...(missing.length > 0 ? [l10n.t('Units without a report, which are not in the sums ({0}): {1}.', missing.length, missing.join(comma))] : []),
    ...(doubled.length > 0 ? [l10n.t('Units with two reports of the year, of which none is in the sums ({0}): {1}.', doubled.length, doubled.join(comma))] : []),
    ...lacking.slice(0, mostFigures).map(({ id, units }) => sentence(l10n.t('{0} is not summed: {1} of {2} units have no number there: {3}.',
      nameOf(id, tables), units.length, count, units.join(comma)))),
    ...(lacking.length > mostFigures ? [l10n.t('Further figures that are not summed: {0}.', lacking.length - mostFigures)] : []),
  ];
}

function nameOf(id: string, tables: readonly FormTable[]): string {
  for (const table of tables) {
    const definition = table.figureById.get(id);
    if (definition) {
      return cellName(definition, table);
    }
  }
  return id;
}
