import type { ColumnData } from '../../../server/src/forms/form.ts';
import type { FormTable, RowDefinition } from '../../../server/src/forms/table.ts';
import { cut } from '../marked-text.ts';
import type { Sheet } from '../sheet.ts';
import { isNested } from './inline.ts';
import { breakPage, flat, place, placedFigures, type PageStyle, type Placed } from './pdf-page.ts';

/** Character columns of the three levels of labels. */
const vertical = 0;
const groupColumn = 4;
const rowColumn = 12;
/** Longer heads take two lines. */
const shortHead = 2;

/** The table of section 三 as `pdftotext -layout` gives it. */
export function requestsLines(sheet: Sheet, table: FormTable, style: PageStyle): string[] {
  const { random, damage } = sheet;
  const scatter = verticalLabel(sheet);
  const broken = damage.pageBreaks ? random.integer(3, table.rows.length - 2) : -1;
  let present = style;
  const lines = headerLines(sheet, table, style);
  table.rows.forEach((row, at) => {
    if (at === broken) {
      lines.push(...breakPage(sheet));
      lines.push(...(damage.repeatedHeads ? headerLines(sheet, table, style) : []));
      present = { ...style, margin: random.integer(0, 7), figureStart: style.figureStart + random.integer(0, 5) };
    }
    lines.push(...rowLines(sheet, table, row, present, scatter), ...Array<string>(style.emptyLines).fill(''));
  });
  return joinFormFeeds(lines);
}

function joinFormFeeds(lines: readonly string[]): string[] {
  return lines.join('\n').replaceAll('\f\n', '\f').split('\n');
}

function headerLines(sheet: Sheet, table: FormTable, style: PageStyle): string[] {
  const columns = table.data.blocks[0]?.columns ?? [];
  const at = (index: number): number => style.figureStart + index * style.columnWidth;
  const corner = cut(flat(sheet.words(table.data.corner ?? '')), sheet.random.pick([14, 21]));
  const label = (index: number): string => {
    const column = columns[index];
    return column === undefined ? '' : flat(sheet.columnLabel(column));
  };
  const indexes = columns.map((_, index) => index);
  const nested = indexes.filter((index) => isNested(columns[index] as ColumnData));
  const single = indexes.filter((index) => !nested.includes(index));
  const lines = [
    place([{ at: at(3), text: flat(sheet.words('申请人情况')) }], style),
    place([{ at: 0, text: corner[0] ?? '' }, { at: at(nested[2] ?? 3), text: flat(sheet.words('法人或其他组织')) }], style),
    ...corner.slice(1).map((text) => place([{ at: 0, text }], style)),
    place(single.map((index) => ({ at: at(index), text: label(index) })), style),
  ];
  if (sheet.random.chance(0.3)) {
    return [...lines.slice(0, 2), ...narrowLabels(columns.map((_, index) => ({ at: at(index), text: label(index) })), sheet, style)];
  }
  const heads = nested.map((index) => ({ at: at(index), text: label(index) }));
  const halves = heads.filter(({ text }) => text.length > shortHead).map((head) => ({ at: head.at, pieces: cut(head.text, 3) }));
  const short = heads.filter(({ text }) => text.length <= shortHead);
  const parts = (part: number): Placed[] => halves.map((half) => ({ at: half.at, text: half.pieces[part] ?? '' }));
  return [...lines, place(parts(0), style), place(short, style), place(parts(1), style)]
    .filter((line) => line !== '');
}

/** Column labels of one or two characters a line, each set in the middle of its cell, as narrow columns have them. */
function narrowLabels(labels: readonly Placed[], sheet: Sheet, style: PageStyle): string[] {
  const pieces = labels.map(({ text }) => cut(text, sheet.random.pick([1, 2, 2])));
  const height = Math.max(...pieces.map(({ length }) => length));
  return Array.from({ length: height }, (_, line) => place(labels.map(({ at }, index) => {
    const own = pieces[index] ?? [];
    return { at, text: own[line - Math.floor((height - own.length) / 2)] ?? '' };
  }), style)).filter((line) => line !== '');
}

