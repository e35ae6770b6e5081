/** What a person has set on a page. */
interface PageState {
  /** By the names of the fields. */
  readonly fields: ReadonlyMap<string, string>;
  /** The column that each table is sorted by, with its direction. */
  readonly sorted: readonly (readonly [column: string, direction: string] | undefined)[];
  readonly scroll: number;
}

export function stateOf(page: Document): PageState {
  const fields = [...page.querySelectorAll<HTMLInputElement | HTMLSelectElement>('form.filters [name]')];
  return {
    fields: new Map(fields.map((field) => [field.name, field.value])),
    sorted: tables(page).map((table) => {
      const head = table.querySelector<HTMLElement>('th[aria-sort]');
      return head ? [head.dataset['column'] ?? '', head.getAttribute('aria-sort') ?? ''] : undefined;
    }),
    scroll: page.documentElement.scrollTop,
  };
}

export function restore(page: Document, { fields, sorted, scroll }: PageState): void {
  fields.forEach((value, name) => {
    const field = page.querySelector<HTMLInputElement | HTMLSelectElement>(`form.filters [name="${name}"]`);
    if (field && value !== '') {
      field.value = value;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }
  });
  tables(page).forEach((table, at) => {
    const [column, direction] = sorted[at] ?? [];
    const button = table.querySelector<HTMLButtonElement>(`th[data-column="${column ?? ''}"] > button`);
    for (let clicks = direction === 'descending' ? 2 : 1; column !== undefined && clicks > 0; clicks -= 1) {
      button?.click();
    }
  });
  page.documentElement.scrollTop = scroll;
}

function tables(page: Document): HTMLElement[] {
  return [...page.querySelectorAll<HTMLElement>('table[data-sortable]')];
}
