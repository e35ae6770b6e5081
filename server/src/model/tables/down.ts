import { normalise } from '../../forms/vocabulary.ts';
import type { BlockData } from '../../forms/form.ts';
import type { RowDefinition } from '../../forms/table.ts';
import type { Cell, Table } from '../../syntax/tree.ts';
import type { BoundRow, Figure, Place, StrayRow, Unreadable } from '../report.ts';
import { align, assemble } from './align.ts';
import { candidatesOf, type Candidate } from './candidates.ts';
import { isDoubtful } from './doubt.ts';
import { figureOf, isFull } from './figures.ts';
import { pickBelowHeader } from './header.ts';
import { columnOrder, type HeadOrder } from './heads.ts';
import type { TableLabels } from './labels.ts';
import { mergedFigures, type MergedFigures } from './merged.ts';
import { standsTwice } from './side-by-side.ts';
import { uncertainAround, unreadFigures } from './unread.ts';
import { figureWindows, gridOf, headerWindow, pickByPosition, pickFigures } from './window.ts';

/** What reading a table against a form gives. */
export interface TableReading {
  readonly rows: readonly BoundRow[];
  readonly strays: readonly StrayRow[];
  readonly missingRows: readonly RowDefinition[];
  readonly missingColumns: readonly number[];
  readonly unreadable: Unreadable | undefined;
}

/** Reads a table whose rows stand one below the other. */
export function readDown(parts: readonly Table[], labels: TableLabels): TableReading {
  const candidates = candidatesOf(parts, labels);
  const { byRow, duplicates, unknown } = align(candidates, labels);
  const { rows } = labels.table;
  const lacking = missingColumns(candidates, byRow, labels);
  const counts = new Set(rows.map((row) => row.figures.length));
  const windows = new Map([...counts].map((count) => [count, figureWindows(candidates.filter((one) => expects(one, byRow, rows, count)), count)]));
  const complete = byRow.filter((candidate) => candidate !== undefined);
  const orders = new Map<BlockData, HeadOrder>();
  const orderIn = (block: BlockData): HeadOrder => {
    if (!orders.has(block)) {
      orders.set(block, columnOrder(block, parts, labels));
    }
    return orders.get(block);
  };
  const bound = rows.flatMap((row) => {
    const candidate = byRow[row.index];
    if (!candidate) {
      return [];
    }
    const window = windows.get(row.figures.length)?.get(candidate.part)?.get(gridOf(candidate));
    return [boundRow(row, candidate, { window: window ?? headerWindow(candidate, row.figures.length, labels), lacking, complete, labels, parts, orderIn })];
  });
  if (bound.some((row) => orders.get(row.definition.block) === 'unclear' && isLost(row))) {
    return { rows: [], strays: [], missingRows: [], missingColumns: [], unreadable: 'heads' };
  }
  const missingRows = rows.filter((row) => !byRow[row.index]);
  const isScrambled = seemsScrambled(candidates, byRow, Math.max(...counts)) || parts.some(standsTwice);
  const groups = candidates.filter((one) => one.isGroup && one.hasFigures && !byRow.includes(one));
  const strays: StrayRow[] = [
    ...unknown.map((one) => strayOf('unknown', one)),
    ...duplicates.map((one) => strayOf('duplicate', one)),
    ...groups.map((one) => strayOf('group-figures', one)),
  ];
  const unread = unreadFigures(parts, { rows: bound, strays, missingRows });
  const isBroken = isScrambled || isUnreadable(bound);
  const uncertain = isBroken || unread.length === 0 ? undefined : uncertainAround(unread, candidates, labels);
  const isCertain = (candidate: Candidate): boolean => (isBroken ? candidate.own.length > 0 : uncertain?.has(candidate) !== true);
  return {
    rows: isScrambled ? [] : bound.map((row) => (isCertain(byRow[row.definition.index] as Candidate) ? row : withoutFigures(row))),
    strays: strays.sort((one, other) => one.row.start - other.row.start),
    missingRows,
    missingColumns: lacking,
    unreadable: isBroken ? (hasMoreColumns(bound, parts) ? 'columns' : 'cells') : unread.length > 0 ? 'figures' : undefined,
  };
}

function expects(candidate: Candidate, byRow: readonly (Candidate | undefined)[], rows: readonly RowDefinition[], count: number): boolean {
  const row = candidate.named ?? rows[byRow.indexOf(candidate)];
  return row?.figures.length === count;
}

