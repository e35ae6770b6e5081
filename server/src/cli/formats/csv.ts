import type { ExtractedFile } from '../checking/examine.ts';

/** RFC 4180: lines end at CRLF, a quotation mark within quotation marks is doubled. */
export const csvFigures = {
  head: () => 'path,organ,year,form,figure,value,text,line,character\r\n',
  file: (file: ExtractedFile) => file.reports.flatMap(({ organ, year, form, figures }) =>
    Object.entries(figures).map(([id, { value, text, range: { start } }]) =>
      `${[file.path, organ, year, form, id, value].map(toField).join(',')},${quote(text)},${start.line},${start.character}\r\n`)).join(''),
  separator: '',
  foot: () => '',
};

function toField(value: string | number | null): string {
  const text = value === null ? '' : String(value);
  return /[",\r\n]|^\s|\s$/u.test(text) ? quote(text) : text;
}

function quote(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
