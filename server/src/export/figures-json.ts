import type { OfficeSource } from '../office/office-text.ts';
import type { ExtractedReport } from '../service-types.ts';

/** The reports of a file with their figures. */
interface FiguredFile {
  readonly path: string;
  readonly source?: OfficeSource;
  readonly reports: readonly ExtractedReport[];
}

/** A file as `extract` and `export` give it in JSON. */
export function figuresOf({ path, source, reports }: FiguredFile): object {
  return { path, source, reports: reports.map(reportAsJson) };
}

function reportAsJson({ range, organ, year, form, tables, figures }: ExtractedReport): object {
  const plain = Object.entries(figures).map(([id, { value, text, range: place }]) => [id, { value, text, range: place }]);
  return { range, organ, year, form, tables, figures: Object.fromEntries(plain) };
}

/** Files that are all there is. */
export function writeFiguresJson(files: readonly FiguredFile[]): string {
  const reports = files.reduce((sum, file) => sum + file.reports.length, 0);
  return `{ "files": [\n${files.map((file) => JSON.stringify(figuresOf(file))).join(',\n')}\n], "summary": ${JSON.stringify({ files: files.length, reports, skipped: 0 })} }\n`;
}
