import type { Ledger, MeantCell } from '../ledger.ts';
import type { Line } from '../lines.ts';
import { definitionsOf } from '../totals.ts';
import { figuresOf, type ActFinder } from './act.ts';

const cost = 1.6;

/** Where only one sum contradicts a total it may be a part that is wrong. */
const doubtfulCost = 2.9;

/** From so many wrong totals on they are told as one row or column; fewer are told one by one. */
export const fewestStale = 3;

/** The totals of a row or column were not computed again when their parts changed. */
export const stale: ActFinder = (ledger, suspects) => suspects.flatMap(({ line, mayBeAlone }) => {
  const cells = mayBeAlone && line.isTotal ? recomputedAcross(ledger, line) : [];
  return cells.length >= fewestStale ? [{ kind: 'stale', cost: staleCost(ledger, cells), lines: [line], cells, inferred: figuresOf(cells) }] : [];
});

export function staleCost(ledger: Ledger, cells: readonly MeantCell[]): number {
  return cells.every((cell) => isContradicted(ledger, cell)) ? cost : doubtfulCost;
}

/** So many broken identities tell a wrong total from a wrong part. */
const enough = 2;

/** Whether a total is wrong for certain: two identities contradict it, or it is 0 beside parts that are not. */
export function isContradicted(ledger: Ledger, { figure, value }: MeantCell): boolean {
  const broken = (ledger.system.memberships[figure] ?? []).filter((index) => ledger.isBroken(index));
  return broken.length >= enough || ((ledger.valueOf(figure) ?? 0) === 0 && (value ?? 0) > 0);
}

/** The totals of a line that the sums across it make other ones; where a part is unknown a balance may still tell the total. */
function recomputedAcross(ledger: Ledger, { figures, across }: Line): MeantCell[] {
  return figures.flatMap((figure, at) => {
    const [sum] = definitionsOf(ledger.system, figure).filter(({ index }) => across[at]?.includes(index));
    const value = sum && (ledger.askedBy(sum.index, figure) ?? ledger.askedByAny(figure, across[at]));
    return value === undefined || value < 0 || value === ledger.valueOf(figure) ? [] : [{ figure, value }];
  });
}
