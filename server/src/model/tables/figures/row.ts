import type { RowDefinition } from '../../../forms/table.ts';
import { normalise } from '../../../forms/vocabulary.ts';
import { readNumber } from '../../../syntax/number.ts';
import type { Cell, Table } from '../../../syntax/tree.ts';
import { cellPlace } from '../../places.ts';
import type { BoundRow, Figure, Place } from '../../report.ts';
import { assemble } from '../rows/align.ts';
import type { BlockColumns } from '../columns/block-columns.ts';
import type { Candidate } from '../rows/candidate.ts';
import { breaksOwn, isDoubtful, mayHaveMovedUp, mayHaveSlipped } from '../doubts/doubt.ts';
import { figureOf, isFull } from '../rows/figures.ts';
import { mayBeRunTogether } from '../doubts/glued.ts';
import type { Picked } from '../columns/grid.ts';
import { hasGrid } from '../has-grid.ts';
import { pickBelowFewerHeaders, pickBelowForeignHeader, pickBelowHeader } from '../columns/header.ts';
import { withoutNote, type TableLabels } from '../labels.ts';
import { mergedFigures, type MergedFigures } from './merged.ts';
import { pickAll, pickByPosition } from './window.ts';

/** The cells of a row's figures, by column of the form. */
interface Found {
  readonly cells: readonly (Cell | undefined)[];
  readonly isOdd: boolean;
}

/** What the table around a row says of it. */
interface RowContext {
  /** The figures of the row by the grid of its part, if that has one. */
  readonly picked: Picked | undefined;
  readonly lacking: readonly number[];
  readonly complete: readonly Candidate[];
  readonly columns: BlockColumns;
  readonly labels: TableLabels;
  readonly parts: readonly Table[];
}

/** The row of the form that a candidate is, with its figures. */
export function boundRow(row: RowDefinition, candidate: Candidate, context: RowContext): BoundRow {
  const { chunk } = candidate.part;
  const merged = context.lacking.length === 0 ? mergedFigures(row, candidate, context.complete) : undefined;
  const spelled = context.labels.spellings[row.index] ?? [];
  const isGlued = !candidate.named && hasGrid(candidate.part) && candidate.label !== undefined && holdsFigure(candidate.label, spelled);
  const read = cellsOf(row, candidate, context, merged);
  const found = isGlued && !isFull(read?.cells ?? [undefined]) ? undefined : read;
  const wanted = row.figures.filter((_, at) => !context.lacking.includes(at));
  const isUncertain = found && (mayHaveMovedUp(row, found.cells, context.labels.table) || isDoubtful(row, candidate, found.cells, context.labels)
    || mayBeRunTogether(row, candidate, found.cells, context.parts, context.labels)
    || mayHaveSlipped(candidate.part, found.cells.filter((_, at) => !context.lacking.includes(at))));
  const cells = found && !isUncertain ? found.cells : [];
  const full = isFull(wanted.map((figure) => cells[row.figures.indexOf(figure)])) && !holdsTwoRows(row, cells, context.labels);
  const figures = row.figures.map((definition, at): Figure | undefined => {
    const cell = cells[at];
    return cell && figureOf(definition, cell, { chunk, headerUnit: unitInHeader(definition.column.kind, context.parts), isFull: full });
  });
  const filled = candidate.figures.filter((cell) => cell.kind !== 'blank').length || (candidate.named ? wordsBeside(candidate) : 0);
  const count = figures.filter((figure) => figure !== undefined).length;
  const pieced = candidate.named ? undefined : assembledLabel(candidate, row, context.labels);
  return {
    definition: row,
    row: candidate.row,
    label: pieced ? cellPlace(pieced, chunk) : labelPlace(candidate),
    labelText: (pieced ?? candidate.label)?.text.trim() ?? '',
    altered: candidate.named ? candidate.altered
      : candidate.label !== undefined && standsAlone(candidate) && (!pieced || (candidate.part.layout.keepsBlanks && holdsFigure(pieced, spelled))),
    figures,
    wrongCount: merged ? merged.count : (filled > 0 || isGlued) && count < wanted.length ? filled : undefined,
    merged: merged?.count !== undefined,
    isOdd: found?.isOdd ?? false,
  };
}

/** Whether white space parts the digits in every cell, and they are not all numbers, or do not agree as such: they are those of two rows. */
function holdsTwoRows({ figures }: RowDefinition, cells: readonly (Cell | undefined)[], { table }: TableLabels): boolean {
  const areParted = cells.length > 1 && cells.every((cell) => cell !== undefined && /\d\s+\d/u.test(cell.text));
  return areParted && (cells.some((cell) => cell && readNumber(cell.text).state === 'text') || breaksOwn(figures, cells, table));
}

