import type { ReadableLayout } from '../../server/src/syntax/layout.ts';
import type { Line } from '../../server/src/syntax/lines.ts';
import { createRow, createWrittenCell, hasWordsOfForm } from '../../server/src/syntax/tables/cells.ts';
import { ownText, slotsOf } from '../../server/src/syntax/text-grid.ts';
import type { Row } from '../../server/src/syntax/tree.ts';

const fewestRows = 2;

/** An invented layout, made as CONTRIBUTING says: one object in one file. Cells stand between broken bars, a row is a line. */
export const brokenBars: ReadableLayout = {
  name: 'broken bars',
  keepsBlanks: true,
  toldByMarks: true,
  writer: {
    languages: [],
    escape: (text) => text.replaceAll('¦', '|'),
    write: (grid, lineEnd) => slotsOf(grid).map((slots) => slots.map(ownText).join('¦')).join(lineEnd),
  },
  isRow: (line) => line.includes('¦'),
  read({ text, lines, vocabulary }, at) {
    const isRow = ({ start, end }: Line): boolean => text.slice(start, end).includes('¦');
    const behind = lines.slice(at).findIndex((line) => !isRow(line));
    const own = behind < 0 ? lines.slice(at) : lines.slice(at, at + behind);
    if (own.length < fewestRows) {
      return undefined;
    }
    const rows = own.map((line) => rowOf(text, line));
    const span = { start: own[0]?.start ?? 0, end: own.at(-1)?.end ?? 0 };
    return { count: own.length, table: hasWordsOfForm(rows, vocabulary) ? { kind: 'table', layout: brokenBars, rows, ...span } : undefined };
  },
};

function rowOf(text: string, { start, end }: Line): Row {
  let from = start;
  return createRow(text.slice(start, end).split('¦').map((words, column) => {
    const cell = createWrittenCell(words, from, from + words.length, column);
    from += words.length + 1;
    return cell;
  }));
}
