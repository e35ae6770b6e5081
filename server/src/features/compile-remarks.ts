import * as l10n from '@vscode/l10n';
import type { Compilation } from '../collection/compile.ts';
import type { FormTable } from '../forms/table.ts';
import { cellName, sentence } from '../model/naming.ts';

/** Of more figures than these that are not summed only the number is told. */
const mostFigures = 20;

/** What is in the sums of units' figures, and what is not. */
export function remarksOn({ included, missing, doubled, lacking }: Compilation, tables: readonly FormTable[]): readonly string[] {
  const comma = l10n.t(', ');
  const named = (names: readonly string[]): [number, string] => [names.length, names.join(comma)];
  return [
    ...(included.length > 0 ? [l10n.t('Units in the sums ({0}): {1}.', ...named(included))] : []),
    ...(missing.length > 0 ? [l10n.t('Units without a report, which are not in the sums ({0}): {1}.', ...named(missing))] : []),
    ...(doubled.length > 0 ? [l10n.t('Units with two reports of the year, of which none is in the sums ({0}): {1}.', ...named(doubled))] : []),
    ...lacking.slice(0, mostFigures).map(({ id, units }) => sentence(l10n.t('{0} is not summed: {1} of {2} units have no number there: {3}.',
      nameOf(id, tables), units.length, included.length, units.join(comma)))),
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
