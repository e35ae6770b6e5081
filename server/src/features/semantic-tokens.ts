import type { Diagnosis } from '../diagnosis.ts';
import { type OpenDocument } from '../document.ts';
import type { BoundTable, Figure, Place } from '../model/report.ts';
import type { Range, SemanticToken, TokenType } from '../service-types.ts';
import { readNumber } from '../syntax/number.ts';
import { startOf, isTouched } from '../model/places.ts';
import { addAll } from '../syntax/lists.ts';

/** Figures, totals, labels, headings and units, in the order of the text; no token spans a line end. */
export function semanticTokens({ document }: Diagnosis, range?: Range): SemanticToken[] {
  const start = range ? document.offsetAt(range.start) : 0;
  const end = range ? document.offsetAt(range.end) : document.text.length;
  const found: { readonly place: Place; readonly type: TokenType }[] = [];
  for (const report of document.reports) {
    report.sections.forEach((section) => found.push({ place: section.title.place, type: 'heading' }));
    if (report.title) {
      found.push({ place: report.title.place, type: 'heading' });
    }
    for (const table of report.tables.values()) {
      addAll(found, tableTokens(table));
    }
  }
  return found
    .filter(({ place }) => isTouched(place, start, end) && place.end > place.start)
    .sort((one, other) => startOf(one.place) - startOf(other.place))
    .flatMap(({ place, type }) => tokenOf(document, place, type));
}

function tableTokens(table: BoundTable): { place: Place; type: TokenType }[] {
  const labels = table.rows.filter((row) => row.labelText !== '').map((row) => ({ place: row.label, type: 'label' as const }));
  const figures = table.figures.flatMap((figure) => (figure?.state === 'number' ? figureTokens(figure, table) : []));
  return [...labels, ...figures];
}

function figureTokens(figure: Figure, table: BoundTable): { place: Place; type: TokenType }[] {
  const type = table.form.system.isTotal[figure.definition.index] ? 'total' : 'figure';
  const { unit } = readNumber(figure.text);
  const { chunk, start, end } = figure.place;
  const cut = unit && figure.text.trim().endsWith(unit) ? end - unit.length : end;
  return [
    { place: { chunk, start, end: cut }, type },
    ...(cut < end ? [{ place: { chunk, start: cut, end }, type: 'unit' as const }] : []),
  ];
}

function tokenOf(document: OpenDocument, place: Place, type: TokenType): SemanticToken[] {
  const { start, end } = document.rangeOf(place);
  if (start.line === end.line) {
    return [{ line: start.line, character: start.character, length: end.character - start.character, type }];
  }
  const from = startOf(place);
  const first = /^[^\r\n]*/u.exec(document.text.slice(from, from + place.end - place.start))?.[0].length ?? 0;
  return first > 0 ? [{ line: start.line, character: start.character, length: first, type }] : [];
}
