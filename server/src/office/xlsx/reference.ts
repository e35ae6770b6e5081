import type { Merge } from './content.ts';

/** A place in a sheet, from 0. */
export interface Reference {
  readonly row: number;
  readonly column: number;
}

const rows = 1_048_576;
const columns = 16_384;

/** `F12` as row 11, column 5; undefined where it is none. */
export function parseReference(text: string): Reference | undefined {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/u.exec(text) ?? [];
  if (letters === undefined || digits === undefined) {
    return undefined;
  }
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  const row = Number(digits) - 1;
  return row >= 0 && row < rows && column < columns ? { row, column } : undefined;
}

export function writeReference({ row, column }: Reference): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return `${letters}${row + 1}`;
}

/** `A3:C5`. */
export function parseMerge(text: string): Merge | undefined {
  const [from, to] = text.split(':').map(parseReference);
  return from === undefined || to === undefined || to.row < from.row || to.column < from.column
    ? undefined : { top: from.row, left: from.column, bottom: to.row, right: to.column };
}
