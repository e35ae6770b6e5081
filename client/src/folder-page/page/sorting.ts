import { compareCells } from './rows.ts';

/** The text by which a cell is sorted and filtered: its own, or the one that it gives for that. */
export function textOf(cell: Element | undefined): string {
  return (cell instanceof HTMLElement ? cell.dataset['value'] ?? cell.textContent : '').trim();
}

/** Makes the heads of a table's columns into buttons that sort its rows; which one does, and how, can be read out. */
export function makeSortable(table: HTMLTableElement): void {
  const heads = [...table.querySelectorAll<HTMLTableCellElement>('thead th[data-column]')];
  heads.forEach((head, column) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'sort';
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener('click', () => {
      const isAscending = head.getAttribute('aria-sort') === 'ascending';
      heads.forEach((one) => one.removeAttribute('aria-sort'));
      head.setAttribute('aria-sort', isAscending ? 'descending' : 'ascending');
      sortRows(table, column, isAscending ? -1 : 1);
    });
  });
}

/** The rows below a table's heads. */
export function rowsOf(table: HTMLTableElement): HTMLTableRowElement[] {
  return [...table.querySelectorAll<HTMLTableRowElement>('tbody > tr')];
}

function sortRows(table: HTMLTableElement, column: number, direction: 1 | -1): void {
  const rows = rowsOf(table).map((row) => ({ row, text: textOf(row.children[column]) }));
  rows.sort((one, other) => compareCells(one.text, other.text, direction));
  table.querySelector('tbody')?.append(...rows.map(({ row }) => row));
}
