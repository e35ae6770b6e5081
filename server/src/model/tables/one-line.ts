import { normalise } from '../../forms/vocabulary.ts';
import type { Cell, Row, Table } from '../../syntax/tree.ts';
import { areDoubtful, holdsOwn, mayHaveSlipped, goOnBelow } from './doubts/doubt.ts';
import { isContiguous, widthOf, type Picked } from './columns/grid.ts';
import { hasGrid } from './has-grid.ts';
import type { TableLabels } from './labels.ts';

/** A row of a table whose figures stand side by side, with the cells that may be figures. */
export interface Line {
  readonly part: Table;
  readonly row: Row;
  readonly figures: readonly Cell[];
}

/** The lines in which figures stand; among those of other tables the one that has all. */
export function linesOfFigures(lines: readonly Line[], wanted: number, labels: TableLabels): readonly Line[] {
  return completeOr(withoutNumbering(lines.filter((line) => line.figures.some((cell) => cell.kind === 'figure'))), wanted, labels);
}

/** Among rows of other tables the one that has all figures is meant, unless figures stand behind the heads of this one already. */
function completeOr(lines: readonly Line[], wanted: number, labels: TableLabels): readonly Line[] {
  const complete = lines.filter((line) => line.figures.filter((cell) => cell.kind === 'figure').length === wanted);
  const isBegun = lines.some((line) => !complete.includes(line) && !line.part.layout.keepsBlanks && endsInHead(line, labels));
  return complete.length === 1 && !isBegun ? complete : lines;
}

/** Whether the last words of a line are the head of a column. */
function endsInHead({ row }: Line, labels: TableLabels): boolean {
  const head = row.cells.findLast((cell) => cell.kind === 'text');
  return head !== undefined && (isColumn(head, labels) || labels.columnNamed(normalise(head.text.split(/\s+/u).at(-1) ?? '')) !== undefined);
}

/** Where no figure stands at all, the row of blanks below the header. */
export function blankLines(lines: readonly Line[], wanted: number, labels: TableLabels): Line[] {
  const header = lines.findLastIndex((line) => line.row.cells.some((cell) => isColumn(cell, labels)));
  return lines.slice(header + 1).filter((line) => line.part.layout.keepsBlanks && line.row.cells.length >= wanted).slice(0, 1);
}

function isColumn(cell: Cell, labels: TableLabels): boolean {
  return cell.kind === 'text' && labels.columnNamed(normalise(cell.text)) !== undefined;
}

/** The figures of all rows of the form, side by side; odd ones stand otherwise than their heads. */
export interface FigureLine {
  readonly part: Table;
  readonly row: Row;
  readonly cells: readonly Cell[];
  readonly isOdd: boolean;
}

/** The one line with all figures; or lines that make it up together where a page was too narrow. */
export function oneLineOf(lines: readonly Line[], wanted: number, parts: readonly Table[], labels: TableLabels): FigureLine | undefined {
  const [first] = lines;
  if (!first) {
    return undefined;
  }
  if (lines.length === 1 || lines.every((line) => line.figures.length >= wanted)) {
    if (contradicts(first, lines)) {
      return undefined;
    }
    const picked = pickLine(first, wanted, parts, labels);
    return picked && !isDoubtfulLine(first.part, picked.cells, labels) ? { part: first.part, row: first.row, ...picked } : undefined;
  }
  const together = lines.flatMap((line) => line.figures.filter((cell) => cell.kind === 'figure'));
  const goOn = new Set(lines.map((line) => line.part)).size === 1 && !hasHeadBetween(lines, labels);
  const startsBehindHeads = first.row.cells.every(({ kind }) => kind !== 'text') || endsInHead(first, labels);
  const isWhole = goOn && startsBehindHeads && together.length === wanted && !first.part.layout.keepsBlanks;
  return isWhole && !isDoubtfulLine(first.part, together, labels) ? { part: first.part, row: first.row, cells: together, isOdd: false } : undefined;
}

/** Lines without the numbers of the columns, 1 to 15, above the figures. */
function withoutNumbering(lines: readonly Line[]): readonly Line[] {
  const others = lines.filter(({ figures }) => figures.some(({ text }, at) => normalise(text) !== String(at + 1)));
  return others.length > 0 ? others : lines;
}

