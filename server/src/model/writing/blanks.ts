import type { Table } from '../../syntax/tree.ts';
import { placesOf } from '../places.ts';
import type { BoundTable, Figure, FigureValues } from '../report.ts';
import { blanksOf, determinedIn, mayBeZero } from '../tables/blanks.ts';
import { replaceText, type Edit } from './edits.ts';

/** Edits that put 0 into blanks (by default all of the table) or for signs that stand for none; none where an identity forbids it. */
export function zeroEdits(table: BoundTable, lacking: readonly Figure[] = blanksOf(table)): Edit[] {
  return mayBeZero(table, lacking) ? lacking.flatMap((figure) => writeValue(table, figure, '0')) : [];
}

/** Edits that put in what the identities leave no choice about, where it is not 0. */
export function determinedEdits(table: BoundTable, blanks: readonly Figure[]): { readonly edits: Edit[]; readonly sets: FigureValues } {
  const known = determinedIn(table);
  const written = blanks.flatMap((figure) => {
    const value = known.get(figure.definition.index);
    return value === undefined ? [] : [{ figure, value }];
  });
  const isWorth = written.some(({ value }) => value !== 0);
  return {
    edits: isWorth ? written.flatMap(({ figure, value }) => writeValue(table, figure, String(value))) : [],
    sets: Object.fromEntries(written.map(({ figure, value }) => [figure.definition.id, value])),
  };
}

/** Puts a number in the place of what a figure's cell holds, blank or not. */
export function writeValue(table: BoundTable, figure: Figure, value: string): Edit[] {
  return figure.state === 'blank' ? fillBlank(table, figure, value) : placesOf(figure, table).flatMap((place) => replaceText(place, value));
}

/** Puts a value into a blank place, as the layout has it. */
export function fillBlank({ parts }: BoundTable, { place, cell }: Figure, value: string): Edit[] {
  const part = parts.find(({ chunk, start, end }: Table) => chunk === place.chunk && start <= cell.start && cell.end <= end);
  const { chunk, start } = place;
  const change = part?.layout.writer?.fill?.(chunk.text.slice(start, place.end), value);
  return [change ? { place: { chunk, start: start + change.start, end: start + change.end }, newText: change.newText } : { place, newText: value }];
}
