import type { ExtractedReport } from '../service-types.ts';
import { csvLine, csvMark } from './csv.ts';

/** A report with the file that it stands in. */
interface FiledReport extends Pick<ExtractedReport, 'organ' | 'year' | 'form' | 'figures'> {
  readonly path: string;
}

const head = ['path', 'organ', 'year', 'form', 'figure', 'value', 'text', 'line', 'character'];

/** The figures of reports, one a line, for a spreadsheet. */
export function writeFiguresCsv(reports: readonly FiledReport[]): string {
  const lines = reports.flatMap(({ path, organ, year, form, figures }) =>
    Object.entries(figures).map(([id, { value, text, range: { start } }]) =>
      [path, organ ?? '', year ?? '', form ?? '', id, value ?? '', text, start.line, start.character]));
  return csvMark + [head, ...lines].map(csvLine).join('');
}
