/** Programs in China take a file without it for GBK. */
export const csvMark = '\uFEFF';

/** A line of comma-separated values (RFC 4180). */
export function csvLine(values: readonly (string | number)[]): string {
  return `${values.map(toField).join(',')}\r\n`;
}

/** A text that a spreadsheet would compute, behind an apostrophe. */
export function guarded(text: string): string {
  return /^\s*[=+\-@]/u.test(text) ? `'${text}` : text;
}

function toField(value: string | number): string {
  const text = String(value);
  return /[",\r\n]|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
