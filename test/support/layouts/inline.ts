import type { ColumnData } from '../../../server/src/forms/form.ts';
import type { FormTable, RowDefinition } from '../../../server/src/forms/table.ts';
import { tableOf, type TableName } from '../grid.ts';
import { cut } from '../marked-text.ts';
import type { Sheet } from '../sheet.ts';
import { pageNumber, textLayout } from './document.ts';
import type { Layout, TableWriter } from './layout.ts';

/** Label and figures on one line, separated by spaces: the text layer of a PDF. */
export const inline: Layout = textLayout('label and figures on one line', ({ random }) => ({
  language: random.pick(['plaintext', 'plaintext', 'markdown']),
  ...(random.chance(0.6) && { wrapAt: random.integer(26, 36) }),
}), () => inlineWriter);

export const inlineWriter: TableWriter = { name: 'inline', keepsBlanks: false, endsWithEmptyLine: false, write: writeInline };

interface InlineStyle {
  readonly gap: () => string;
  /** Labels longer than this go on over several lines. */
  readonly labelLength: number;
  /** Where the names of groups stand: on a line of their own, or before the first row of the group. */
  readonly groups: 'own' | 'same';
  readonly headers: 'own' | 'same';
  /** Share of rows whose figures go on over a second line, as narrow columns leave them. */
  readonly brokenFigures: number;
}

function writeInline(sheet: Sheet, name: TableName): string {
  const { random } = sheet;
  const gap = random.pick([' ', ' ', '  ', '\u3000', '   ']);
  const style: InlineStyle = {
    gap: () => (random.chance(0.9) ? gap : `${gap} `),
    labelLength: random.pick([9, 14, 40]),
    groups: random.pick(['own', 'same']),
    headers: random.pick(['own', 'same']),
    brokenFigures: random.pick([0, 0, 0, 0, 0.3, 1]),
  };
  const table = tableOf(sheet, name);
  switch (name) {
    case 'proactive': return proactiveLines(sheet, table, style).join('\n');
    case 'requests': return requestsLines(sheet, table, style).join('\n');
    case 'review': return reviewLines(sheet, table, style).join('\n');
  }
}

function joined(texts: readonly string[], style: InlineStyle): string {
  return texts.reduce((line, text) => (line === '' ? text : line + style.gap() + text), '');
}

function figureTexts(sheet: Sheet, row: RowDefinition): string[] {
  return sheet.figuresOf(row, 'spaced').filter((text) => text !== '');
}

function flat(text: string): string {
  return text.replaceAll('\n', '');
}

function headerLines(labels: readonly string[], style: InlineStyle): string[] {
  return style.headers === 'same' ? [joined(labels.map(flat), style)] : labels.flatMap((label) => label.split('\n'));
}

function proactiveLines(sheet: Sheet, table: FormTable, style: InlineStyle): string[] {
  return table.data.blocks.flatMap((block) => [
    flat(sheet.words(block.heading ?? '')),
    ...headerLines([sheet.words(block.corner ?? ''), ...block.columns.map((column) => sheet.columnLabel(column))], style),
    ...table.rows.filter((row) => row.block === block).flatMap((row) =>
      [joined([flat(sheet.label(row)), ...figureTexts(sheet, row)], style)]),
  ]);
}

function requestsLines(sheet: Sheet, table: FormTable, style: InlineStyle): string[] {
  const columns = table.data.blocks[0]?.columns ?? [];
  const corner = cut(flat(sheet.words(table.data.corner ?? '')), 22);
  const header = [sheet.words('申请人情况'), ...upperHeads(sheet, columns)];
  const nested = columns.filter(isNested).map((column) => sheet.columnLabel(column));
  const result = [...corner, ...headerLines(header, style), ...headerLines(nested, style)];
  const broken = sheet.damage.pageBreaks ? sheet.random.integer(4, 18) : -1;
  table.rows.forEach((row, at) => {
    if (at === broken) {
      result.push(pageNumber(sheet));
    }
    result.push(...requestsRow(sheet, row, table.rows[at - 1], style));
  });
  return result;
}

