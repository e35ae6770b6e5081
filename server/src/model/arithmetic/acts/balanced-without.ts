import type { Ledger, MeantCell } from '../ledger.ts';
import { linesOf, type Line } from '../lines.ts';
import { definitionsOf } from '../totals.ts';
import { isEmpty, tellingFigures, type Act, type ActFinder, type Suspect } from './act.ts';

/** As likely as that a row of the totals' own parts was not filled in. */
const cost = 1.5;

/**
 * A row of a balance was not filled in, and the totals beside it were made to balance without it: 四 all 0, and （七） what was
 * to be dealt with in all. All balances hold then, and no sum of the totals.
 */
export const balancedWithout: ActFinder = (ledger, suspects) => {
  const rows = linesOf(ledger.system).filter(({ each }) => each === 'row');
  const empty = rows.filter((line) => !line.isTotal && isEmpty(ledger, line));
  return suspects.flatMap((suspect) => (suspect.line.isTotal && suspect.line.each === 'row' ? empty.flatMap((line) => undone(ledger, suspect, line) ?? []) : []));
};

function undone(ledger: Ledger, { line: totals }: Suspect, line: Line): Act | undefined {
  const cells: MeantCell[] = [];
  for (const [at, figure] of totals.figures.entries()) {
    const other = line.figures[at] ?? -1;
    const sum = definitionsOf(ledger.system, figure).find(({ index }) => totals.across[at]?.includes(index));
    const value = sum && ledger.askedBy(sum.index, figure);
    const left = (ledger.valueOf(figure) ?? 0) - (value ?? Infinity);
    if (left < 0 || !isBesideInBalance(ledger, totals.across[at] ?? [], figure, other)) {
      return undefined;
    }
    cells.push(...(left > 0 ? [{ figure: other, value: left }, { figure, value }] : []));
  }
  return cells.length < tellingFigures * 2 ? undefined : { kind: 'unfilled', cost, lines: [line], cells: cells.sort((one, two) => two.figure - one.figure) };
}

/** Whether another figure stands on a figure's side of a balance that holds. */
function isBesideInBalance(ledger: Ledger, across: readonly number[], figure: number, other: number): boolean {
  return across.some((index) => {
    const { left = [], right = [], defines } = ledger.system.identities[index] ?? {};
    return defines === undefined && !ledger.isBroken(index) && [left, right].some((side) => side.includes(figure) && side.includes(other));
  });
}
