import type { Table } from '../../syntax/tree.ts';
import { placesOf } from '../places.ts';
import type { BoundTable, Figure, FigureValues, Place } from '../report.ts';
import { blanksOf, determinedIn, mayBeZero } from '../tables/blanks.ts';
import { replaceText, type Edit } from './edits.ts';

/** Edits that put 0 into blanks (by default all of the table) or for signs that stand for none; none where an identity forbids it. */
export function zeroEdits(table: BoundTable, lacking: readonly Figure[] = blanksOf(table)): Edit[] {
  return mayBeZero(table, lacking) ? lacking.flatMap((figure) => writeValue(table, figure, '0')) : [];
}

/** Edits that put in what the identities leave no choice about, where it is not 0. */
export function determinedEdits(table: BoundTable, blanks: readonly Figure[]): { readonly edits: Edit[]; readonly sets: FigureValues } {
  const known = determinedIn(table);
  const told = blanks.flatMap((figure) => {
    const value = known.get(figure.definition.index);
    return value === undefined ? [] : [{ figure, value }];
  });
  const isWorth = told.some(({ value }) => value !== 0);
  return {
    edits: isWorth ? told.flatMap(({ figure, value }) => writeValue(table, figure, String(value))) : [],
    sets: Object.fromEntries(told.map(({ figure, value }) => [figure.definition.id, value])),
  };
}

function writeValue(table: BoundTable, figure: Figure, value: string): Edit[] {
  return figure.state === 'blank' ? fillBlank(table, figure, value) : placesOf(figure, table).flatMap((place) => replaceText(place, value));
}

/** Puts a value into a blank place, with as much white space around it as the layout has. */
export function fillBlank({ parts }: BoundTable, { place, cell }: Figure, value: string): Edit[] {
  const part = parts.find(({ chunk, start, end }: Table) => chunk === place.chunk && start <= cell.start && cell.end <= end);
  const source = place.chunk.text.slice(place.start, place.end);
  if (part?.layout.name === 'html') {
    return [{ place: inner(place, source), newText: value }];
  }
  const isPadded = part?.layout.name === 'pipe' && /^ +$/u.test(source);
  return [{ place, newText: isPadded ? ` ${value}`.padEnd(Math.max(source.length, value.length + 2)) : value }];
}

const hiding = /\bhidden\b|display\s*:\s*none|mso-hide/iu;

/** The innermost place of a blank HTML cell, so that its markup stays; before what the page does not show. */
function inner({ chunk, start, end }: Place, source: string): Place {
  if (hiding.test(source)) {
    return { chunk, start, end: start };
  }
  const close = source.indexOf('</');
  if (close < 0) {
    return { chunk, start, end: source.includes('<!--') ? start : end };
  }
  const from = source.lastIndexOf('>', close) + 1;
  return { chunk, start: start + from, end: start + close };
}
