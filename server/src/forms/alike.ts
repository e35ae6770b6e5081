import type { Form } from './index.ts';
import type { FormTable } from './table.ts';

/** The forms that ask for the same figures in a table, so that a text with it may be on any of them. */
function formsAlike({ id, figures }: FormTable, forms: readonly Form[]): readonly Form[] {
  return forms.filter(({ tables }) => {
    const other = tables.get(id)?.figures;
    return other?.length === figures.length && other.every((figure, at) => figure.id === figures[at]?.id);
  });
}

/** The first year that a table can be of, where not every form has it. */
export function firstYearOf(table: FormTable, forms: readonly Form[]): number | undefined {
  const alike = formsAlike(table, forms);
  return alike.length === forms.length ? undefined : Math.min(...alike.map(({ data }) => data.years.from));
}
