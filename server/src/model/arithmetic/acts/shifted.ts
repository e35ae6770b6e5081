import type { Ledger, MeantCell } from '../ledger.ts';
import type { Line } from '../lines.ts';
import { countFilled, tellingFigures, type Act, type ActFinder } from './act.ts';

const cost = 1.7;
const distances = [1, -1, 2, -2];

/** A row or column was typed one or two cells to the side: with its totals, or only up to them. */
export const shifted: ActFinder = (ledger, suspects) => suspects.flatMap(({ line }) => {
  if (line.isTotal || countFilled(ledger, line.figures) < tellingFigures || !line.along.some((index) => ledger.isBroken(index))) {
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
  const cells = completed(ledger, line, moved)?.filter(({ figure, value }) => value !== ledger.valueOf(figure));
  return cells === undefined || cells.length === 0 ? undefined : { kind: 'shifted', cost, lines: [line], cells, by };
}

/** Finds the figures that fell off at the end: from the sums along the line first, then from those across it. */
function completed(ledger: Ledger, { along }: Line, cells: readonly MeantCell[]): readonly MeantCell[] | undefined {
  return ledger.whileMeant(cells, () => {
    const values = new Map<number, number>();
    const open = cells.filter(({ value }) => value === undefined).map(({ figure }) => figure);
    const find = (figure: number, isAlong: boolean): number | undefined => {
      for (const index of ledger.system.memberships[figure] ?? []) {
        const asked = along.includes(index) === isAlong ? ledger.askedBy(index, figure) : undefined;
        if (asked !== undefined) {
          return asked;
        }
      }
      return undefined;
    };
    for (let round = 0; round < open.length; round += 1) {
      for (const figure of open) {
        const value = values.has(figure) ? undefined : (find(figure, true) ?? find(figure, false));
        if (value !== undefined) {
          ledger.set(figure, value);
          values.set(figure, value);
        }
      }
    }
    const all = cells.map(({ figure, value }) => ({ figure, value: value ?? values.get(figure) }));
    return all.every(({ value }) => value === undefined || value >= 0) ? all : undefined;
  });
}
