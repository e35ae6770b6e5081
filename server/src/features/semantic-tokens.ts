import type { Diagnosis } from '../diagnosis.ts';
import { type OpenDocument } from '../document.ts';
import { memoised } from '../model/memo.ts';
import type { BoundTable, Figure, Place, Report } from '../model/report.ts';
import type { Range, SemanticToken, TokenType } from '../service-types.ts';
import { readNumber } from '../syntax/number.ts';
import { isTouched, reportExtent, startOf } from '../model/places.ts';

interface Coloured {
  readonly place: Place;
  readonly type: TokenType;
}

/** Figures, totals, labels, headings and units, in the order of the text; no token spans a line end. */
export function semanticTokens({ document }: Diagnosis, range?: Range): SemanticToken[] {
  return colouredIn(document, range).flatMap(({ place, type }) => tokenOf(document, place, type));
}

function colouredIn(document: OpenDocument, range: Range | undefined): readonly Coloured[] {
  if (!range) {
    return document.reports.flatMap(colouredOf);
  }
  const [start, end] = [document.offsetAt(range.start), document.offsetAt(range.end)];
  return document.reports.filter((report) => {
    const [first, last] = reportExtent(report);
    return first <= end && last >= start;
  }).flatMap(colouredOf).filter(({ place }) => isTouched(place, start, end));
}

/** In the order of the text, which stays the same as long as the report does. */
const colouredOf = memoised(({ sections, title, tables }: Report): readonly Coloured[] => {
  const headings = [...sections.map((section) => section.title), ...(title ? [title] : [])];
  return [...headings.map(({ place }) => ({ place, type: 'heading' as const })), ...[...tables.values()].flatMap(tableTokens)]
    .filter(({ place }) => place.end > place.start).sort((one, other) => startOf(one.place) - startOf(other.place));
});

function tableTokens(table: BoundTable): Coloured[] {
  const labels = table.rows.filter((row) => row.labelText !== '').map((row) => ({ place: row.label, type: 'label' as const }));
  const figures = table.figures.flatMap((figure) => (figure?.state === 'number' ? figureTokens(figure, table) : []));
  return [...labels, ...figures];
}

function figureTokens(figure: Figure, table: BoundTable): Coloured[] {
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
