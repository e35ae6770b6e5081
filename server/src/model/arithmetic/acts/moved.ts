import type { Ledger, MeantCell } from '../ledger.ts';
import { linesOf, type Line } from '../lines.ts';
import { definitionsOf } from '../totals.ts';
import { countFilled, figuresOf, isEmpty, type Act } from './act.ts';
import { fewestStale } from './stale.ts';

/** Figures that stand so in every row do not by chance. */
const cost = 1.3;

/** Beside a column of totals that is empty these may as well not have been filled in, and the first column have none. */
const openCost = 1.6;

/** So many figures show what was moved. */
const fewestFilled = 2;

/** What was done to the table as a whole: all of it typed one cell to the side, or the rows from one on one row too low. */
export function movedTables(ledger: Ledger): readonly Act[] {
  const columns = linesOf(ledger.system).filter(({ each }) => each === 'column');
  return columns.length === 0 ? [] : [...movedOn(ledger, columns), ...movedBack(ledger, columns), ...lowered(ledger)];
}

/** Nothing stands in the first column, and the totals are no sums: the whole stands one cell to the right. */
function movedOn(ledger: Ledger, columns: readonly Line[]): readonly Act[] {
  const [first, second, totals] = [columns[0], columns[1], columns.at(-1)];
  const isMoved = first !== undefined && second !== undefined && totals?.isTotal === true
    && isEmpty(ledger, first) && countFilled(ledger, second.figures) >= fewestFilled && countBroken(ledger, totals) >= fewestStale;
  return isMoved ? movedBy(ledger, columns, 1, isEmpty(ledger, totals) ? openCost : cost) : [];
}

/** There are no totals, and the last column says in every row what all others come to, or more: it holds the totals, and one of the parts fell off. */
function movedBack(ledger: Ledger, columns: readonly Line[]): readonly Act[] {
  const [totals, last, others] = [columns.at(-1), columns.at(-2), columns.slice(0, -2)];
  if (totals?.isTotal !== true || last === undefined || !isEmpty(ledger, totals)) {
    return [];
  }
  const sums = last.figures.map((_, at) => others.reduce((sum, { figures }) => sum + (ledger.valueOf(figures[at] ?? -1) ?? 0), 0));
  const isMoved = sums.filter((sum) => sum > 0).length >= fewestFilled && countFilled(ledger, last.figures) >= fewestStale
    && last.figures.every((figure, at) => (ledger.valueOf(figure) ?? 0) >= (sums[at] ?? 0))
    && last.figures.some((figure, at) => (ledger.valueOf(figure) ?? 0) > (sums[at] ?? 0));
  return isMoved ? movedBy(ledger, columns, -1, cost) : [];
}

function countBroken(ledger: Ledger, { across }: Line): number {
  return across.filter((indexes) => indexes.some((index) => ledger.isBroken(index))).length;
}

/** The table moved back; the column that fell off is what the sums ask for. */
function movedBy(ledger: Ledger, columns: readonly Line[], by: 1 | -1, price: number): readonly Act[] {
  const moved = columns.flatMap(({ figures }, at) => figures.map((figure, row): MeantCell => {
    const from = columns[at + by]?.figures[row];
    return { figure, value: from === undefined ? undefined : (ledger.valueOf(from) ?? undefined) };
  }));
  const inferred = columns.at(by > 0 ? -1 : 0)?.figures ?? [];
  const cells = completed(ledger, moved);
  const line = columns.at(-1);
  return cells === undefined || line === undefined ? [] : [{ kind: 'moved', cost: price, lines: [line], by, cells, inferred }];
}

/** With the values that the identities ask for; undefined where one stays unknown, or would be less than 0. */
function completed(ledger: Ledger, moved: readonly MeantCell[]): readonly MeantCell[] | undefined {
  const cells = ledger.whileMeant(moved, () => moved.map((cell) => ({ ...cell, value: cell.value ?? ledger.askedByAny(cell.figure) })));
  return cells.some(({ value }) => value === undefined || value < 0) ? undefined : cells.filter(({ figure, value }) => value !== ledger.valueOf(figure));
}

/** The row behind one of totals says what all before it come to, these included: it holds the totals, and they the last part. */
function lowered(ledger: Ledger): readonly Act[] {
  const rows = linesOf(ledger.system).filter(({ each }) => each === 'row');
  return rows.flatMap((totals, at) => {
    const below = rows[at + 1];
    const isLow = below !== undefined && totals.isTotal && !below.isTotal && countFilled(ledger, below.figures) >= fewestFilled
      && totals.figures.every((figure, place) => isSumWith(ledger, totals, place, ledger.valueOf(figure), ledger.valueOf(below.figures[place] ?? -1)));
    const first = isLow ? rows.findLastIndex((row, index) => index < at && isPart(ledger, row, totals) && isEmpty(ledger, row)) : -1;
    return below === undefined || first < 0 ? [] : raised(ledger, rows.slice(first, at + 2));
  });
}

/** The sum that defines a total across its row. */
function sumAcross({ system }: Ledger, { figures, across }: Line, place: number): number | undefined {
  return definitionsOf(system, figures[place] ?? -1).find(({ index }) => across[place]?.includes(index))?.index;
}

function isSumWith(ledger: Ledger, totals: Line, place: number, written: number | null, below: number | null): boolean {
  const sum = sumAcross(ledger, totals, place);
  const parts = sum === undefined ? undefined : ledger.askedBy(sum, totals.figures[place] ?? -1);
  return parts !== undefined && written !== null && below !== null && parts + written === below;
}

function isPart(ledger: Ledger, { figures: [figure = -1] }: Line, totals: Line): boolean {
  const sum = sumAcross(ledger, totals, 0);
  return sum !== undefined && ledger.system.memberships[figure]?.includes(sum) === true;
}

/** Each row as the one below it; what the last said is asked of the identities. In which row it began nobody can tell, so nothing of it is written. */
function raised(ledger: Ledger, rows: readonly Line[]): readonly Act[] {
  const moved = rows.flatMap(({ figures }, at) => figures.map((figure, place): MeantCell => {
    const from = rows[at + 1]?.figures[place];
    return { figure, value: from === undefined ? undefined : (ledger.valueOf(from) ?? undefined) };
  }));
  const cells = completed(ledger, moved);
  const lines = rows.slice(-2);
  const last = lines.at(-1)?.figures ?? [];
  const isKept = cells?.some(({ figure, value }) => last.includes(figure) && (value ?? 0) > 0);
  return cells === undefined || isKept !== true ? [] : [{ kind: 'lowered', cost, lines, cells, inferred: figuresOf(cells.filter(({ figure }) => last.includes(figure))), isGuess: true }];
}
