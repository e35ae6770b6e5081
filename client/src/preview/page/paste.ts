/**
 * Reads what is on a clipboard as rows of texts: the cells of a table copied from a web page, tab-separated cells of a
 * spreadsheet, or numbers with white space between them.
 */
export function rowsOfText(text: string): string[][] {
  const lines = text.replace(/\r\n?/gu, '\n').replace(/^\n+|(?<!\n)\n+$/gu, '').split('\n');
  if (text.includes('\t')) {
    return lines.map((line) => line.split('\t').map(trim));
  }
  const isPipes = lines.every((line) => /^\s*\|.*\|\s*$/u.test(line));
  if (isPipes) {
    return lines.filter((line) => !/^[\s|:-]+$/u.test(line)).map((line) => line.trim().slice(1, -1).split('|').map(trim));
  }
  return lines.map(trim).filter((line) => line !== '').map((line) => line.split(/\s+/u));
}

/** The first table of a copied piece of a web page; undefined where there is none. */
export function rowsOfHtml(html: string): string[][] | undefined {
  const table = new DOMParser().parseFromString(html, 'text/html').querySelector('table');
  return table ? [...table.rows].map((row) => [...row.cells].map((cell) => trim(cell.textContent ?? ''))) : undefined;
}

function trim(text: string): string {
  return text.replace(/^[\s\u200B\uFEFF]+|(?<![\s\u200B\uFEFF])[\s\u200B\uFEFF]+$/gu, '');
}
