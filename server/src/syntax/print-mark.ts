import type { Chunk } from './tree.ts';

/** Stands in the head of a page that was made of a report for print: the tables of its form are no second report beside it. */
export const printMark = '<meta name="disclosure-report" content="print">';

/** The head of a page begins with the mark. */
const reach = 500;

/** Whether a text, by its first chunk, is a page that was made for print. */
export function isMadeForPrint(first: Chunk | undefined): boolean {
  return first?.text.slice(0, reach).includes(printMark) === true;
}
