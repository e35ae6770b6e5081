import type { BlockData } from '../../../forms/form.ts';
import type { RowDefinition } from '../../../forms/table.ts';
import { normalise, spellings } from '../../../forms/vocabulary.ts';
import type { Cell, Row, Table } from '../../../syntax/tree.ts';
import { similarity } from '../../../syntax/vocabulary.ts';
import type { Candidate } from '../rows/candidate.ts';
import { widthOf, type Heads } from './grid.ts';
import { hasGrid } from '../has-grid.ts';
import { withoutNote, type TableLabels } from '../labels.ts';
import { greatest } from '../../../syntax/lists.ts';

const nearestRows = 4;

/** A row of a part of a table. */
interface RowPlace {
  readonly part: Table;
  readonly row: Row;
}

/**
 * The cells of a row below the headers that name its columns, where one row of headers above it names them all and has
 * as many cells; where a merged header is repeated, the first cell of those that say the same.
 */
export function pickBelowHeader(row: RowDefinition, candidate: Candidate, parts: readonly Table[], labels: TableLabels): readonly Cell[] | undefined {
  for (const header of headersAbove(candidate, parts).filter((above) => namesNoRow(above, labels))) {
    const picked = cellsBelow(header, row, candidate)?.filter((cell) => cell !== undefined);
    if (picked?.length === row.figures.length) {
      return picked;
    }
  }
  return undefined;
}

/**
 * The cells of a row by column, empty where the headers right above do not name it; only where all rows of its block have
 * as many cells as the headers.
 */
export function pickBelowFewerHeaders(
  row: RowDefinition, candidate: Candidate, block: () => readonly Candidate[], parts: readonly Table[], labels: TableLabels,
): readonly (Cell | undefined)[] | undefined {
  const header = headersAbove(candidate, parts).slice(0, 1).find((above) => namesNoRow(above, labels));
  const picked = header && block().every((one) => one.row.cells.length === header.cells.length) ? cellsBelow(header, row, candidate) : undefined;
  return picked?.some((cell) => cell !== undefined) ? picked : undefined;
}

/** Whether no cell of a row without figures is the label of a row that runs on in the next lines. */
function namesNoRow({ cells }: Row, labels: TableLabels): boolean {
  return cells.every(({ kind, text }) => kind !== 'text' || labels.columnNamed(normalise(text)) !== undefined || labels.rowNamed(normalise(text)) === undefined);
}

/** The row of headers of a block in a part, where it names columns of another block or another form. */
export function foreignHeader(block: BlockData, rows: readonly Candidate[], isHead: (normal: string) => boolean): Row | undefined {
  const header = rows[0] && headersOf(rows[0]);
  const isForeign = (text: string): boolean => [text, ...text.split(/\s+/u)].some((words) => foreignTo(block, normalise(words), isHead));
  const words = rows[0] && header ? [...wordsOf(header), ...brokenHeads(rows[0], normalise(block.corner ?? ''))] : [];
  return header?.cells.every(({ kind }) => kind !== 'figure') && words.some(isForeign) ? header : undefined;
}

function wordsOf({ cells }: Row): string[] {
  return cells.flatMap(({ kind, text }) => (kind === 'text' ? [text] : []));
}

/** The headers above a row on a page that breaks each over several lines: what stands below each other in those that have most. */
function brokenHeads({ part, row }: Candidate, corner: string): string[] {
  const at = part.rows.indexOf(row);
  const above = part.layout.keepsBlanks ? [] : part.rows.slice(Math.max(0, at - nearestRows), Math.max(0, at));
  const lines = above.slice(above.findLastIndex(({ cells }) => cells.some(({ kind }) => kind === 'figure')) + 1)
    .map((line) => wordsOf(line).flatMap((words) => words.split(/\s+/u)).filter((word) => word !== '' && normalise(word) !== corner));
  const count = Math.max(0, greatest(lines.map(({ length }) => length)));
  return Array.from({ length: count }, (_, column) => lines.filter(({ length }) => length === count).map((words) => words[column]).join(''));
}

