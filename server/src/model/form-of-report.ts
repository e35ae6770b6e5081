import type { Form } from '../forms/index.ts';
import type { SectionData } from '../forms/form.ts';
import type { Report } from './report.ts';

/** The form to hold a report against; the newest where neither its year nor its tables tell. */
export function formOf({ form, forms }: Report): Form {
  return form ?? (forms.at(-1) as Form);
}

export function sectionsOf(report: Report): readonly SectionData[] {
  return formOf(report).data.sections;
}

/** The form of a name among those that a report was read against. */
export function formNamed({ forms }: Pick<Report, 'forms'>, id: string): Form | undefined {
  return forms.find(({ data }) => data.id === id);
}
