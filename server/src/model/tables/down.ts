import { normalise, spellings } from '../../forms/vocabulary.ts';
import type { BlockData, ColumnData } from '../../forms/form.ts';
import type { RowDefinition } from '../../forms/table.ts';
import type { Cell, Row, Table } from '../../syntax/tree.ts';
import type { BoundRow, UnboundRow, Unreadable } from '../report.ts';
import { align } from './align.ts';
import { besideLackingRows } from './beside-label.ts';
import type { Candidate } from './candidate.ts';
import { candidatesOf } from './candidates.ts';
import { breaksOwn, holdsOwn } from './doubt.ts';
import { withoutEmptyColumns } from './empty-columns.ts';
import { Grid, gridRowOf, hasGrid } from './grid.ts';
import { foreignHeader, headsAbove } from './header.ts';
import type { HeadOrder } from './head-order.ts';
import { columnOrder } from './heads.ts';
import { isInLabel, type TableLabels } from './labels.ts';
import { mayBeOfNeighbour, mayBeOfNext } from './lost-line.ts';
import { boundRow, labelPlace } from './row.ts';
import { rowsRunIn } from './run-in-row.ts';
import { standsTwice } from './side-by-side.ts';
import { linesTooMany, tornTwins } from './twins.ts';
import { figuresBroughtDown, hiddenLabels, uncertainAround, unreadFigures } from './unread.ts';
import { greatest } from '../../syntax/lists.ts';

/** What reading a table against a form gives. */
export interface TableReading {
  readonly rows: readonly BoundRow[];
  readonly unboundRows: readonly UnboundRow[];
  readonly missingRows: readonly RowDefinition[];
  readonly missingColumns: readonly number[];
  /** Blocks whose headers name columns of another block or form. */
  readonly foreignBlocks: readonly BlockData[];
  readonly unreadable: Unreadable | undefined;
}

/** What is known of a table from around it. */
interface Around {
  /** Whether a text names a column of any form. */
  readonly isHead: (normal: string) => boolean;
  /** Whether figures stand beside it that are in none of its parts. */
  readonly hasFiguresBeside: boolean;
}