/** The pieces of 三、本年度办理结果 that are still to be set, one or two characters a line, or all in one line. */
function verticalLabel(sheet: Sheet): { take(): Placed[]; own(): string[] } {
  const pieces = sheet.random.chance(0.3)
    ? [' 三 、本 年 度办 理 结果']
    : sheet.random.pick([['三、', '本', '年', '度', '办', '理', '结', '果'], ['三、本', '年度', '办理', '结果'], ['三、本年度办理结果']]);
  let next = 0;
  const take = (): string => pieces[next++] ?? '';
  return {
    take: () => (pieces.length > 1 && sheet.random.chance(0.4) ? [{ at: vertical, text: take() }] : []),
    own: () => (sheet.random.chance(0.4) || pieces.length === 1 ? [take()].filter((piece) => piece !== '') : []),
  };
}

type Scatter = ReturnType<typeof verticalLabel>;

function rowLines(sheet: Sheet, table: FormTable, row: RowDefinition, style: PageStyle, scatter: Scatter): string[] {
  const figures = placedFigures(sheet, row, style);
  const label = flat(sheet.label(row));
  if (row.groups.length === 0) {
    return [place([{ at: 0, text: label }, ...figures], style)];
  }
  const own = scatter.own();
  const group = row.groups.length > 1 ? groupName(sheet, table, row) : { before: [], same: '', after: [] };
  const column = row.groups.length > 1 ? rowColumn : groupColumn;
  const lead = [...scatter.take(), { at: groupColumn, text: group.same }];
  return [
    ...own.map((text) => place([{ at: vertical, text }], style)),
    ...group.before.map((text) => place([{ at: groupColumn, text }], style)),
    ...labelled(sheet, label, column, figures, lead, style),
    ...group.after.map((text) => place([{ at: groupColumn, text }], style)),
  ];
}

/** A row whose label may take several lines, with the figures before, between, beside or after them. */
function labelled(
  sheet: Sheet,
  label: string,
  column: number,
  figures: readonly Placed[],
  lead: readonly Placed[],
  style: PageStyle,
): string[] {
  const pieces = cut(label, style.labelWidth);
  const at = (text: string, ...others: readonly Placed[]): string => place([...others, { at: column, text }], style);
  const [first = '', ...rest] = pieces;
  if (rest.length === 0) {
    return [place([...lead, { at: column, text: first }, ...figures], style)];
  }
  const beside = sheet.damage.blanks > 0 ? 'beside' : sheet.random.pick(['before', 'between', 'after', 'beside']);
  const numbers = place(figures, style);
  const middle = sheet.random.integer(0, pieces.length - 1);
  switch (beside) {
    case 'before': return [numbers, at(first, ...lead), ...rest.map((text) => at(text))];
    case 'between': return [at(first, ...lead), numbers, ...rest.map((text) => at(text))];
    case 'after': return [at(first, ...lead), ...rest.map((text) => at(text)), numbers];
    default: return pieces.map((text, index) => place([
      ...(index === 0 ? lead : []), { at: column, text }, ...(index === middle ? figures : []),
    ], style));
  }
}

interface GroupName {
  readonly before: readonly string[];
  readonly same: string;
  readonly after: readonly string[];
}

/** The group's name stands at the middle of its rows, whole or cut in two. */
function groupName(sheet: Sheet, table: FormTable, row: RowDefinition): GroupName {
  const group = row.groups[row.groups.length - 1];
  const rows = table.rows.filter((each) => group !== undefined && each.groups.includes(group));
  if (group === undefined || rows.indexOf(row) !== Math.floor((rows.length - 1) / 2)) {
    return { before: [], same: '', after: [] };
  }
  const name = flat(sheet.label(group));
  const [first = '', second = ''] = cut(name, 5);
  return sheet.random.pick<GroupName>([
    { before: [], same: name, after: [] },
    { before: [name], same: '', after: [] },
    { before: [first], same: '', after: [second] },
    { before: [], same: first, after: [second] },
    { before: [first], same: second, after: [] },
  ]);
}
