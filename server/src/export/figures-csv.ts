import type { ExtractedReport } from '../service-types.ts';
import { csvLine, csvMark, guarded } from './csv.ts';

/** A report with the file that it stands in. */
export interface FiledReport extends Pick<ExtractedReport, 'organ' | 'year' | 'form' | 'figures'> {
  readonly path: string;
}

const head = ['path', 'organ', 'year', 'form', 'figure', 'value', 'text', 'line', 'character'];

/**
 * The figures of reports, one a line, for a spreadsheet. A text that a spreadsheet would compute stands behind an apostrophe;
 * a number that is below zero is a number.
 */
export function writeFiguresCsv(reports: readonly FiledReport[]): string {
  const lines = reports.flatMap(({ path, organ, year, form, figures }) =>
    Object.entries(figures).map(([id, { value, text, range: { start } }]) =>
      [guarded(path), guarded(organ ?? ''), year ?? '', guarded(form ?? ''), id, value ?? '', guarded(text), start.line, start.character]));
  return csvMark + [head, ...lines].map(csvLine).join('');
}