/** The headers of a row: before its label where they stand in one line, else in the row above. */
function headersOf({ part, row, label }: Candidate): Row | undefined {
  const before = part.layout.keepsBlanks || !label ? [] : row.cells.slice(0, row.cells.indexOf(label));
  const at = part.rows.indexOf(row);
  return before.length > 0
    ? { ...row, cells: before }
    : part.rows.slice(Math.max(0, at - nearestRows), Math.max(0, at)).findLast(({ cells }) => cells.some(({ kind }) => kind !== 'blank'));
}

/** The cells of a row below headers of which some are foreign: only those below the names of its own columns. */
export function pickBelowForeignHeader(row: RowDefinition, { part, row: { cells }, label }: Candidate, header: Row): readonly (Cell | undefined)[] {
  const columns = header.cells.map(({ kind, text }) => (kind === 'text' ? columnAlike(normalise(text), row.block) : -1));
  return row.block.columns.map((_, at) => {
    const below = hasGrid(part) && header.cells.length === cells.length ? cells.filter((_, index) => columns[index] === at) : [];
    const [first] = below;
    return first !== label && below.every((cell) => cell.text.trim() === first?.text.trim()) ? first : undefined;
  });
}

const leastLikeness = 0.5;

/** Whether a text names a column of another block or form, and none of this block's under another name or in another place. */
function foreignTo(block: BlockData, normal: string, isHead: (normal: string) => boolean): boolean {
  return isHead(normal) && !block.columns.some((column) => names(normal, spellings(column)))
    && (block.columns.length > 1 || columnAlike(normal, block) < 0);
}

/** The index of the column of a block that a text names in the form's words or in words much like them; -1 if none. */
function columnAlike(normal: string, block: BlockData): number {
  const exact = columnNamed(normal, block);
  return exact >= 0 ? exact : block.columns.findIndex((column) => spellings(column).some((spelling) => similarity(normal, spelling) >= leastLikeness));
}

/** The nearest row of headers above that names all columns of a row. */
export function headsAbove(row: RowDefinition, place: RowPlace, parts: readonly Table[]): Heads | undefined {
  for (const header of headersAbove(place, parts)) {
    const normals = header.cells.map(({ kind, text }) => (kind === 'text' ? normalise(text) : ''));
    const counts = row.block.columns.map((column) => normals.filter((normal) => names(normal, spellings(column))).length);
    if (!counts.includes(0)) {
      return { width: widthOf(header), copies: greatest(counts) };
    }
  }
  return undefined;
}

/** The rows without figures close above a row, the nearest first. */
function headersAbove({ part, row }: RowPlace, parts: readonly Table[]): Row[] {
  const at = part.rows.indexOf(row);
  if (!part.layout.keepsBlanks || part.broken || at < 0) {
    return [];
  }
  const before = at < nearestRows ? parts[parts.indexOf(part) - 1]?.rows : undefined;
  const headers: Row[] = [];
  for (let above = at - 1; above >= at - nearestRows; above -= 1) {
    const row = above >= 0 ? part.rows[above] : before?.at(above);
    if (row && !row.cells.some(({ kind }) => kind === 'figure')) {
      headers.push(row);
    }
  }
  return headers;
}

/** By column of the form, the cell below its header, if any; undefined where the row has figures elsewhere or several for one column. */
function cellsBelow(header: Row, row: RowDefinition, { row: { cells }, figures, label }: Candidate): (Cell | undefined)[] | undefined {
  if (header.cells.length !== cells.length) {
    return undefined;
  }
  const columns = header.cells.map(({ kind, text }) => (kind === 'text' ? columnNamed(normalise(text), row.block) : -1));
  const picked = row.block.columns.map((_, at) => cells[columns.indexOf(at)]);
  const isOwn = cells.every((cell, at) => {
    const own = picked[columns[at] ?? -1];
    return own ? own.text.trim() === cell.text.trim() : cell.kind === 'blank' || !figures.includes(cell);
  });
  return isOwn && label !== undefined && !picked.includes(label) ? picked : undefined;
}

/** The index of the column of a row's block that a text names; -1 if none. */
function columnNamed(normal: string, block: BlockData): number {
  return block.columns.findIndex((column) => names(normal, spellings(column)));
}

function names(normal: string, spelled: readonly string[]): boolean {
  return normal !== '' && (spelled.includes(normal) || spelled.includes(withoutNote(normal)));
}
