/** Programs in China take a file without it for GBK. */
export const csvMark = '\uFEFF';

/** A line of comma-separated values (RFC 4180), none of which a spreadsheet computes. */
export function csvLine(values: readonly (string | number)[]): string {
  return `${values.map(toField).join(',')}\r\n`;
}

/** A text that a spreadsheet would compute stands behind an apostrophe, a number below zero behind a space, which leaves it a number. */
function guarded(value: string | number): string {
  if (typeof value === 'number') {
    return value < 0 ? ` ${value}` : String(value);
  }
  return /^\s*[=+\-@]/u.test(value) ? `'${value}` : value;
}

function toField(value: string | number): string {
  const text = guarded(value);
  return /[",\r\n]|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
