import { normalise } from '../../forms/vocabulary.ts';
import type { RowDefinition } from '../../forms/table.ts';
import type { Cell, Row, Table } from '../../syntax/tree.ts';
import type { BoundRow } from '../report.ts';
import { figuresBeside } from './rows/candidates.ts';
import { breaksOwn, mayHaveSlipped } from './doubts/doubt.ts';
import type { TableReading } from './down.ts';
import { figureOf, isFull } from './rows/figures.ts';
import { Grid, gridRowOf } from './columns/grid.ts';
import { hasGrid } from './has-grid.ts';
import { headsAbove } from './columns/header.ts';
import { repeatedColumnOrder, rowOrder } from './columns/heads.ts';
import type { TableLabels } from './labels.ts';
import { blankLines, linesOfFigures, oneLineOf, type FigureLine, type Line } from './one-line.ts';
import { cellPlace } from '../places.ts';
import { standsTwice } from './side-by-side.ts';
import { unreadFigures } from './doubts/unread.ts';

const longestCaption = 40;

/** Reads a table whose rows stand side by side in one line of figures, or in one small table each. */
export function readAcross(parts: readonly Table[], labels: TableLabels): TableReading {
  const rows = labels.table.rows;
  const wanted = rows.reduce((sum, row) => sum + row.figures.length, 0);
  const lines = parts.flatMap((part) => part.rows.map((row) => ({ part, row, figures: figureCells(row, part) })));
  const filled = linesOfFigures(lines, wanted, labels);
  const oneLine = oneLineOf(filled.length > 0 ? filled : blankLines(lines, wanted, labels), wanted, parts, labels);
  const orders = { rows: oneLine && rowOrder(parts, labels), columns: rows[0] && repeatedColumnOrder(rows[0].block, parts, labels) };
  const isTwice = parts.some(standsTwice);
  if (isTwice || orders.rows === 'unclear' || orders.columns === 'unclear') {
    return { rows: [], unboundRows: [], missingRows: [], missingColumns: [], foreignBlocks: [], unreadable: isTwice ? 'cells' : 'heads' };
  }
  const split = oneLine && splitLine(oneLine, rows, orders.rows, orders.columns);
  const bound = oneLine?.isOdd === true && breaksTable(split ?? [], labels) ? [] : split ?? groupsOf(lines, parts, labels, orders.columns);
  const [first] = filled;
  const names = lines.reduce((named, line) => namedInLine(line, labels, named), new Set<RowDefinition>());
  const unbound = rows.filter((row) => !bound.some((one) => one.definition === row));
  const lost = unbound.filter((row) => bound.length > 0 || !names.has(row));
  const broken = bound.length === 0 && first ? [brokenRow(first, rows[0] as RowDefinition)] : [];
  const all = [...bound, ...broken];
  const missingRows = oneLine || filled.length === 0 ? [] : lost.length < rows.length ? lost : [];
  const isBroken = all.some((row) => row.wrongCount !== undefined) && filled.some(({ part }) => part.layout.cellIsLine);
  const isUnread = holdsTooMany(filled, wanted)
    || unreadFigures(parts, { rows: all, unboundRows: [], missingRows: unbound, ...(broken.length > 0 ? { wanted } : {}) }).length > 0;
  return {
    rows: isUnread && parts.some(({ layout }) => !layout.keepsBlanks) ? [] : all,
    unboundRows: [],
    missingRows,
    missingColumns: [],
    foreignBlocks: [],
    unreadable: isBroken ? 'cells' : isUnread ? 'figures' : undefined,
  };
}

/** Whether figures that stand otherwise than their heads contradict each other: a cell too many may be among them. */
function breaksTable(rows: readonly BoundRow[], { table }: TableLabels): boolean {
  return breaksOwn(rows.flatMap(({ definition }) => definition.figures), rows.flatMap(({ figures }) => figures.map((figure) => figure?.cell)), table);
}

