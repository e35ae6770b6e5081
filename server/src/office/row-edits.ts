import type { OfficeEdit } from './office-text.ts';

/** The bar that parts two cells of a row; one that is escaped is text. */
export const bar = /(?<!\\)\|/u;

/** An edit over several cells of a row that leaves their bars is one edit for each cell; undefined where it is no such edit. */
export function perCell({ start, end, newText }: OfficeEdit, text: string): OfficeEdit[] | undefined {
  const old = text.slice(start, end).split(bar);
  const fresh = newText.split(bar);
  if (old.length < 2 || old.length !== fresh.length) {
    return undefined;
  }
  let at = start;
  return old.flatMap((piece, index): OfficeEdit[] => {
    const from = at;
    at += piece.length + 1;
    const written = fresh[index] ?? '';
    return piece === written ? [] : [{ start: from, end: from + piece.length, newText: written }];
  });
}
