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
 * The form to hold a report of a year (报告年度) against: the one in force, and the newest for a year that none is known
 * for yet; undefined before the first one.
 */
export function formForYear(forms: readonly Form[], year: number): Form | undefined {
  const newest = forms.at(-1);
  return forms.find(({ data }) => data.years.from <= year && year <= data.years.to) ?? (newest && year > newest.data.years.to ? newest : undefined);
}
