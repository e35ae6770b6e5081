/** What is needed of a document to tell its rows. */
interface Lines {
  readonly lineCount: number;
  lineAt(line: number): { readonly text: string };
}

/** The lines of one row of a table, both ends included; for running text one line. */
export interface RowLines {
  readonly first: number;
  readonly last: number;
}

/** How far the start or the end of a row of a web page is looked for, in lines. */
const farthest = 80;

/**
 * The row that a line belongs to: Word's text has a cell a line behind a tab, web pages have `<tr>` … `</tr>`, and in all
 * other layouts a row is one line.
 */
export function rowAround(lines: Lines, line: number): RowLines {
  const textAt = (at: number): string => (at >= 0 && at < lines.lineCount ? lines.lineAt(at).text : '');
  const extend = (step: 1 | -1, goesOn: (at: number) => boolean): number => {
    let at = line;
    while (Math.abs(at - line) < farthest && at + step >= 0 && at + step < lines.lineCount && goesOn(at)) {
      at += step;
    }
    return at;
  };
  if (/^\t/u.test(textAt(line))) {
    return {
      first: extend(-1, (at) => /^\t/u.test(textAt(at - 1))),
      last: extend(1, (at) => /^\t/u.test(textAt(at + 1))),
    };
  }
  const first = extend(-1, (at) => !/<tr\b/iu.test(textAt(at)) && !/<\/tr>/iu.test(textAt(at - 1)));
  const last = extend(1, (at) => !/<\/tr>/iu.test(textAt(at)) && !/<tr\b/iu.test(textAt(at + 1)));
  return /<tr\b/iu.test(textAt(first)) && /<\/tr>/iu.test(textAt(last)) ? { first, last } : { first: line, last: line };
}