/** Whether lines without delimiters hold more figures than the form wants: other tables' stand beside them, and nothing tells which. */
function holdsTooMany(lines: readonly Line[], wanted: number): boolean {
  const loose = lines.filter(({ part }) => !part.layout.keepsBlanks);
  return loose.reduce((sum, { figures }) => sum + figures.filter((cell) => cell.kind === 'figure').length, 0) > wanted;
}

/** The cells of a row that may be figures: behind its label, if it has one. */
function figureCells(row: Row, part: Table): readonly Cell[] {
  const lastText = row.cells.findLastIndex((cell, at) => cell.kind === 'text' && row.cells.slice(at + 1).some((other) => other.kind === 'figure')
    && !row.cells.slice(0, at).some((other) => other.kind === 'figure'));
  const last = row.cells.length - 1;
  const behind = figuresBeside(row.cells, lastText < 0 && row.cells[last]?.kind === 'text' ? last : lastText);
  return part.layout.keepsBlanks ? behind : behind.filter((cell) => cell.kind !== 'blank');
}

/** The order of rows or columns in the text, where it is not the form's. */
type Order = readonly number[] | undefined;

function splitLine(line: FigureLine, rows: readonly RowDefinition[], rowOrder: Order, columnOrder: Order): BoundRow[] {
  let at = 0;
  const inText = rowOrder ? rowOrder.flatMap((index) => rows[index] ?? []) : rows;
  const bound = inText.map((definition) => {
    const cells = line.cells.slice(at, at + definition.figures.length);
    at += definition.figures.length;
    return rowOf(definition, line, inOrder(cells, columnOrder), line.isOdd);
  });
  return rowOrder ? bound.sort((one, other) => one.definition.index - other.definition.index) : bound;
}

/** Cells as they stand in the text by column of the form. */
function inOrder(cells: readonly Cell[], order: Order): readonly Cell[] {
  return order ? cells.flatMap((_, at) => cells[order.indexOf(at)] ?? []) : cells;
}

function rowOf(definition: RowDefinition, line: { part: Table; row: Row }, cells: readonly Cell[], isOdd = false): BoundRow {
  const { chunk } = line.part;
  const label = cells[0] ?? line.row.cells[0];
  const full = isFull(cells);
  return {
    definition,
    row: line.row,
    label: label ? cellPlace(label, chunk) : { chunk, start: line.row.start, end: line.row.end },
    labelText: '',
    altered: false,
    figures: definition.figures.map((figure, at) => {
      const cell = cells[at];
      return cell && figureOf(figure, cell, { chunk, isFull: full });
    }),
    wrongCount: undefined,
    merged: false,
    isOdd,
  };
}

/** Small tables, or lines that each name their group: five figures behind or below the group's name. */
function groupsOf(lines: readonly Line[], parts: readonly Table[], labels: TableLabels, order: Order): BoundRow[] {
  const found = new Map<RowDefinition, Line>();
  const singles = new Map<RowDefinition, Map<number, Line>>();
  let named = new Set<RowDefinition>();
  let part: Table | undefined;
  let isUsed = false;
  let words = '';
  for (const line of lines) {
    if (line.part !== part) {
      part = line.part;
      named = namedIn(part.caption ?? '', labels, new Set());
    }
    words += line.row.cells.filter((cell) => cell.kind === 'text').map((cell) => normalise(cell.text)).join('');
    const here = namedInWords(line.row, labels, new Set());
    named = new Set(isUsed && here.size > 0 ? here : [...named, ...here]);
    isUsed &&= here.size === 0;
    const [group] = named.size === 1 && (line.part.layout.keepsBlanks || !namesSeveral(words, labels)) ? named : [];
    const filled = line.figures.filter((cell) => cell.kind !== 'blank');
    const column = filled.length === 1 ? columnOf(line.row, labels) : undefined;
    if (group && column !== undefined) {
      const cells = singles.get(group) ?? new Map<number, Line>();
      singles.set(group, cells.set(column, line));
      isUsed = true;
      words = '';
      continue;
    }
    if (group && filled.some((cell) => cell.kind === 'figure') && !found.has(group)) {
      found.set(group, line);
    }
    if (filled.some((cell) => cell.kind === 'figure')) {
      named = new Set();
      words = '';
    }
  }
  const bound = boundGroups(found, parts, labels, order);
  return labels.table.rows.flatMap((row) => bound.get(row) ?? standing(row, singles.get(row)) ?? []);
}

