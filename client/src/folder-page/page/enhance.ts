import { makeChoosable } from './choosing.ts';
import { makeFiltered } from './filtering.ts';
import { makeSortable } from './sorting.ts';

/** Makes what stands on a page sortable, filtered and choosable; without it the page can be read as it is. */
export function enhance(root: ParentNode): void {
  // What filters reads the heads of columns before they become buttons.
  root.querySelectorAll<HTMLTableElement>('table[data-filtered]').forEach(makeFiltered);
  root.querySelectorAll<HTMLTableElement>('table[data-sortable]').forEach(makeSortable);
  root.querySelectorAll<HTMLElement>('[data-choice]').forEach(makeChoosable);
}
