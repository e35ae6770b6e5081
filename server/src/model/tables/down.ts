import type { RowDefinition } from '../../forms/table.ts';
import type { BlockData } from '../../forms/form.ts';
import type { Cell, Table } from '../../syntax/tree.ts';
import type { BoundRow, UnboundRow, Unreadable } from '../report.ts';
import { besideLackingRows } from './rows/beside-label.ts';
import { BlockColumns } from './columns/block-columns.ts';
import { areMostUnreadable, hasMoreColumns, isScrambled } from './doubts/broken-table.ts';
import type { Candidate } from './rows/candidate.ts';
import { breaksOwn, holdsOwn } from './doubts/doubt.ts';
import { withoutEmptyColumns } from './columns/empty-columns.ts';
import { Grid, gridRowOf } from './columns/grid.ts';
import { hasGrid } from './has-grid.ts';
import { headsAbove } from './columns/header.ts';
import { isInLabel, type TableLabels } from './labels.ts';
import { mayBeOfNeighbour, mayBeOfNext } from './doubts/lost-line.ts';
import { matchRows, type MatchedRows } from './rows/matched-rows.ts';
import { missingColumns } from './columns/missing-columns.ts';
import { boundRow, labelPlace } from './figures/row.ts';
import { rowsRunIn } from './doubts/run-in-row.ts';
import { linesTooMany } from './rows/twins.ts';
import { figuresBroughtDown, hiddenLabels, uncertainAround, unreadFigures } from './doubts/unread.ts';

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
  const matched = matchRows(withoutEmptyColumns(written, labels), labels);
  const { parts, byRow } = matched;
  const columns = new BlockColumns(matched, labels, isHead);
  const lacking = hasFiguresBeside ? [] : missingColumns(matched, labels);
  const missingRows = labels.table.rows.filter((row) => !byRow[row.index]);
  const bound = withoutThoseOfOthers(boundRows(matched, columns, lacking, labels), byRow, missingRows, labels);
  if (bound.some((row) => (columns.isUnclear(row.definition.block) ? isLost(row) : contradictsHeads(row, labels)))) {
    return { rows: [], unboundRows: [], missingRows: [], missingColumns: [], foreignBlocks: [], unreadable: 'heads' };
  }
  const besideRow = besideLackingRows(matched.candidates, byRow, labels);
  const unboundRows = unboundRowsOf(matched).filter(({ row }) => !besideRow.some((one) => one.row === row));
  const unread = [
    ...unreadFigures(parts, { rows: bound, unboundRows, missingRows }), ...unreadRows(matched, besideRow, labels), ...hiddenLabels(parts, missingRows, labels),
  ];
  const isWithoutOrder = isScrambled(matched, labels);
  const isBroken = isWithoutOrder || areMostUnreadable(bound);
  return {
    rows: isWithoutOrder ? [] : withoutUncertain(bound, matched, { isBroken, unread }, labels),
    unboundRows: unboundRows.sort((one, other) => one.row.start - other.row.start),
    missingRows,
    missingColumns: lacking,
    foreignBlocks: columns.foreignBlocks,
    unreadable: isBroken ? (hasMoreColumns(bound, parts) ? 'columns' : 'cells') : unread.length > 0 ? 'figures' : undefined,
  };
}

/** The rows of the form that were found, with their figures. */
function boundRows({ parts, byRow }: MatchedRows, columns: BlockColumns, lacking: readonly number[], labels: TableLabels): BoundRow[] {
  const { rows } = labels.table;
  const gridRows = rows.map((row) => {
    const candidate = byRow[row.index];
    return candidate && hasGrid(candidate.part)
      ? gridRowOf(candidate, row.block, row.figures.length - lacking.length, () => headsAbove(row, candidate, parts)) : undefined;
  });
  const grid = new Grid(gridRows.filter((row) => row !== undefined), parts);
  const complete = byRow.filter((candidate) => candidate !== undefined);
  return rows.flatMap((row) => {
    const candidate = byRow[row.index];
    const gridRow = gridRows[row.index];
    return candidate ? [boundRow(row, candidate, { picked: gridRow && grid.pick(gridRow), lacking, complete, columns, labels, parts })] : [];
  });
}

