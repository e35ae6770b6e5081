import { firstYearOf } from '../../forms/alike.ts';
import type { BoundTable, Report } from '../../model/report.ts';
import { formNamed } from '../../model/form-of-report.ts';

/** Whether it is certain which form a table is on: one that lost all that came twice still has its labels. */
export function showsForm({ unreadable }: BoundTable): boolean {
  return unreadable === undefined || unreadable === 'repeats';
}

/** Whether a table of the report is on a form that its year no longer allows, wholly or in part. */
export function isSuperseded({ year, form: inForce, forms }: Report, { form, mixedWith }: BoundTable): boolean {
  if (year === undefined) {
    return false;
  }
  return [form.form, mixedWith?.form].some((id) => id !== undefined && id !== inForce?.data.id && (formNamed({ forms }, id)?.data.years.to ?? year) < year);
}

/** The tables of a report, where all that tell one form from another are on a form that came after its year. */
export function tablesAhead({ year, tables, forms }: Report): readonly BoundTable[] {
  const telling = [...tables.values()].filter((table) => showsForm(table) && firstYearOf(table.form, forms) !== undefined);
  const isAhead = ({ form, mixedWith }: BoundTable): boolean => mixedWith === undefined && (firstYearOf(form, forms) ?? 0) > (year ?? Infinity);
  return telling.every(isAhead) ? telling : [];
}
