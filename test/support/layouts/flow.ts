import type { TableName } from '../grid.ts';
import type { Sheet } from '../sheet.ts';
import { textLayout } from './document.ts';
import { inlineWriter } from './inline.ts';
import type { Layout, TableWriter } from './layout.ts';

/** The tables as running text, wrapped wherever a line is full, as programs that strip a page of its markup leave them. */
export const flow: Layout = flowing('running text', (words, { random }) => wrapped(words, random.pick([40, 60, 80, 100])));

/** The same without any line end. */
export const oneLine: Layout = flowing('a table in one line', (words, { random }) => words.join(random.pick([' ', '  ', '\u3000'])));

/** Two rows, or a row and a head, on each line. */
export const paired: Layout = textLayout('two rows on each line', () => ({ language: 'plaintext' }), () => ({
  ...flowWriter,
  write: (sheet, table) => {
    const lines = inlineWriter.write(sheet, table).split('\n');
    const between = sheet.random.pick(['   ', ' ', '\t', '    ']);
    return lines.flatMap((line, at) => (at % 2 === 0 ? [lines[at + 1] === undefined ? line : line + between + lines[at + 1]] : [])).join('\n');
  },
}));

const flowWriter: TableWriter = { name: 'flow', keepsBlanks: false, endsWithEmptyLine: false, write: () => '' };

function flowing(name: string, join: (words: readonly string[], sheet: Sheet) => string): Layout {
  return textLayout(name, ({ random }) => ({ language: random.pick(['plaintext', 'markdown']), wrapAt: 80 }), () => ({
    ...flowWriter,
    write: (sheet: Sheet, table: TableName) => join(inlineWriter.write(sheet, table).split(/\s+/).filter((word) => word !== ''), sheet),
  }));
}

function wrapped(words: readonly string[], width: number): string {
  const lines: string[] = [];
  for (const word of words) {
    const line = lines.at(-1);
    if (line === undefined || line.length + word.length > width) {
      lines.push(word);
    } else {
      lines[lines.length - 1] = `${line} ${word}`;
    }
  }
  return lines.join('\n');
}
