import type { Diagnosis } from '../diagnosis.ts';
import type { FigureDefinition } from '../forms/table.ts';
import { plainLabel } from '../model/naming.ts';
import type { BoundTable } from '../model/report.ts';
import { sumOf } from '../model/arithmetic/tally.ts';
import type { KeyFigure, KeyTable } from '../service-types.ts';

/** For each report the figures that say most of it: the totals of rows that the identities (勾稽关系) of its forms name. */
export function keyFigures({ document }: Diagnosis): readonly (readonly KeyTable[])[] {
  return document.reports.map((report) => [...report.tables.values()].flatMap((table) => keyTable(table) ?? []));
}

function keyTable(table: BoundTable): KeyTable | undefined {
  const { form } = table;
  const { identities, id, title } = form.data;
  const totals = form.figures.filter(({ column }) => identities.some(({ each, defines }) => each === 'row' && defines === column.id));
  if (totals.length === 0) {
    return undefined;
  }
  const down = identities.filter(({ each }) => each === 'column');
  const balanced = new Set(down.flatMap(({ defines, left, right }) => (defines === undefined ? [...left, ...right] : [])));
  const terms = down.flatMap(({ defines, right }) => (defines === undefined ? [] : right));
  return {
    id, title,
    figures: totals.filter(({ row }) => balanced.size === 0 || balanced.has(row.id))
      .map((total) => ({ id: `${id}.${total.row.id}`, name: total.row.brief ?? plainLabel(total.row), value: totalOf(table, [total]) })),
    parts: terms.map((term) => partOf(table, term, totals.filter(({ row }) => row.id === term || row.id.startsWith(`${term}.`)))),
  };
}

function partOf(table: BoundTable, term: string, totals: readonly FigureDefinition[]): KeyFigure {
  const rows = totals.map(({ row }) => row);
  const label = rows.find((row) => row.id === term) ?? rows[0]?.groups.find((group) => group.id === term);
  return { id: `${table.id}.${term}`, name: label ? plainLabel(label) : term, value: totalOf(table, totals) };
}

/** Null where one of them is not known, or there is none. */
function totalOf({ values }: BoundTable, figures: readonly FigureDefinition[]): number | null {
  return figures.length === 0 ? null : sumOf(figures.map(({ index }) => index), values);
}