interface RowContext {
  readonly window: number | undefined;
  readonly lacking: readonly number[];
  readonly complete: readonly Candidate[];
  readonly labels: TableLabels;
  readonly parts: readonly Table[];
  /** The order in which the columns of a block stand. */
  readonly orderIn: (block: BlockData) => HeadOrder;
}

function boundRow(row: RowDefinition, candidate: Candidate, context: RowContext): BoundRow {
  const { chunk } = candidate.part;
  const merged = context.lacking.length === 0 ? mergedFigures(row, candidate, context.complete) : undefined;
  const found = cellsOf(row, candidate, context, merged);
  const cells = found && !isDoubtful(row, candidate, found, context.labels) ? found : [];
  const wanted = row.figures.filter((_, at) => !context.lacking.includes(at));
  const full = isFull(wanted.map((figure) => cells[row.figures.indexOf(figure)]));
  const figures = row.figures.map((definition, at): Figure | undefined => {
    const cell = cells[at];
    return cell && figureOf(definition, cell, { chunk, headerUnit: unitInHeader(definition.column.kind, context.parts), isFull: full });
  });
  const filled = candidate.figures.filter((cell) => cell.kind !== 'blank').length;
  const read = figures.filter((figure) => figure !== undefined).length;
  const pieced = candidate.named ? undefined : assembledLabel(candidate, row, context.labels);
  return {
    definition: row,
    row: candidate.row,
    label: pieced ? cellPlace(pieced, chunk) : labelPlace(candidate),
    labelText: (pieced ?? candidate.label)?.text.trim() ?? '',
    altered: candidate.named ? candidate.altered : candidate.label !== undefined && standsAlone(candidate) && (!pieced || holdsDigits(pieced, row, candidate, context.labels)),
    figures,
    wrongCount: merged ? merged.count : filled > 0 && read < wanted.length ? filled : undefined,
    merged: merged?.count !== undefined,
  };
}

/** The cells of a row by column of the form, an empty place where none was found; undefined where they cannot be told. */
function cellsOf(
  row: RowDefinition,
  candidate: Candidate,
  context: RowContext,
  merged: MergedFigures | undefined,
): readonly (Cell | undefined)[] | undefined {
  const { lacking } = context;
  const below = lacking.length === 0 && !merged ? pickBelowHeader(row, candidate, context.parts) : undefined;
  const order = below ? undefined : context.orderIn(row.block);
  if (below || order === 'unclear') {
    return below;
  }
  const columns = (order ?? row.figures.map((_, at) => at)).filter((at) => !lacking.includes(at));
  const found: readonly (Cell | undefined)[] | undefined =
    merged?.cells ??
    pickFigures(candidate, columns.length, context.window) ??
    pickByPosition(candidate, context.complete, columns.length) ??
    brokenOff(candidate, context.labels);
  const cells = new Array<Cell | undefined>(row.figures.length).fill(undefined);
  columns.forEach((column, at) => (cells[column] = found?.[at]));
  return found && cells;
}

/** The columns in which a table without identities breaks off: its first figures stand, the last are gone. */
function brokenOff(candidate: Candidate, labels: TableLabels): readonly Cell[] | undefined {
  const { figures, part } = candidate;
  return labels.table.system.identities.length === 0 && part.keepsBlanks && !part.lossy && figures.length < (candidate.named?.figures.length ?? 0)
    && figures.every(({ merged }) => merged === undefined)
    ? figures
    : undefined;
}

/** Whether no words above or below can belong to the label: only then is it known to be altered, and not just broken. */
function standsAlone({ part, pieces, own }: Candidate): boolean {
  return part.keepsBlanks || pieces.join('') === own.join('');
}

/** The marks of notes: raised, lowered and circled digits. */
const noteMarks = /[⁰¹²³⁴-⁹₀-₉①-⑳]/gu;