/** Reads a table whose rows stand one below the other. */
export function readDown(written: readonly Table[], labels: TableLabels, { isHead, hasFiguresBeside }: Around): TableReading {
  const parts = withoutEmptyColumns(written, labels);
  const candidates = candidatesOf(parts, labels);
  const { byRow, duplicates: others, unknown } = align(candidates.filter(({ isDouble, hasFigures }) => !(isDouble && hasFigures)), labels);
  const twins = tornTwins(candidates, byRow, labels);
  const torn = new Set(twins.map(({ candidate }) => candidate));
  const doubled = new Set(twins.map(({ definition }) => definition));
  const duplicates = others.filter((one) => !isWithoutWords(one) && !torn.has(one));
  const { rows } = labels.table;
  const lacking = hasFiguresBeside ? [] : missingColumns(candidates, byRow, labels);
  const gridRows = rows.map((row) => {
    const candidate = byRow[row.index];
    return candidate && hasGrid(candidate.part)
      ? gridRowOf(candidate, row.block, row.figures.length - lacking.length, () => headsAbove(row, candidate, parts)) : undefined;
  });
  const grid = new Grid(gridRows.filter((row) => row !== undefined), parts);
  const complete = byRow.filter((candidate) => candidate !== undefined);
  const orders = new Map<BlockData, HeadOrder>();
  const orderIn = (block: BlockData): HeadOrder => {
    if (!orders.has(block)) {
      orders.set(block, columnOrder(block, parts, labels));
    }
    return orders.get(block);
  };
  const inBlock = (block: BlockData, part: Table): Candidate[] =>
    rows.flatMap((row) => (row.block === block ? (byRow[row.index] ?? []) : [])).filter((one) => one.part === part);
  const foreign = new Map<BlockData, Map<Table, Row | undefined>>();
  const foreignIn = (block: BlockData, part: Table): Row | undefined => {
    const known = foreign.get(block) ?? new Map<Table, Row | undefined>();
    foreign.set(block, known);
    if (!known.has(part)) {
      known.set(part, foreignHeader(block, inBlock(block, part), isHead));
    }
    return known.get(part);
  };
  const read = rows.flatMap((row) => {
    const candidate = byRow[row.index];
    if (!candidate) {
      return [];
    }
    const gridRow = gridRows[row.index];
    return [boundRow(row, candidate, { picked: gridRow && grid.pick(gridRow), lacking, complete, inBlock, foreignIn, labels, parts, orderIn })];
  });
  const missingRows = rows.filter((row) => !byRow[row.index]);
  const runIn = rowsRunIn(read, missingRows, labels.table);
  const mayBeOfOther = ({ definition }: BoundRow): boolean =>
    mayBeOfNext(byRow[definition.index] as Candidate, definition, missingRows) || mayBeOfNeighbour(byRow, definition.index);
  const bound = read.map((row) => (runIn.has(row) ? withoutFigures(row, 0)
    : mayBeOfOther(row) ? { ...row, figures: row.figures.map(() => undefined), wrongCount: undefined } : row));
  if (bound.some((row) => orders.get(row.definition.block) === 'unclear' && isLost(row))) {
    return { rows: [], unboundRows: [], missingRows: [], missingColumns: [], foreignBlocks: [], unreadable: 'heads' };
  }
  const isScrambled = seemsScrambled(candidates, byRow, greatest(rows.map((row) => row.figures.length)))
    || parts.some(standsTwice) || goesBackAndForth(candidates);
  const besideRow = besideLackingRows(candidates, byRow, labels);
  const groups = groupsWithFigures(candidates).filter(({ row }) => ![...byRow, ...duplicates].some((one) => one?.row === row));
  const unboundRows: UnboundRow[] = [
    ...unknown.filter((one) => !torn.has(one)).map((one) => unboundRowOf('unknown', one)),
    ...duplicates.map((one) => unboundRowOf('duplicate', one)),
    ...groups.map((one) => unboundRowOf('group-figures', one)),
  ].filter(({ row }) => !besideRow.some((one) => one.row === row));
  const unreadRows = [
    ...others.filter(isWithoutWords), ...besideRow, ...torn, ...linesTooMany(candidates, byRow, labels),
  ];
  const unread = [
    ...unreadFigures(parts, { rows: bound, unboundRows, missingRows }), ...figuresWithoutLabel(candidates, byRow), ...figuresBroughtDown(candidates),
    ...unreadRows.flatMap(({ figures }) => figures), ...hiddenLabels(parts, missingRows, labels),
  ];
  const isBroken = isScrambled || isUnreadable(bound);
  const uncertain = isBroken || unread.length === 0 ? undefined : uncertainAround(unread, candidates, labels);
  const rests = new Map(byRow.flatMap((one) => (one ? [[one, goesOn(one, candidates, labels)] as const] : [])));
  const leftover = (candidate: Candidate): number => {
    const next = rests.get(candidate);
    return next && !byRow.includes(next) ? next.figures.length : 0;
  };
  const isCertain = (row: BoundRow, candidate: Candidate): boolean =>
    !doubled.has(row.definition) && (leftover(candidate) === 0 || holdsItself(row, labels)) &&
    (isBroken ? candidate.own.length > 0 && rests.get(candidate) === undefined && !breaksItself(row, labels) : uncertain?.has(candidate) !== true);
  return {
    rows: isScrambled ? [] : bound.map((row) => (isCertain(row, byRow[row.definition.index] as Candidate) 
      ? row : withoutFigures(row, leftover(byRow[row.definition.index] as Candidate)))),
    unboundRows: unboundRows.sort((one, other) => one.row.start - other.row.start),
    missingRows,
    missingColumns: lacking,
    foreignBlocks: [...foreign].filter(([, headers]) => [...headers.values()].some((header) => header !== undefined)).map(([block]) => block),
    unreadable: isBroken ? (hasMoreColumns(bound, parts) ? 'columns' : 'cells') : unread.length > 0 ? 'figures' : undefined,
  };
}

/**
 * Whether figures stand without words where rows are told by their words alone: they show no row a second time, but that figures
 * and labels may not belong together as they were read.
 */
function isWithoutWords({ part, own }: Candidate): boolean {
  return !part.layout.keepsBlanks && own.length === 0;
}

/** Figures below the places of others, in rows without a label between two rows of the form: they are some row's. */
function figuresWithoutLabel(candidates: readonly Candidate[], byRow: readonly (Candidate | undefined)[]): Cell[] {
  const used = new Set(byRow);
  const isRow = (at: number): boolean => used.has(candidates[at]) && candidates[at]?.hasFigures === true;
  return candidates.flatMap(({ part, row, label, own, figures, hasFigures }, at) =>
    (hasGrid(part) && hasFigures && label === undefined && own.length === 0 && row.cells[0]?.kind === 'blank' && isRow(at - 1) && isRow(at + 1)
      ? figures.filter(({ kind }) => kind === 'figure') : []));
}

