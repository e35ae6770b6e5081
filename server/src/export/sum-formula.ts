import { writeReference, type Reference } from '../office/xlsx/reference.ts';

/** The sum of cells; those that follow each other in a column, or in a row, are one range. */
export function sumFormula(cells: readonly Reference[]): string {
  const ranges: { first: Reference; last: Reference }[] = [];
  for (const cell of cells) {
    const range = ranges.at(-1);
    if (range && follows(range, cell)) {
      range.last = cell;
    } else {
      ranges.push({ first: cell, last: cell });
    }
  }
  return `SUM(${ranges.map(({ first, last }) => (first === last ? writeReference(first) : `${writeReference(first)}:${writeReference(last)}`)).join(',')})`;
}

function follows({ first, last }: { readonly first: Reference; readonly last: Reference }, { row, column }: Reference): boolean {
  return (column === last.column && first.column === column && row === last.row + 1)
    || (row === last.row && first.row === row && column === last.column + 1);
}