/** The heads of columns, those of organisations under one name, in the order of the form as it is printed. */
export function upperHeads(sheet: Sheet, columns: readonly ColumnData[]): string[] {
  const [first] = columns.filter(isNested);
  return columns.flatMap((column) => (column === first ? [sheet.words('法人或其他组织')] : isNested(column) ? [] : [sheet.columnLabel(column)]));
}

/** Whether a column is one of several under a name of their own. */
export function isNested({ groups }: ColumnData): boolean {
  return (groups?.length ?? 0) > 1;
}

function requestsRow(sheet: Sheet, row: RowDefinition, before: RowDefinition | undefined, style: InlineStyle): string[] {
  const opened = row.groups.filter((group) => !(before?.groups ?? []).includes(group)).map((group) => sheet.label(group));
  const { own, prefix } = openGroups(sheet, opened, style);
  const label = flat(sheet.label(row));
  const figures = figureTexts(sheet, row);
  if (label.length <= style.labelLength) {
    return [...own, ...figureLines(sheet, [...prefix, label, ...figures], figures, style)];
  }
  const [first = '', ...rest] = cut(label, style.labelLength);
  const last = rest.pop() ?? '';
  const lines = sheet.random.pick([
    [[...prefix, first, ...figures], ...[...rest, last].map((text) => [text])],
    [[...prefix, first], ...rest.map((text) => [text]), [last, ...figures]],
    [[...prefix, first], ...rest.map((text) => [text]), [last], figures],
  ]);
  return [...own, ...lines.flatMap((texts) => figureLines(sheet, texts, figures, style))].filter((line) => line !== '');
}

/** One line, or two where its figures do not fit beside each other. */
function figureLines(sheet: Sheet, texts: readonly string[], figures: readonly string[], style: InlineStyle): string[] {
  const count = texts.filter((text) => figures.includes(text)).length;
  if (count < 3 || !sheet.random.chance(style.brokenFigures)) {
    return [joined(texts, style)];
  }
  const at = texts.length - sheet.random.integer(1, count - 1);
  return [joined(texts.slice(0, at), style), joined(texts.slice(at), style)];
}

/** The names of the groups that begin with a row; 三、本年度办理结果 may stand one character a line, as it is printed. */
function openGroups(sheet: Sheet, labels: readonly string[], style: InlineStyle): { own: string[]; prefix: string[] } {
  const own: string[] = [];
  const prefix: string[] = [];
  for (const label of labels) {
    if (label.startsWith('三') && sheet.random.chance(0.4)) {
      const [first = '', ...rest] = flat(label).split(/(?<=、)|(?<!^)(?=.)/).filter((piece) => piece.trim() !== '');
      own.push(first, ...rest);
    } else if (style.groups === 'own') {
      own.push(...label.split('\n'));
    } else {
      prefix.push(flat(label));
    }
  }
  return { own, prefix };
}

/** The names of the groups of section 四 and of its row that is in none, in the order of the form as it is printed. */
export function topLabels(sheet: Sheet, table: FormTable): string[] {
  return [...new Set(table.rows.map((row) => row.groups[0] ?? row))].map((top) => sheet.label(top));
}

function reviewLines(sheet: Sheet, table: FormTable, style: InlineStyle): string[] {
  const outcomes = (row: RowDefinition | undefined): string[] =>
    (row?.figures ?? []).map((figure) => sheet.columnLabel(figure.column));
  if (sheet.random.chance(0.2)) {
    return [
      ...headerLines(outcomes(table.rows[0]), style),
      ...table.rows.map((row) => joined([flat(sheet.label(row)), ...figureTexts(sheet, row)], style)),
    ];
  }
  const tops = topLabels(sheet, table);
  const kinds = table.rows.filter(({ groups }) => groups.length > 0).map((row) => sheet.label(row));
  const header = sheet.random.chance(0.5) || table.rows[0]?.groups.length !== 0
    ? [...headerLines(tops, style), ...headerLines(kinds, style), ...headerLines(table.rows.flatMap(outcomes), style)]
    : [
      ...headerLines(tops, style),
      ...headerLines(table.rows.slice(0, 1).flatMap(outcomes), style),
      ...headerLines(kinds, style),
      ...headerLines(table.rows.slice(1).flatMap(outcomes), style),
    ];
  const figures = table.rows.flatMap((row) => figureTexts(sheet, row));
  return figures.length === 0 ? header : [...header, joined(figures, style)];
}