/** Figures without words in the line below, or below words that are none of a form, which may be the row's too, where it may have ended early. */
function goesOn({ part, row, figures }: Candidate, candidates: readonly Candidate[], labels: TableLabels): Candidate | undefined {
  if (part.layout.keepsBlanks && (figures.at(-1)?.kind !== 'blank' || part.drawn === true)) {
    return undefined;
  }
  const isStrange = ({ own, hasFigures }: Candidate): boolean => !hasFigures && !part.layout.keepsBlanks && own.length > 0
    && own.every((piece) => !isInLabel(piece, labels));
  let at = candidates.findIndex((one) => one.row === row) + 1;
  while (at < candidates.length && isStrange(candidates[at] as Candidate)) {
    at += 1;
  }
  const next = candidates[at];
  return next !== undefined && next.part === part && next.hasFigures && next.own.length === 0 ? next : undefined;
}

/** Groups with figures behind their names, or alone on the line below. */
function groupsWithFigures(candidates: readonly Candidate[]): Candidate[] {
  return candidates.flatMap((one, at) => {
    const above = candidates[at - 1];
    const standsBelow = one.own.length === 0 && above?.isGroup === true && !above.hasFigures;
    return one.hasFigures && (one.isGroup || standsBelow) ? [standsBelow ? { ...one, label: above.label } : one] : [];
  });
}

/** Whether the figures of a row contradict each other. */
function breaksItself({ definition, figures }: BoundRow, labels: TableLabels): boolean {
  return breaksOwn(definition.figures, figures.map((figure) => figure?.cell), labels.table);
}

/** Whether the figures of a row bear each other out. */
function holdsItself({ definition, figures }: BoundRow, labels: TableLabels): boolean {
  return holdsOwn(definition.figures, figures.map((figure) => figure?.cell), labels.table);
}

/** A row of which it cannot be told whether the figures are its own, and how many more may be. */
function withoutFigures(row: BoundRow, leftover: number): BoundRow {
  const count = row.figures.filter((figure) => figure !== undefined).length + leftover;
  return { ...row, figures: row.figures.map(() => undefined), wrongCount: count > 0 ? count : row.wrongCount };
}

function unboundRowOf(kind: UnboundRow['kind'], candidate: Candidate): UnboundRow {
  return { kind, row: candidate.row, label: labelPlace(candidate), labelText: candidate.label?.text.trim() ?? candidate.below?.label ?? '' };
}

/** Columns that neither the header names, in one line or broken over several, nor the rows have figures for. */
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
  const words = candidates.filter(({ hasFigures, part }) => !hasFigures && !part.layout.keepsBlanks).flatMap(({ own }) => own).join('');
  const isBroken = lacking.some((at) => spellings([...blocks][0]?.columns[at] as ColumnData).some((spelling) => words.includes(spelling)));
  return lacking.length === 1 && !isBroken ? lacking : [];
}

/** Whether cells are told apart, and all rows that cannot be read have more of them than the form. */
function hasMoreColumns(rows: readonly BoundRow[], parts: readonly Table[]): boolean {
  return parts.every(({ layout, broken }) => layout.keepsBlanks && broken !== true)
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
  const isLine = ({ part }: Candidate): boolean => part.layout.cellIsLine === true;
  const hasTooMany = ({ named, figures }: Candidate): boolean => figures.length > (named?.figures.length ?? most);
  return candidates.some((one) => isLine(one) && one.figures.length > most + 1)
    || (candidates.some((one) => isLine(one) && hasTooMany(one)) && byRow.some((one) => one?.hasFigures !== true));
}

/** So often rows that stood before follow again only where lines hold those of two tables. */
const fewestReturns = 3;

/** Whether rows without delimiters stand one table's beside another's: again and again one follows that comes before the last. */
function goesBackAndForth(candidates: readonly Candidate[]): boolean {
  const order = candidates.flatMap(({ part, named }) => (named && !part.layout.keepsBlanks ? [named.index] : []));
  return order.filter((index, at) => at > 0 && index <= (order[at - 1] as number)).length >= fewestReturns;
}

/** Most rows have another number of figures than the form: which figure belongs where cannot be told. */
function isUnreadable(rows: readonly BoundRow[]): boolean {
  const filled = rows.filter((row) => row.wrongCount !== undefined || row.figures.some((figure) => figure?.state === 'number'));
  const wrong = filled.filter((row) => row.wrongCount !== undefined).length;
  return wrong >= 3 && wrong * 2 > filled.length;
}
