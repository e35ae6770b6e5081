import type { BoundTable, Report } from '../../model/report.ts';
import { formNamed } from './forms.ts';

/** Whether a table of the report is on a form that its year no longer allows, wholly or in part. */
export function isSuperseded({ year }: Report, { form, mixedWith }: BoundTable): boolean {
  if (year === undefined) {
    return false;
  }
  return [form.form, mixedWith].some((id) => id !== undefined && (formNamed(id)?.data.years.to ?? year) < year);
}
