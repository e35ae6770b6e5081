import type { FormTable, RowDefinition } from '../../../server/src/forms/table.ts';
import { tableOf, type TableName } from '../grid.ts';
import { cut } from '../marked-text.ts';
import type { Sheet } from '../sheet.ts';
import { textLayout } from './document.ts';
import type { Layout } from './layout.ts';
import { isNested, topLabels, upperHeads } from './inline.ts';
import { flat } from './pdf-page.ts';

/** The text of `pdf-parse`: words in the order of the page, a space and a tab between those far apart, pages marked. */
export const pdfParse: Layout = textLayout('pdf-parse', ({ random }) => ({
  language: 'plaintext', wrapAt: random.integer(26, 36),
}), () => ({ name: 'pdf-parse', keepsBlanks: false, endsWithEmptyLine: false, write: writeTable }));

/** `pdftotext` without options: the cells of a column below each other, or those of a row, in blocks parted by empty lines. */
export const pdfBlocks: Layout = textLayout('pdftotext', () => ({ language: 'plaintext', wrapAt: 34 }), () => ({
  name: 'pdftotext', keepsBlanks: false, endsWithEmptyLine: true, write: writeBlocks,
}));

const gap = ' \t';

function writeTable(sheet: Sheet, name: TableName): string {
  const table = tableOf(sheet, name);
  switch (name) {
    case 'proactive': return proactiveLines(sheet, table).join('\n');
    case 'requests': return requestsLines(sheet, table).join('\n');
    case 'review': return reviewLines(sheet, table).join('\n');
  }
}

function figuresOf(sheet: Sheet, row: RowDefinition): string[] {
  return sheet.figuresOf(row, 'spaced').filter((text) => text !== '');
}

function proactiveLines(sheet: Sheet, table: FormTable): string[] {
  return table.data.blocks.flatMap((block) => [
    flat(sheet.words(block.heading ?? '')),
    [sheet.words(block.corner ?? ''), ...block.columns.map((column) => sheet.columnLabel(column))].map(flat).join(gap),
    ...table.rows.filter((row) => row.block === block).map((row) => [flat(sheet.label(row)), ...figuresOf(sheet, row)].join(gap)),
  ]);
}

function requestsLines(sheet: Sheet, table: FormTable): string[] {
  const { random } = sheet;
  const columns = table.data.blocks[0]?.columns ?? [];
  const corner = cut(flat(sheet.words(table.data.corner ?? '')), 17);
  const applicants = sheet.words('申请人情况');
  const heads = upperHeads(sheet, columns);
  const result = [
    ...corner, applicants, ...heads.slice(0, -1),
    `${heads.at(-1) ?? ''}\t`, ...columns.filter(isNested).flatMap((column) => cut([...flat(sheet.columnLabel(column))].join(random.pick(['', ' '])), 6)),
  ];
  const page = random.integer(4, table.rows.length - 2);
  table.rows.forEach((row, at) => {
    const opened = row.groups.filter((group) => !(table.rows[at - 1]?.groups ?? []).includes(group));
    result.push(...opened.flatMap((group) => (group.label.startsWith('三') ? ['三、', ...flat(sheet.label(group)).slice(2)] : cut(flat(sheet.label(group)), 4))));
    result.push(...rowLines(sheet, row));
    if (at === page && sheet.damage.pageBreaks) {
      result.push('', `-- ${random.integer(2, 5)} of 6 --`, '', ...random.pick([[], [`- ${gap.slice(1)}${random.integer(2, 5)}${gap}-`]]));
    }
  });
  return result;
}

/** A label that does not fit goes on over several lines; the figures stand behind its last line or below it. */
function rowLines(sheet: Sheet, row: RowDefinition): string[] {
  const lines = cut(flat(sheet.label(row)), 15);
  const figures = figuresOf(sheet, row);
  const last = lines.pop() ?? '';
  if (lines.length === 0) {
    return [[last, ...figures].join(gap)];
  }
  return lines.length > 1 ? [...lines, last, figures.join(gap)] : [...lines, `${last} ${figures.join(gap)}`];
}

function reviewLines(sheet: Sheet, table: FormTable): string[] {
  const outcomes = (row: RowDefinition): string[] => row.figures.flatMap(({ column }) => cut(flat(sheet.columnLabel(column)), 2));
  const tops = topLabels(sheet, table).join(gap);
  const heads = table.rows.flatMap((row, at) => [
    ...(row.groups.length > 0 && table.rows[at - 1]?.groups[0] !== row.groups[0] ? [kindsIn(sheet, table)] : []), ...outcomes(row),
  ]);
  return [tops, ...heads, table.rows.flatMap((row) => figuresOf(sheet, row)).join(gap)];
}

function kindsIn(sheet: Sheet, table: FormTable): string {
  return table.rows.filter(({ groups }) => groups.length > 0).map((row) => flat(sheet.label(row))).join(gap);
}

function writeBlocks(sheet: Sheet, name: TableName): string {
  const table = tableOf(sheet, name);
  const across = sheet.random.chance(0.5);
  return table.data.blocks.map((block) => {
    const rows = table.rows.filter((row) => row.block === block);
    const labels = rows.map((row) => flat(sheet.label(row)));
    const figures = rows.map((row) => figuresOf(sheet, row));
    const columns = block.columns.map((column, at) => [flat(sheet.columnLabel(column)), ...figures.flatMap((row) => row[at] ?? [])].join('\n\n'));
    const heads = block.columns.map((column) => flat(sheet.columnLabel(column))).join('\n\n');
    return [flat(sheet.words(block.heading ?? '')), flat(sheet.words(block.corner ?? '')), ...(across
      ? [labels.join('\n\n'), heads, figures.flat().join('\n\n')]
      : [labels.join('\n\n'), ...columns])].filter((text) => text !== '').join('\n\n');
  }).join('\n\n');
}
