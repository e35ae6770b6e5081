import type { Ledger, MeantCell } from '../ledger.ts';
import type { Line } from '../lines.ts';
import { countFilled, figuresOf, isEmpty, type Act, type ActFinder } from './act.ts';

const cost = 1.7;
const distances = [1, -1, 2, -2];

/** A row or column was typed one or two cells to the side: with its totals, or only up to them. */
export const shifted: ActFinder = (ledger, suspects) => suspects.flatMap(({ line, mayBeAlone }) => {
  const mayBe = ledger.broken <= line.figures.length || line.along.some((index) => ledger.isBroken(index));
  if (!mayBeAlone || line.isTotal || isEmpty(ledger, line) || !mayBe) {
    return [];
  }
  const parts = line.figures.slice(0, line.figures.findIndex((figure) => ledger.system.isTotal[figure] === true));
  const stretches = line.each === 'row' && parts.length === line.figures.length - 1 ? [line.figures, parts] : [line.figures];
  return stretches.flatMap((figures) => distances.flatMap((by) => shiftedBy(ledger, line, figures, by) ?? []));
});

function shiftedBy(ledger: Ledger, line: Line, figures: readonly number[], by: number): Act | undefined {
  const vacated = by > 0 ? figures.slice(0, by) : figures.slice(by);
  if (countFilled(ledger, vacated) > 0) {
    return undefined;
  }
  const moved = figures.map((figure, at) => {
    const from = figures[at + by];
    return { figure, value: from === undefined ? undefined : (ledger.valueOf(from) ?? undefined) };
  });
  const cells = completed(ledger, line, moved)?.filter(({ figure, value }) => value !== ledger.valueOf(figure)) ?? [];
  return cells.length === 0 ? undefined : { kind: 'shifted', cost, lines: [line], cells, by, inferred: figuresOf(moved.filter(({ value }) => value === undefined)) };
}

/** Finds the figure that fell off at the end from the sums along the line; what these leave open the rest of the table may tell. */
function completed(ledger: Ledger, { along }: Line, cells: readonly MeantCell[]): readonly MeantCell[] | undefined {
  return ledger.whileMeant(cells, () => {
    const all = cells.map((cell) => ({ ...cell, value: cell.value ?? ledger.askedByAny(cell.figure, along) }));
    return all.every(({ value }) => value === undefined || value >= 0) ? all : undefined;
  });
}
