import { officialForms } from '../../forms/index.ts';
import type { BoundTable, Report } from '../../model/report.ts';
import { formNamed } from './forms.ts';

/** Whether a table of the report is on a form that its year no longer allows, wholly or in part. */
export function isSuperseded({ year, form: inForce }: Report, { form, mixedWith }: BoundTable): boolean {
  if (year === undefined) {
    return false;
  }
  return [form.form, mixedWith].some((id) => id !== undefined && id !== inForce?.data.id && (formNamed(id)?.data.years.to ?? year) < year);
}

/** The tables of a report, where all that tell one form from another are on a form that came after its year. */
export function tablesAhead({ year, tables }: Report): readonly BoundTable[] {
  const telling = [...tables.values()].filter(({ form, unreadable }) => !unreadable && tells(form));
  const isAhead = ({ form, mixedWith }: BoundTable): boolean => mixedWith === undefined && (formNamed(form.form)?.data.years.from ?? 0) > (year ?? Infinity);
  return telling.every(isAhead) ? telling : [];
}

/** Whether no other form has the same table. */
function tells({ id, rows, form }: BoundTable['form']): boolean {
  return officialForms.every(({ data, tables }) => data.id === form || tables.get(id)?.rows.length !== rows.length);
}
