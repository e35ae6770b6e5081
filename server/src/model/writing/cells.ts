import type { BoundRow, BoundTable } from '../report.ts';
import type { Cell, Table } from '../../syntax/tree.ts';
import type { Edit } from './edits.ts';
import { insertText } from './edits.ts';
import { lineEnd } from '../../syntax/lines.ts';

/**
 * Edits that add the blank cells that a row lost at its end. None where it is not certain that its figures are the first
 * ones of the row.
 */
export function appendCells(table: BoundTable, row: BoundRow): Edit[] {
  const found = row.figures.findIndex((figure) => figure === undefined);
  const part = table.parts.find(({ rows, chunk }) => chunk === row.label.chunk && rows.some((one) => one.start <= row.row.start && row.row.end <= one.end));
  const last = row.row.cells.at(-1);
  if (row.merged || found <= 0 || row.figures.slice(found).some((figure) => figure !== undefined) || !part || !last || !part.layout.keepsBlanks || part.lossy === true || part.drawn === true) {
    return [];
  }
  const missing = row.figures.length - found;
  const edit = editFor(part, last, missing);
  return edit === undefined ? [] : [edit];
}

function editFor(part: Table, last: Cell, missing: number): Edit | undefined {
  const { text } = part.chunk;
  switch (part.layout.name) {
    // Where each cell stands on a line of its own, a cell more on the last line would be one of another row.
    case 'pipe': return part.broken ? undefined : insertText(part.chunk, last.end, '|  '.repeat(missing));
    case 'tabs': return insertText(part.chunk, last.end, '\t'.repeat(missing));
    case 'word': {
      const at = lineEnd(text, last.end);
      const eol = /^(?:\r\n|\r|\n)/u.exec(text.slice(at))?.[0] ?? '\n';
      const isRowEnd = /^(?:\r\n|\r|\n)(?:[\r\n]|$)/u.test(text.slice(at, at + 4)) || at === text.length;
      return insertText(part.chunk, at, `${eol}\t`.repeat(missing) + (isRowEnd ? '' : eol));
    }
    case 'html': {
      const close = /^\s*(?:<\/[a-z]+>\s*)*?<\/(t[dh])\s*>/iu.exec(text.slice(last.end, last.end + 400));
      return close ? insertText(part.chunk, last.end + close[0].length, `<${close[1]}></${close[1]}>`.repeat(missing)) : undefined;
    }
    default: return undefined;
  }
}
