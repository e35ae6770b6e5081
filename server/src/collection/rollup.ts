import { indexOf, isSameValue, rounded, type TableFigures } from './digest.ts';
import type { UnitReport } from './neighbours.ts';

/** A figure of a government that is not the sum of its units'. */
interface FigureDifference {
  readonly kind: 'figure';
  readonly table: TableFigures;
  readonly figure: number;
  readonly is: number;
  /** What the units' figures make: all of them, or where some are not known at least that. */
  readonly sum: number;
  readonly isAtLeast: boolean;
}

/** A unit that was left out of the sums or counted twice, told at the first figure that differs. */
interface UnitDifference {
  readonly kind: 'left-out' | 'twice';
  readonly table: TableFigures;
  readonly figure: number;
  readonly is: number;
  readonly sum: number;
  /** More than one where they have the same figures. */
  readonly units: readonly UnitReport[];
  /** How many figures differ by it. */
  readonly count: number;
}

export type RollupDifference = FigureDifference | UnitDifference;

/** A figure of the government with those of its units. */
interface Cell {
  readonly table: TableFigures;
  readonly figure: number;
  readonly is: number;
  /** By unit; null where it is not known. */
  readonly parts: readonly (number | null)[];
  /** What is known of the sum. */
  readonly sum: number;
  readonly isComplete: boolean;
}

/** By which a cell is more than the sum; undefined where that is nothing, or cannot be told. */
type Excess = ReadonlyMap<Cell, number>;

/**
 * Compares a government's figures with the sums of its units' (汇总): each mistake once, as one unit left out or counted twice
 * where that explains more than the figures by themselves. Where figures of units are not known, only a sum that is
 * already too large is told.
 */
export function rollupDifferences(tables: readonly TableFigures[], units: readonly UnitReport[]): readonly RollupDifference[] {
  const byTable = tables.map((table) => table.shape.ids.flatMap((id, figure) => cellOf(table, id, figure, units) ?? []));
  const whole = explain(byTable.flat(), units);
  const single = byTable.flatMap((cells) => explain(cells, units));
  return single.length < whole.length ? single : whole;
}

/** Units of which no report has come; those with two are there, only not to be compared. */
export function missingUnits(units: readonly UnitReport[]): readonly UnitReport[] {
  return units.filter(({ located, isDuplicate }) => !located && !isDuplicate);
}

function cellOf(table: TableFigures, id: string, figure: number, units: readonly UnitReport[]): Cell | undefined {
  const is = table.values[figure] ?? null;
  const parts = units.map(({ located }) => partOf(located?.report.tables ?? [], table, id));
  const known = parts.filter((part) => part !== null);
  const isComplete = known.length === parts.length;
  return is === null || known.length === 0 || (!isComplete && table.shape.signed.includes(figure)) ? undefined
    : { table, figure, is, parts, sum: rounded(known.reduce((sum, part) => sum + part, 0)), isComplete };
}

function partOf(tables: readonly TableFigures[], { shape }: TableFigures, id: string): number | null {
  const table = tables.find((one) => one.shape.table === shape.table);
  const index = table && indexOf(table.shape, id);
  return index === undefined ? null : (table?.values[index] ?? null);
}

function explain(cells: readonly Cell[], units: readonly UnitReport[]): readonly RollupDifference[] {
  const excess = new Map(cells.flatMap((cell): [Cell, number][] => {
    const more = rounded(cell.is - cell.sum);
    return isSameValue(more, 0) || (!cell.isComplete && more > 0) ? [] : [[cell, more]];
  }));
  const single = leavesOf(excess);
  if (single.length < 2 || single.some(({ isComplete }) => !isComplete)) {
    return single.map(figureDifference);
  }
  const acts = units.flatMap((unit, at) => (['left-out', 'twice'] as const).map((kind) => ({ kind, unit, rest: undone(cells, excess, at, kind) })))
    .filter(({ rest }) => rest.size < excess.size);
  const costs = acts.map(({ rest }) => leavesOf(rest).length + 1);
  const cheapest = Math.min(...costs);
  const best = acts.filter((_, at) => costs[at] === cheapest);
  const [act] = best;
  const isTied = best.length > 1 && (cheapest > 1 || best.some(({ kind }) => kind !== act?.kind));
  const [first] = single;
  if (!act || !first || cheapest >= single.length || isTied) {
    return single.map(figureDifference);
  }
  const { table, figure, is, sum } = first;
  return [
    { kind: act.kind, table, figure, is, sum, units: best.map(({ unit }) => unit), count: excess.size - act.rest.size },
    ...leavesOf(act.rest).map(figureDifference),
  ];
}

/** What would still differ if the unit stood in the sums once. */
function undone(cells: readonly Cell[], excess: Excess, unit: number, kind: UnitDifference['kind']): Excess {
  return new Map(cells.flatMap((cell): [Cell, number][] => {
    const more = rounded((excess.get(cell) ?? 0) + (kind === 'left-out' ? 1 : -1) * (cell.parts[unit] ?? 0));
    return isSameValue(more, 0) ? [] : [[cell, more]];
  }));
}

/** The figures that differ but totals that only follow their parts. */
function leavesOf(excess: Excess): readonly Cell[] {
  return [...excess.keys()].filter((cell) => {
    const { shape } = cell.table;
    return !shape.sums.some(({ total, parts }) => total === cell.figure && follows(cell, parts, excess));
  });
}

function follows(total: Cell, parts: readonly number[], excess: Excess): boolean {
  const differing = [...excess].filter(([cell]) => cell.table === total.table && parts.includes(cell.figure));
  const sum = differing.reduce((all, [, more]) => all + more, 0);
  return differing.length > 0 && (!total.isComplete || isSameValue(sum, excess.get(total) ?? 0));
}

function figureDifference({ table, figure, is, sum, isComplete }: Cell): FigureDifference {
  return { kind: 'figure', table, figure, is, sum, isAtLeast: !isComplete };
}