/** Whether a cell holds the whole label and digits typed before or behind it. */
function holdsDigits(cell: Cell, row: RowDefinition, { part }: Candidate, labels: TableLabels): boolean {
  const normal = normalise(cell.text.replace(noteMarks, ''));
  const bare = [normal.replace(/^\d+/u, ''), normal.replace(/\d+$/u, '')].filter((words) => words !== normal);
  return part.keepsBlanks && (labels.spellings[row.index] ?? []).some((label) => bare.includes(label));
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

function labelPlace(candidate: Candidate): Place {
  const cell = candidate.label ?? candidate.row.cells[0];
  const { chunk } = candidate.part;
  return cell ? cellPlace(cell, chunk) : { chunk, start: candidate.row.start, end: candidate.row.end };
}

/** The words of a cell without the white space around them. */
export function cellPlace(cell: Cell, chunk: Place['chunk']): Place {
  const lead = cell.text.length - cell.text.trimStart().length;
  const length = cell.text.trim().length;
  if (length === 0) {
    return { chunk, start: cell.start, end: cell.end };
  }
  const at = (offset: number): number => (cell.map ? cell.map(offset) : cell.start + offset);
  return { chunk, start: at(lead), end: at(lead + length - 1) + 1 };
}

/** A row of which it cannot be told whether the figures are its own. */
function withoutFigures(row: BoundRow): BoundRow {
  const count = row.figures.filter((figure) => figure !== undefined).length;
  return { ...row, figures: row.figures.map(() => undefined), wrongCount: count > 0 ? count : row.wrongCount };
}

function strayOf(kind: StrayRow['kind'], candidate: Candidate): StrayRow {
  return { kind, row: candidate.row, label: labelPlace(candidate), labelText: candidate.label?.text.trim() ?? '' };
}

/** `元` or `万元` where the words of the table name the unit of its amounts; a header may be broken over lines. */
function unitInHeader(kind: string, parts: readonly Table[]): string | undefined {
  if (kind !== 'amount') {
    return undefined;
  }
  const words = parts.flatMap((part) => part.rows.flatMap((row) => row.cells.filter((cell) => cell.kind === 'text').map((cell) => normalise(cell.text))));
  const all = words.join('');
  return all.includes('万元') ? '万元' : all.includes('元') ? '元' : undefined;
}

/** Columns that neither the header names nor the rows have figures for. */
function missingColumns(candidates: readonly Candidate[], byRow: readonly (Candidate | undefined)[], labels: TableLabels): number[] {
  const blocks = new Set(labels.table.rows.map((row) => row.block));
  if (blocks.size !== 1) {
    return [];
  }
  const count = labels.table.rows[0]?.figures.length ?? 0;
  const filled = byRow.flatMap((one) => (one && one.hasFigures ? [one.figures.filter((cell) => cell.kind === 'figure').length] : []));
  const short = filled.filter((figures) => figures === count - 1).length;
  if (filled.length === 0 || short * 4 < filled.length * 3) {
    return [];
  }
  const named = new Set<number>();
  for (const candidate of candidates) {
    if (!candidate.hasFigures) {
      candidate.row.cells.forEach((cell) => {
        const column = cell.kind === 'text' ? labels.columnNamed(normalise(cell.text)) : undefined;
        if (column !== undefined) {
          named.add(column);
        }
      });
    }
  }
  const lacking = Array.from({ length: count }, (_, at) => at).filter((at) => !named.has(at));
  return lacking.length === 1 ? lacking : [];
}

/** Whether cells are told apart, and all rows that cannot be read have more of them than the form. */
function hasMoreColumns(rows: readonly BoundRow[], parts: readonly Table[]): boolean {
  return parts.every(({ keepsBlanks, broken }) => keepsBlanks && broken !== true)
    && rows.every(({ wrongCount, figures }) => wrongCount === undefined || wrongCount > figures.length);
}

/** Whether the figures of a row stand there and none of them could be told. */
function isLost({ figures, wrongCount }: BoundRow): boolean {
  return wrongCount !== undefined && figures.every((figure) => figure === undefined);
}

/**
 * Whether lines do not stand in the order of the rows: one row seems to have the figures of several, or more than its own
 * while another one has none.
 */
function seemsScrambled(candidates: readonly Candidate[], byRow: readonly (Candidate | undefined)[], most: number): boolean {
  const isLine = ({ part }: Candidate): boolean => part.layout === 'lines';
  const hasTooMany = ({ named, figures }: Candidate): boolean => figures.length > (named?.figures.length ?? most);
  return candidates.some((one) => isLine(one) && one.figures.length > most + 1)
    || (candidates.some((one) => isLine(one) && hasTooMany(one)) && byRow.some((one) => one?.hasFigures !== true));
}

/** Most rows have another number of figures than the form: which figure belongs where cannot be told. */
function isUnreadable(rows: readonly BoundRow[]): boolean {
  const filled = rows.filter((row) => row.wrongCount !== undefined || row.figures.some((figure) => figure?.state === 'number'));
  const wrong = filled.filter((row) => row.wrongCount !== undefined).length;
  return wrong >= 3 && wrong * 2 > filled.length;
}
