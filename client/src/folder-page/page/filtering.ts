import { compareCells, passes } from './rows.ts';
import { rowsOf, textOf } from './sorting.ts';

/** The words of the bar, which the table brings along. */
interface FilterWords {
  readonly search: string;
  readonly all: string;
  /** With the number of rows that are shown, and of all. */
  readonly shown: string;
  readonly none: string;
  /** The columns to choose from. */
  readonly columns: readonly string[];
}

/** Puts a bar above a table that hides the rows that are not asked for; how many are left is told as they change. */
export function makeFiltered(table: HTMLTableElement): void {
  const words = JSON.parse(table.dataset['filtered'] ?? '{}') as FilterWords;
  const rows = rowsOf(table).map((row) => ({ row, cells: [...row.children].map(textOf) }));
  const heads = [...table.querySelectorAll<HTMLElement>('thead th[data-column]')];
  const search = document.createElement('input');
  search.type = 'search';
  const count = document.createElement('output');
  const choices = words.columns.flatMap((id) => {
    const column = heads.findIndex((head) => head.dataset['column'] === id);
    const values = [...new Set(rows.map(({ cells }) => cells[column] ?? ''))].sort((one, other) => compareCells(one, other, 1));
    return values.length < 2 ? [] : [{ column, id, label: textOf(heads[column]), select: choice(values, words) }];
  });
  const bar = document.createElement('form');
  bar.className = 'filters';
  bar.append(labelled(words.search, search, 'words'), ...choices.map(({ label, select, id }) => labelled(label, select, id)), count);
  bar.addEventListener('input', show);
  bar.addEventListener('submit', (event) => event.preventDefault());
  (table.closest('.scroll') ?? table).before(bar);
  show();

  function show(): void {
    const equal = new Map(choices.filter(({ select }) => select.selectedIndex > 0).map(({ column, select }) => [column, select.value]));
    const filter = { words: search.value, equal };
    rows.forEach(({ row, cells }) => {
      row.hidden = !passes(cells, filter);
    });
    const shown = rows.filter(({ row }) => !row.hidden).length;
    count.textContent = words.shown.replace('{0}', String(shown)).replace('{1}', String(rows.length));
  }
}

function choice(values: readonly string[], words: FilterWords): HTMLSelectElement {
  const select = document.createElement('select');
  select.append(option(words.all, ''), ...values.map((value) => option(value === '' ? words.none : value, value)));
  return select;
}

export function option(text: string, value: string): HTMLOptionElement {
  const made = document.createElement('option');
  made.value = value;
  made.textContent = text;
  return made;
}

function labelled(text: string, control: HTMLElement, name: string): HTMLLabelElement {
  const label = document.createElement('label');
  control.setAttribute('name', name);
  label.append(text, control);
  return label;
}
