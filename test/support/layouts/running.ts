import type { RowDefinition } from '../../../server/src/forms/table.ts';
import { gridOf, tableOf, type TableName } from '../grid.ts';
import { columnsOf } from '../marked-text.ts';
import type { Sheet } from '../sheet.ts';
import { textLayout } from './document.ts';
import type { Layout, TableWriter } from './layout.ts';
import { inlineWriter } from './inline.ts';

/** All cells of a table one behind the other, wrapped at a width as running text is: what converters to plain text leave of a page. */
export const wrapped: Layout = withAllFigures(textLayout('running text, wrapped', () => ({ language: 'plaintext' }), () => wrappedWriter));

/** Two rows or three on one line, as they stand where line ends were lost. */
export const severalRows: Layout = withAllFigures(textLayout('several rows on one line', ({ random }) => ({
  language: random.pick(['plaintext', 'markdown']),
}), () => severalRowsWriter));

/** The tables of two years side by side, which nothing tells apart for certain. */
export const sideBySide: Layout = textLayout('two years side by side', () => ({ language: 'plaintext' }), () => sideBySideWriter);

const wrappedWriter: TableWriter = { name: 'wrapped', keepsBlanks: false, endsWithEmptyLine: false, write: writeWrapped };
const severalRowsWriter: TableWriter = { name: 'several rows', keepsBlanks: false, endsWithEmptyLine: false, write: writeSeveralRows };
const sideBySideWriter: TableWriter = { name: 'side by side', keepsBlanks: false, endsWithEmptyLine: false, write: writeSideBySide };

/** Where lines do not show the rows, a lost blank leaves no trace of which row lost it. */
function withAllFigures(layout: Layout): Layout {
  return { name: layout.name, lay: (report, damage, harm) => layout.lay(report, { ...damage, blanks: 0, pageBreaks: false }, harm) };
}

const widths = [40, 60, 72, 80, 100, 120, 10_000];

function writeWrapped(sheet: Sheet, name: TableName): string {
  const { random } = sheet;
  const width = random.pick(widths);
  const breaksWords = random.chance(0.3);
  const wide = random.pick([1, 2]);
  const cells = gridOf(sheet, name, 'spaced').cells.map(({ role, text }) => ({ isFigure: role === 'figure', text: text.replaceAll('\n', '') }))
    .filter(({ text }) => text !== '');
  const pieces = cells.flatMap(({ isFigure, text }) => {
    const words = text.split(/\s+/u).filter((word) => word !== '');
    return isFigure || !breaksWords ? words.map((word) => ({ word, gap: ' ' })) : words.flatMap(charactersOf);
  });
  const lines: string[] = [];
  let line = '';
  for (const { word, gap } of pieces) {
    if (line !== '' && columnsOf(`${line}${gap}${word}`, wide) > width) {
      lines.push(line);
      line = word;
    } else {
      line += line === '' ? word : `${gap}${word}`;
    }
  }
  return [...lines, line].join('\n');
}

/** A word's characters, before each of which a line may end; a number with its mark stays whole. */
function charactersOf(word: string): { word: string; gap: string }[] {
  return (word.match(/\d+.?|[^\d]/gu) ?? []).map((character, at) => ({ word: character, gap: at === 0 ? ' ' : '' }));
}

function rowText(sheet: Sheet, row: RowDefinition): string {
  return [flat(sheet.label(row)), ...sheet.figuresOf(row, 'spaced')].join(' ');
}

function writeSeveralRows(sheet: Sheet, name: TableName): string {
  if (name === 'review') {
    return inlineWriter.write(sheet, name);
  }
  const { random } = sheet;
  const gap = random.pick([' ', '  ', '   ', '\u3000', '      ']);
  const table = tableOf(sheet, name);
  const texts = table.data.blocks.flatMap((block) => [
    block.columns.map((column) => flat(sheet.columnLabel(column))).join(' '),
    ...table.rows.filter((row) => row.block === block).map((row) => rowText(sheet, row)),
  ]);
  const lines: string[] = [];
  for (let at = 0; at < texts.length;) {
    const count = random.integer(1, 3);
    lines.push(texts.slice(at, at + count).join(gap));
    at += count;
  }
  return lines.join('\n');
}

function writeSideBySide(sheet: Sheet, name: TableName): string {
  const left = inlineWriter.write(sheet, name).split('\n');
  const right = left.map((line) => line.replace(/[\ue000-\uf8ff]/gu, '').replace(/(?<![\d.])\d+(?![\d.．、])/gu, (number) => String(Number(number) + 1000)));
  const width = sheet.random.pick([60, 70, 80]);
  return left.map((line, at) => `${line}${' '.repeat(Math.max(1, width - columnsOf(line, 2)))}${right[at] ?? ''}`).join('\n');
}

function flat(text: string): string {
  return text.replaceAll('\n', '');
}
