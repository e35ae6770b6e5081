import type { FormData } from './form.ts';
import { compileTable, type FormTable } from './table.ts';

export type { FormData };

/** An official form with its tables looked up. */
export interface Form {
  readonly data: FormData;
  readonly tables: ReadonlyMap<string, FormTable>;
}

export function compileForm(data: FormData): Form {
  return { data, tables: new Map(data.tables.map((table) => [table.id, compileTable(data.id, table)])) };
}

/**
 * Forms in the order of their years. One of one's own takes the place of an official one of its id, and goes before an
 * official one in years that both are for.
 * @throws where an identity of a form names no figure
 */
export function joinForms(official: readonly Form[], own: readonly FormData[]): readonly Form[] {
  const byId = new Map([...official, ...own.map(compileForm)].map((form) => [form.data.id, form]));
  return [...byId.values()].sort((one, other) => one.data.years.from - other.data.years.from);
}

/** The form to hold a report of a year (报告年度) against: the last one that began by then; undefined before the first one. */
export function formForYear(forms: readonly Form[], year: number): Form | undefined {
  return forms.findLast(({ data }) => data.years.from <= year);
}
