import form2019 from './2019.json' with { type: 'json' };
import form2021 from './2021.json' with { type: 'json' };
import type { FormData } from './form.ts';
import { compileTable, type FormTable } from './table.ts';

/** An official form with its tables looked up. */
export interface Form {
  readonly data: FormData;
  readonly tables: ReadonlyMap<string, FormTable>;
}

export function compileForm(data: FormData): Form {
  return { data, tables: new Map(data.tables.map((table) => [table.id, compileTable(data.id, table)])) };
}

/** The national forms, oldest first. */
export const officialForms: readonly Form[] = [form2019 as FormData, form2021 as FormData].map(compileForm);

/**
 * The form to hold a report of a year (报告年度) against: the one in force, and the newest for a year that none is known
 * for yet; undefined before the first one.
 */
export function formForYear(forms: readonly Form[], year: number): Form | undefined {
  const newest = forms.at(-1);
  return forms.find(({ data }) => data.years.from <= year && year <= data.years.to) ?? (newest && year > newest.data.years.to ? newest : undefined);
}
