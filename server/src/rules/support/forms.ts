import { officialForms, type Form } from '../../forms/index.ts';
import type { SectionData } from '../../forms/form.ts';
import type { Report } from '../../model/report.ts';

/** The form to hold a report against; the newest where neither its year nor its tables tell. */
export function formOf(report: Report): Form {
  return report.form ?? (officialForms.at(-1) as Form);
}

export function sectionsOf(report: Report): readonly SectionData[] {
  return formOf(report).data.sections;
}

export function formNamed(id: string): Form | undefined {
  return officialForms.find(({ data }) => data.id === id);
}