/** The rows of the form that were found in a line each. */
function boundGroups(found: ReadonlyMap<RowDefinition, Line>, parts: readonly Table[], { table }: TableLabels, order: Order): Map<RowDefinition, BoundRow> {
  const gridRows = new Map([...found].filter(([, { part }]) => hasGrid(part)).map(([group, { part, row, figures }]) => {
    const label = row.cells[row.cells.indexOf(figures[0] as Cell) - 1];
    return [group, gridRowOf({ part, row, label, figures, offset: 0 }, group.block, group.figures.length, () => headsAbove(group, { part, row }, parts))];
  }));
  const grid = new Grid([...gridRows.values()], parts);
  return new Map([...found].map(([group, line]) => {
    const gridRow = gridRows.get(group);
    const filled = line.figures.filter(({ kind }) => kind !== 'blank');
    const picked = gridRow ? grid.pick(gridRow) : filled.length === group.figures.length ? { cells: filled, isOdd: false } : undefined;
    const cells = picked && inOrder(picked.cells, order);
    const isRead = cells && !mayHaveSlipped(line.part, cells) && !(picked.isOdd && breaksOwn(group.figures, cells, table));
    return [group, isRead ? rowOf(group, line, cells, picked.isOdd) : brokenRow(line, group)];
  }));
}

/** Whether the header above names a column more than once: its figures are of several groups then. */
function namesSeveral(words: string, labels: TableLabels): boolean {
  const names = labels.table.rows[0]?.block.columns.map((column) => normalise(column.label)) ?? [];
  return names.some((name) => words.split(name).length > 2);
}

/** The column that a line with one figure names. */
function columnOf(row: Row, labels: TableLabels): number | undefined {
  const words = row.cells.filter((cell) => cell.kind === 'text');
  return words.length === 1 && words[0] ? labels.columnNamed(normalise(words[0].text)) : undefined;
}

/** A group whose figures stand one below the other, each with its column's name. */
function standing(row: RowDefinition, lines: ReadonlyMap<number, Line> | undefined): BoundRow | undefined {
  const [first] = lines?.values() ?? [];
  if (!lines || !first) {
    return undefined;
  }
  const cells = row.figures.map((_, at) => lines.get(at)?.figures.find((cell) => cell.kind !== 'blank'));
  const whole = cells.filter((cell) => cell !== undefined);
  return whole.length === cells.length ? rowOf(row, first, whole) : brokenRow(first, row);
}

function namedInLine({ row, part }: Line, labels: TableLabels, before: ReadonlySet<RowDefinition>): Set<RowDefinition> {
  return namedIn(part.caption ?? '', labels, namedInWords(row, labels, before));
}

function namedInWords(row: Row, labels: TableLabels, before: ReadonlySet<RowDefinition>): Set<RowDefinition> {
  const words = row.cells.filter((cell) => cell.kind === 'text');
  return words.reduce<Set<RowDefinition>>((named, cell) => namedIn(cell.text, labels, named), new Set(before));
}

/** The groups named so far and those that a short text names, alone or among other words; longer names first. */
function namedIn(text: string, labels: TableLabels, before: ReadonlySet<RowDefinition>): Set<RowDefinition> {
  const named = new Set(before);
  let rest = text.length <= longestCaption ? normalise(text) : '';
  for (const { row, label } of labels.byLength) {
    if (rest.includes(label)) {
      named.add(row);
      rest = rest.replaceAll(label, ' ');
    }
  }
  return named;
}

function brokenRow(line: Line, definition: RowDefinition): BoundRow {
  const { figures } = line;
  return {
    ...rowOf(definition, line, []),
    wrongCount: figures.filter((cell) => cell.kind === 'figure').length,
    merged: figures.some(({ merged }) => (merged?.columns ?? 1) > 1),
  };
}
