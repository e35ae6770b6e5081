import * as l10n from '@vscode/l10n';
import type { FormFigure, FormTableView, FormView, ReportSummary } from '../service-types.ts';
import { columnShares } from './column-widths.ts';
import { cellAlign, isHead } from './grid.ts';
import { rowHeights } from './row-heights.ts';
import { sumFormula } from './sum-formula.ts';
import { writeWorkbook, type Sheet, type SheetCell } from './workbook.ts';
import { addAll } from '../syntax/lists.ts';

/** A report with its tables filled in. */
interface TabulatedReport extends Pick<ReportSummary, 'organ' | 'form'> {
  readonly path: string;
  readonly view: FormView;
}

/** The figures of reports as a workbook: a sheet with a row a report for each form, then a sheet a report as its form is printed. */
export function writeFiguresWorkbook(reports: readonly TabulatedReport[]): Uint8Array {
  const forms = [...new Set(reports.map(({ form }) => form))];
  const summaries = forms.map((form) => summarySheet(form, reports.filter((report) => report.form === form)));
  return writeWorkbook([...summaries, ...reports.map(reportSheet)]);
}

/** In characters. */
const organWidth = 24;
const yearWidth = 7;
const figureWidth = 11;

/** The tables' titles above the names of their figures, and below them one report a row. */
function summarySheet(form: ReportSummary['form'], reports: readonly TabulatedReport[]): Sheet {
  const facts: readonly (readonly [string, (report: TabulatedReport) => string | number | undefined])[] = [
    [l10n.t('Organ'), ({ organ }) => organ ?? ''], [l10n.t('Year'), ({ view }) => view.year ?? undefined], [l10n.t('File'), ({ path }) => path],
  ];
  const columns = summaryColumns(reports);
  const cells: SheetCell[] = facts.map(([name], column) => ({ row: 1, column, value: name, style: 'head' }));
  columns.forEach(({ figure }, at) => cells.push({ row: 1, column: facts.length + at, value: figure.name.join(' '), style: 'head' }));
  for (const title of new Set(columns.map((column) => column.title))) {
    const own = columns.flatMap((column, at) => (column.title === title ? [at] : []));
    cells.push({ row: 0, column: facts.length + (own[0] ?? 0), columnSpan: own.length, value: title, style: 'label' });
  }
  reports.forEach((report, index) => {
    const row = index + 2;
    facts.forEach(([, valueOf], column) => cells.push({ row, column, value: valueOf(report), style: 'label' }));
    const figures = new Map(report.view.tables.flatMap((table) => table.figures).map((figure) => [figure.id, figure]));
    columns.forEach(({ figure }, at) => {
      const own = figures.get(figure.id);
      cells.push({ row, column: facts.length + at, value: own && written(own), style: 'figure' });
    });
  });
  const widths = [organWidth, yearWidth, organWidth, ...columns.map(() => figureWidth)];
  const name = form === null ? l10n.t('Figures') : l10n.t('Figures (form of {0})', form);
  return { name, cells, widths, heights: rowHeights(cells, widths), frozen: { rows: 2, columns: 2 }, filteredBy: 1, isWide: true };
}

interface SummaryColumn {
  readonly title: string;
  readonly figure: FormFigure;
}

/** The figures of all tables that the reports have, in the order of the first report that has each; those of one table together. */
function summaryColumns(reports: readonly TabulatedReport[]): readonly SummaryColumn[] {
  const byTitle = new Map<string, Map<string, FormFigure>>();
  for (const { title, figures } of reports.flatMap(({ view }) => view.tables)) {
    const own = byTitle.get(title) ?? new Map<string, FormFigure>();
    figures.forEach((figure) => own.set(figure.id, own.get(figure.id) ?? figure));
    byTitle.set(title, own);
  }
  return [...byTitle].flatMap(([title, figures]) => [...figures.values()].map((figure) => ({ title, figure })));
}

/** What stands in a cell: the number as it was read, else the words. */
function written({ state, value, text }: FormFigure): string | number | undefined {
  return state === 'number' && value !== null ? value : text === '' ? undefined : text;
}

/** The whole width of a sheet, in characters. */
const sheetWidth = 95;
/** In points. */
const titleHeight = 30;

