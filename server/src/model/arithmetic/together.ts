import type { Act, Explanation } from './acts/act.ts';
import { fewestStale } from './acts/stale.ts';
import type { MeantCell } from './ledger.ts';
import type { Values } from './tally.ts';

/**
 * Acts and the cells mistyped besides, each cell once: a total not computed again follows the part that was mistyped, and a
 * figure that an act set right by what others ask of it was asked wrongly. Few totals that then are left are cells as well.
 */
export function together(explanation: Explanation, written: Values): Explanation {
  const { acts, cost, repairs: { count, named: [cells] } } = explanation;
  if (count !== 1 || cells === undefined || !cells.some(({ figure }) => acts.some((act) => changes(act, figure)))) {
    return explanation;
  }
  const meant = new Map(cells.map(({ figure, value }) => [figure, value]));
  const folded = acts.map((act) => ({ ...act, cells: act.kind === 'stale'
    ? [...act.cells.filter(({ figure }) => !meant.has(figure)), ...cells.filter((cell) => staleWith(acts, cell, written) === act)]
    : act.cells.map((cell) => (meant.has(cell.figure) ? { ...cell, value: meant.get(cell.figure) } : cell)) }));
  const [few, many] = [folded.filter(isFew), folded.filter((act) => !isFew(act))];
  const rest = cells.filter(({ figure, value }) => value !== written[figure] && !folded.some((act) => changes(act, figure)));
  const all = [...rest, ...few.flatMap((act) => act.cells)].sort((one, other) => one.figure - other.figure);
  return {
    cost: few.reduce((sum, act) => sum - act.cost + act.cells.length, cost),
    acts: many,
    repairs: { count: 1, sets: [all.map(({ figure }) => figure)], named: [all] },
  };
}

/** The line of totals not computed again that a total is on, where it is still another one than is written. */
function staleWith(acts: readonly Act[], { figure, value }: MeantCell, written: Values): Act | undefined {
  return value === written[figure] ? undefined : acts.find(({ kind, lines }) => kind === 'stale' && lines.some(({ figures }) => figures.includes(figure)));
}

function isFew({ kind, cells }: Act): boolean {
  return kind === 'stale' && cells.length < fewestStale;
}

function changes({ cells }: Act, figure: number): boolean {
  return cells.some((cell) => cell.figure === figure);
}