/** The rows, without the figures of those that may be another row's or two rows'. */
function withoutThoseOfOthers(
  read: readonly BoundRow[], byRow: MatchedRows['byRow'], missing: readonly RowDefinition[], { table }: TableLabels,
): BoundRow[] {
  const runIn = rowsRunIn(read, missing, table);
  const mayBeOfOther = (row: RowDefinition): boolean => mayBeOfNext(byRow[row.index] as Candidate, row, missing) || mayBeOfNeighbour(byRow, row.index);
  return read.map((row) => (runIn.has(row) ? withoutFigures(row, 0)
    : mayBeOfOther(row.definition) ? { ...row, figures: row.figures.map(() => undefined), wrongCount: undefined } : row));
}

function unboundRowsOf({ candidates, byRow, duplicates, unknown }: MatchedRows): UnboundRow[] {
  const groups = groupsWithFigures(candidates).filter(({ row }) => ![...byRow, ...duplicates].some((one) => one?.row === row));
  return [
    ...unknown.map((one) => unboundRowOf('unknown', one)),
    ...duplicates.map((one) => unboundRowOf('duplicate', one)),
    ...groups.map((one) => unboundRowOf('group-figures', one)),
  ];
}

/** Figures of rows that are no row's of the form for certain. */
function unreadRows({ candidates, byRow, withoutWords, twins }: MatchedRows, besideRow: readonly Candidate[], labels: TableLabels): Cell[] {
  const rows = [...withoutWords, ...besideRow, ...new Set(twins.map(({ candidate }) => candidate)), ...linesTooMany(candidates, byRow, labels)];
  return [...figuresWithoutLabel(candidates, byRow), ...figuresBroughtDown(candidates), ...rows.flatMap(({ figures }) => figures)];
}

/** What makes rows uncertain: most of the table's cannot be read, or figures that may be theirs were not. */
interface Doubts {
  readonly isBroken: boolean;
  readonly unread: readonly Cell[];
}

/** The rows, without the figures of those that are not certain. */
function withoutUncertain(bound: readonly BoundRow[], matched: MatchedRows, { isBroken, unread }: Doubts, labels: TableLabels): BoundRow[] {
  const { candidates, byRow, twins } = matched;
  const doubled = new Set(twins.map(({ definition }) => definition));
  const uncertain = isBroken || unread.length === 0 ? undefined : uncertainAround(unread, candidates, labels);
  const rests = new Map(byRow.flatMap((one) => (one ? [[one, goesOn(one, candidates, labels)] as const] : [])));
  const leftover = (candidate: Candidate): number => {
    const next = rests.get(candidate);
    return next && !byRow.includes(next) ? next.figures.length : 0;
  };
  const isCertain = (row: BoundRow, candidate: Candidate): boolean => {
    if (doubled.has(row.definition) || (leftover(candidate) > 0 && !holdsItself(row, labels))) {
      return false;
    }
    return isBroken ? candidate.own.length > 0 && rests.get(candidate) === undefined && !breaksItself(row, labels) : uncertain?.has(candidate) !== true;
  };
  return bound.map((row) => {
    const candidate = byRow[row.definition.index] as Candidate;
    return isCertain(row, candidate) ? row : withoutFigures(row, leftover(candidate));
  });
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

/** Whether the figures of a row contradict each other in the order of its heads, and bear each other out in that of the form: a head is lost. */
function contradictsHeads({ definition, figures }: BoundRow, { table }: TableLabels): boolean {
  const cells = figures.map((figure) => figure?.cell);
  const asWritten = cells.flatMap((cell) => cell ?? []).sort((one, other) => one.start - other.start);
  return asWritten.length === cells.length && asWritten.some((cell, at) => cell !== cells[at])
    && breaksOwn(definition.figures, cells, table) && holdsOwn(definition.figures, asWritten, table);
}

/** Whether the figures of a row bear each other out. */
function holdsItself({ definition, figures }: BoundRow, labels: TableLabels): boolean {
  return holdsOwn(definition.figures, figures.map((figure) => figure?.cell), labels.table);
}

/** Whether the figures of a row stand there and none of them could be told. */
function isLost({ figures, wrongCount }: BoundRow): boolean {
  return wrongCount !== undefined && figures.every((figure) => figure === undefined);
}

/** A row of which it cannot be told whether the figures are its own, and how many more may be. */
function withoutFigures(row: BoundRow, leftover: number): BoundRow {
  const count = row.figures.filter((figure) => figure !== undefined).length + leftover;
  return { ...row, figures: row.figures.map(() => undefined), wrongCount: count > 0 ? count : row.wrongCount };
}

function unboundRowOf(kind: UnboundRow['kind'], candidate: Candidate): UnboundRow {
  return { kind, row: candidate.row, label: labelPlace(candidate), labelText: candidate.label?.text.trim() ?? candidate.below?.label ?? '' };
}