/** The cells of a row by column of the form, an empty place where none was found; undefined where they cannot be told. */
function cellsOf(row: RowDefinition, candidate: Candidate, context: RowContext, merged: MergedFigures | undefined): Found | undefined {
  const { lacking, labels, parts } = context;
  const below = lacking.length === 0 && !merged ? pickBelowHeader(row, candidate, parts, labels) : undefined;
  const foreign = below ? undefined : context.columns.foreignIn(row.block, candidate.part);
  if (foreign) {
    return { cells: pickBelowForeignHeader(row, candidate, foreign), isOdd: false };
  }
  const order = below ? undefined : context.columns.orderIn(row.block);
  if (below || order === 'unclear') {
    return below && { cells: below, isOdd: false };
  }
  const columns = (order ?? row.figures.map((_, at) => at)).filter((at) => !lacking.includes(at));
  const inColumns = (found: readonly (Cell | undefined)[]): (Cell | undefined)[] => {
    const cells = new Array<Cell | undefined>(row.figures.length).fill(undefined);
    columns.forEach((column, at) => (cells[column] = found[at]));
    return cells;
  };
  const picked = merged ? undefined : context.picked;
  const cells = picked && inColumns(picked.cells);
  const fewer = merged || lacking.length > 0 || order ? undefined
    : pickBelowFewerHeaders(row, candidate, () => context.columns.rowsIn(row.block, candidate.part), parts, labels);
  if (fewer && (!cells || cells.some((cell, at) => cell?.kind !== 'blank' && !fewer[at]))) {
    return { cells: fewer, isOdd: false };
  }
  if (cells) {
    return picked.isOdd && breaksOwn(row.figures, cells, labels.table) ? undefined : { cells, isOdd: picked.isOdd };
  }
  const rest = merged?.cells
    ?? (hasGrid(candidate.part) ? undefined : pickAll(candidate, columns.length, context.complete))
    ?? pickByPosition(candidate, context.complete, columns.length)
    ?? brokenOff(candidate, labels);
  return rest && { cells: inColumns(rest), isOdd: false };
}

/** The columns in which a row of a table without identities breaks off, where it lost its last cells together with its end. */
function brokenOff({ figures, part, isCutOff, named }: Candidate, labels: TableLabels): readonly Cell[] | undefined {
  return isCutOff && part.layout.cutsCells && labels.table.system.identities.length === 0
    && figures.length < (named?.figures.length ?? 0) && figures.every(({ kind }) => kind !== 'blank')
    ? figures
    : undefined;
}

/** Whether no words above or below can belong to the label: only then is it known to be altered, and not just broken. */
function standsAlone({ part, pieces, own }: Candidate): boolean {
  return part.layout.keepsBlanks || pieces.join('') === own.join('');
}

/** The marks of notes: raised, lowered and circled digits. */
const noteMarks = /[⁰¹²³⁴-⁹₀-₉①-⑳]/gu;

/** What may be a figure that lost its delimiter, normalised. */
const looseFigure = /^(?:[+-]|[增减])?\d[\d.,]*(?:万?元)?$/u;

/** Whether a cell holds a whole label and a number before or behind it. */
function holdsFigure(cell: Cell, spelled: readonly string[]): boolean {
  const normal = normalise(cell.text.replace(noteMarks, ''));
  return spelled.some((label) => normal.length > label.length && looseFigure.test(
    normal.startsWith(label) ? normal.slice(label.length) : normal.endsWith(label) ? normal.slice(0, -label.length) : '',
  ));
}

const longestTail = 60;

/** How many numerals, or words in their place, stand behind a label where cells are told by white space: the row is not blank. */
function wordsBeside({ part, row: { cells }, label }: Candidate): number {
  const behind = part.layout.keepsBlanks || !label ? [] : cells.slice(cells.indexOf(label) + 1).map(({ text }) => withoutNote(normalise(text)));
  return behind.reduce((sum, words) => sum + (words.length > longestTail ? 0 : words.match(/\d[\d.,]*/gu)?.length ?? Math.min(1, words.length)), 0);
}

/** The cell in which the official label starts, where the words around the row make it up. */
function assembledLabel(candidate: Candidate, row: RowDefinition, labels: TableLabels): Cell | undefined {
  for (const label of labels.spellings[row.index] ?? []) {
    const { length, first } = assemble(label, candidate.pieces);
    if (length === label.length) {
      return candidate.pieceCells[first];
    }
  }
  return undefined;
}

/** Where the label of a row stands; the row itself where it has none. */
export function labelPlace(candidate: Candidate): Place {
  const cell = candidate.label ?? candidate.row.cells[0];
  const { chunk } = candidate.part;
  return cell ? cellPlace(cell, chunk) : { chunk, start: candidate.row.start, end: candidate.row.end };
}

/** `元` or `万元` where the words of the table name the unit of its amounts; a header may be broken over lines, between 万 and 元 too. */
export function unitInHeader(kind: string, parts: readonly Table[]): string | undefined {
  if (kind !== 'amount') {
    return undefined;
  }
  const words = parts.flatMap((part) => part.rows.flatMap((row) => row.cells.filter((cell) => cell.kind === 'text').map((cell) => normalise(cell.text))));
  const all = words.join('');
  return all.includes('万') ? '万元' : all.includes('元') ? '元' : undefined;
}
