import type { ExtractedReport } from '../service-types.ts';

/** A report with the file that it stands in. */
export interface FiledReport extends Pick<ExtractedReport, 'organ' | 'year' | 'form' | 'figures'> {
  readonly path: string;
}

const head = 'path,organ,year,form,figure,value,text,line,character';
/** Programs in China take a file without it for GBK. */
const mark = '\uFEFF';

/**
 * The figures of reports, one a line, for a spreadsheet (RFC 4180). A text that a spreadsheet would compute stands behind an
 * apostrophe; a number that is below zero is a number.
 */
export function writeFiguresCsv(reports: readonly FiledReport[]): string {
  const lines = reports.flatMap(({ path, organ, year, form, figures }) =>
    Object.entries(figures).map(([id, { value, text, range: { start } }]) =>
      [guarded(path), guarded(organ ?? ''), year ?? '', guarded(form ?? ''), id, value ?? '', guarded(text), start.line, start.character].map(toField).join(',')));
  return mark + [head, ...lines].map((line) => `${line}\r\n`).join('');
}

function guarded(text: string): string {
  return /^\s*[=+\-@]/u.test(text) ? `'${text}` : text;
}

function toField(value: string | number): string {
  const text = String(value);
  return /[",\r\n]|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
