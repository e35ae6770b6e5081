import type { FormTable, RowDefinition } from '../../../server/src/forms/table.ts';
import { tableOf, type TableName } from '../grid.ts';
import { cut } from '../marked-text.ts';
import type { Sheet } from '../sheet.ts';
import { textLayout } from './document.ts';
import { topLabels } from './inline.ts';
import type { Layout, TableWriter } from './layout.ts';
import { breakPage, flat, pageStyle, place, placedFigures, type PageStyle, type Placed } from './pdf-page.ts';
import { requestsLines } from './pdf-requests.ts';

/** `pdftotext -layout`: columns by spaces, long labels over several lines, page furniture between. */
export const pdf: Layout = textLayout('pdftotext -layout', ({ random }) => ({
  language: random.pick(['plaintext', 'plaintext', 'plaintext', 'markdown']),
  wrapAt: random.integer(26, 34),
}), () => pdfWriter);

export const pdfWriter: TableWriter = { name: 'pdf', keepsBlanks: false, endsWithEmptyLine: false, write: writePdf };

function writePdf(sheet: Sheet, name: TableName): string {
  const style = pageStyle(sheet);
  const table = tableOf(sheet, name);
  switch (name) {
    case 'proactive': return spread(sheet, proactiveLines(sheet, table, style), style);
    case 'requests': return requestsLines(sheet, table, style).join('\n');
    case 'review': return reviewLines(sheet, table, style).join('\n');
  }
}

/** Lines with the empty lines between them that cell heights leave, and a page break where the damage has one. */
function spread(sheet: Sheet, lines: readonly string[], style: PageStyle): string {
  const broken = sheet.damage.pageBreaks ? sheet.random.integer(2, lines.length - 1) : -1;
  return lines.flatMap((line, at) => [
    ...(at === broken ? breakPage(sheet) : []),
    line,
    ...Array<string>(at === lines.length - 1 ? 0 : style.emptyLines).fill(''),
  ]).join('\n').replaceAll('\f\n', '\f');
}

function proactiveLines(sheet: Sheet, table: FormTable, style: PageStyle): string[] {
  return table.data.blocks.flatMap((block) => {
    const labels = block.columns.map((column) => flat(sheet.columnLabel(column)));
    const wide = { ...style, columnWidth: style.columnWidth + 14, figureStart: 20 };
    return [
      place([{ at: 0, text: flat(sheet.words(block.heading ?? '')) }], style),
      ...headerLines(sheet, flat(sheet.words(block.corner ?? '')), labels, wide),
      ...table.rows.filter((row) => row.block === block).map((row) =>
        place([{ at: 0, text: flat(sheet.label(row)) }, ...placedFigures(sheet, row, wide)], style)),
    ];
  });
}

function headerLines(sheet: Sheet, corner: string, labels: readonly string[], style: PageStyle): string[] {
  const at = (index: number): number => style.figureStart + index * style.columnWidth;
  if (sheet.random.chance(0.6)) {
    return [place([{ at: 0, text: corner }, ...labels.map((text, index) => ({ at: at(index), text }))], style)];
  }
  const halves = labels.map((label) => cut(label, Math.ceil(label.length / 2)));
  const first = halves.map(([text = ''], index) => ({ at: at(index), text }));
  const second = halves.map(([, text = ''], index) => ({ at: at(index), text }));
  return sheet.random.chance(0.5)
    ? [place([{ at: 0, text: corner }, ...first], style), place(second, style)]
    : [place(first, style), place([{ at: 0, text: corner }], style), place(second, style)];
}

function reviewLines(sheet: Sheet, table: FormTable, style: PageStyle): string[] {
  const step = style.columnWidth;
  const labelsOf = (row: RowDefinition): string[] => row.figures.map((figure) => flat(sheet.columnLabel(figure.column)));
  const at = (row: number, column: number): number => (row * 5 + column) * step;
  const first = table.rows.map(labelsOf);
  const halves = (part: 0 | 1): Placed[] => first.flatMap((labels, row) => labels.map((label, column) => ({
    at: at(row, column),
    text: label.length < 4 ? (part === 0 ? '' : label) : cut(label, Math.ceil(label.length / 2))[part] ?? '',
  })));
  const grouped = table.rows.map(({ groups }) => groups.length > 0);
  const tops = place(topLabels(sheet, table).map((text, index) => ({
    at: index === 0 ? at(0, grouped[0] ? 4 : 2) : at(grouped[0] ? 2 : 1, grouped[0] ? 2 : 4), text: flat(text),
  })), style);
  const kinds = place(table.rows.flatMap((row, index) => (grouped[index] ? [{ at: at(index, 1), text: flat(sheet.label(row)) }] : [])), style);
  const figures = table.rows.flatMap((row, index) => sheet.figuresOf(row, 'spaced').map((text, column) => ({
    at: at(index, column), text,
  }))).filter(({ text }) => text !== '');
  const gap = Array<string>(style.emptyLines).fill('');
  const lines = [tops, ...gap, kinds, ...gap, place(halves(0), style), place(halves(1), style), ...gap];
  return figures.length === 0 ? lines : [...lines, place(figures, style)];
}