/** A report as its form is printed, the tables below each other; a total that is right is a formula. */
function reportSheet({ organ, view }: TabulatedReport): Sheet {
  const width = Math.max(1, ...view.tables.map((table) => table.width));
  const cells: SheetCell[] = [{ row: 0, column: 0, columnSpan: width, value: view.title, style: 'title' }];
  let row = 1;
  let differs = false;
  for (const table of view.tables) {
    cells.push({ row, column: 0, columnSpan: width, value: table.title, style: 'section' });
    const own = tableCells(table, { firstRow: row + 1, edges: edgesOf(table, width) });
    differs ||= own.some(({ style }) => style === 'differs');
    addAll(cells, own);
    row += table.rows.length + 2;
  }
  if (differs) {
    cells.push({ row, column: 0, columnSpan: width, value: l10n.t('Totals with a red ground are written as in the report: their parts make another number.'), style: 'note' });
  }
  const widths = Array.from({ length: width }, () => Math.round((10 * sheetWidth) / width) / 10);
  return { name: `${organ ?? view.title}${view.year ?? ''}` || l10n.t('Report'), cells, widths, heights: rowHeights(cells, widths).set(0, titleHeight) };
}

/** Where a table is laid on a sheet. */
interface Layout {
  readonly firstRow: number;
  /** The column of the sheet at which each column of the table begins; behind the last the one at which it ends. */
  readonly edges: readonly number[];
}

/** A table with fewer columns than the sheet takes several of them for each of its own, by the width that it wants. */
function edgesOf(table: FormTableView, width: number): readonly number[] {
  let reached = 0;
  const ends = columnShares(gridOf(table)).map((share) => (reached += share) * width);
  const edges = [0];
  ends.forEach((end, at) => {
    const [last = 0, left] = [edges.at(-1), ends.length - 1 - at];
    edges.push(Math.min(width - left, Math.max(last + 1, Math.round(end))));
  });
  return edges;
}

/** With the figures as they are written. */
function gridOf({ width, rows, figures }: FormTableView): Parameters<typeof columnShares>[0] {
  const cells = rows.flatMap((row, at) => row.map((cell) => ({ ...cell, row: at, text: cell.figure === undefined ? cell.text : figures[cell.figure]?.text ?? '' })));
  return { width, height: rows.length, cells };
}

function tableCells(table: FormTableView, { firstRow, edges }: Layout): SheetCell[] {
  const columnOf = (column: number): number => edges[column] ?? column;
  const places = new Map(table.rows.flatMap((cells, at) => cells.flatMap(({ figure, column }) =>
    (figure === undefined ? [] : [[figure, { row: firstRow + at, column: columnOf(column) }] as const]))));
  return table.rows.flatMap((row, at) => row.map((cell): SheetCell => {
    const column = columnOf(cell.column);
    const place = { row: firstRow + at, column, rowSpan: cell.rowSpan, columnSpan: columnOf(cell.column + cell.columnSpan) - column };
    const figure = cell.figure === undefined ? undefined : table.figures[cell.figure];
    if (cell.figure === undefined || figure === undefined) {
      const isCentred = isHead(cell) || cellAlign(cell) === 'center';
      return { ...place, value: cell.text, style: isCentred ? 'head' : 'label' };
    }
    return { ...place, value: written(figure), ...totalOf(table, cell.figure, places) };
  }));
}

/** The formula of a total that is what its parts make; what differs from them stays as it is written, and shows it. */
function totalOf(table: FormTableView, index: number, places: ReadonlyMap<number, { readonly row: number; readonly column: number }>): Pick<SheetCell, 'formula' | 'style'> {
  const defining = table.identities.filter(({ left }) => table.figures[index]?.isTotal === true && left.length === 1 && left[0] === index);
  if (defining.some(({ state }) => state === 'broken')) {
    return { style: 'differs' };
  }
  const holding = defining.find(({ state }) => state === 'holds');
  const terms = holding?.right.flatMap((term) => places.get(term) ?? []) ?? [];
  return terms.length === 0 ? { style: 'figure' } : { style: 'figure', formula: sumFormula(terms) };
}
