import type { Table } from '../../syntax/tree.ts';

/** Whether the rows of a part keep the places of their cells. */
export function hasGrid({ layout, broken }: Table): boolean {
  return layout.keepsBlanks && broken !== true;
}