/** Whether another line of the same table has other figures: nothing tells which of them are this year's. */
function contradicts(first: Line, lines: readonly Line[]): boolean {
  const valuesOf = ({ figures }: Line): string => figures.filter(({ kind }) => kind === 'figure').map(({ text }) => normalise(text)).join(' ');
  return lines.some((line) => line !== first && line.part === first.part && valuesOf(line) !== valuesOf(first));
}

/** Whether words stand in the lines behind the first, or the names of columns or groups between them. */
function hasHeadBetween(lines: readonly Line[], { all }: TableLabels): boolean {
  const rows = lines.map(({ row }) => row);
  const [first, last] = [rows[0]?.start ?? 0, rows.at(-1)?.end ?? 0];
  return rows.slice(1).some(({ cells }) => cells.some(({ kind }) => kind === 'text'))
    || (lines[0]?.part.rows ?? []).some(({ start, end, cells }) => start > first && end < last && cells.some(({ kind, text }) => kind === 'text' && all.has(normalise(text))));
}

/** Whether figures that make up one line stand on so many, or each by itself below no heads, that their order is not certain. */
function isDoubtfulLine(part: Table, cells: readonly Cell[], labels: TableLabels): boolean {
  const isHeadless = part.layout.cellIsLine === true && headRows([part], labels).length === 0;
  return areDoubtful(labels.table.rows, part, cells, labels) || mayHaveSlipped(part, cells)
    || ((isHeadless || goOnBelow(part, cells)) && !holdsOwn(labels.table.figures, cells, labels.table));
}

/** The figures of a line that should have all of them; its own width says nothing. */
function pickLine({ figures, part, row }: Line, wanted: number, parts: readonly Table[], labels: TableLabels): Picked | undefined {
  const filled = figures.filter(({ kind }) => kind !== 'blank');
  const heads = headRows(parts, labels).filter((head) => part.layout.mergesCells || widthOf(head) === widthOf(row));
  const columns = new Set(heads.flatMap(({ cells }) => cells.filter((cell) => isColumn(cell, labels)).map(({ column }) => column)));
  if (figures.some((cell) => coveredBy(cell, columns) > 1)) {
    return undefined;
  }
  const isBelow = (cells: readonly Cell[]): boolean => cells.length === columns.size && cells.every(({ column }) => columns.has(column));
  if (filled.length === wanted && filled.every(({ kind }) => kind === 'figure')) {
    const isSpare = figures.length > wanted && !isBelow(filled);
    const isOdd = isSpare && hasGrid(part) && part.lossy !== true && !isSetAsHeads(filled, row, headRows(parts, labels), labels);
    return isSpare && !isContiguous(filled) ? undefined : { cells: filled, isOdd };
  }
  if (!hasGrid(part) || part.lossy) {
    return undefined;
  }
  const below = figures.filter(({ column }) => columns.has(column));
  const cells = columns.size === wanted ? below : figures.length === wanted && isAsWide(row, part) ? figures : [];
  return cells.length === wanted && filled.every((cell) => cells.includes(cell)) ? { cells, isOdd: false } : undefined;
}

/** Whether as many cells stand before and behind the figures of a line as before and behind rows of heads. */
function isSetAsHeads(filled: readonly Cell[], row: Row, heads: readonly Row[], labels: TableLabels): boolean {
  const before = (cells: readonly Cell[]): number => cells[0]?.column ?? 0;
  const behind = (cells: readonly Cell[], { cells: all }: Row): number => all.length - 1 - all.indexOf(cells.at(-1) as Cell);
  const named = heads.map((head) => ({ head, cells: head.cells.filter((cell) => isColumn(cell, labels)) }));
  return named.some(({ cells }) => before(cells) === before(filled)) && named.some(({ cells, head }) => behind(cells, head) === behind(filled, row));
}

/** Whether most other rows of the part have the row's width, or none is wider. */
function isAsWide(row: Row, { rows }: Table): boolean {
  const widths = rows.filter((other) => other !== row).map(widthOf);
  const same = widths.filter((width) => width === widthOf(row)).length;
  return same * 2 > widths.length || widths.every((width) => width <= widthOf(row));
}

/** The rows that name columns of figures. */
function headRows(parts: readonly Table[], labels: TableLabels): Row[] {
  return parts.flatMap(({ rows }) => rows).filter(({ cells }) => cells.some((cell) => isColumn(cell, labels)));
}

/** How many columns of figures a cell reaches over. */
function coveredBy({ column, merged }: Cell, columns: ReadonlySet<number>): number {
  return Array.from({ length: merged?.columns ?? 1 }, (_, at) => column + at).filter((at) => columns.has(at)).length;
}
