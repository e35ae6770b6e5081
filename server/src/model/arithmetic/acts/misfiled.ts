import type { Ledger } from '../ledger.ts';
import { linesThrough, membersOf, type Line } from '../lines.ts';
import type { Act, ActFinder } from './act.ts';

/** It comes before two cells that are wrong by as much by chance, and behind two that were taken for each other. */
const cost = 1.95;

/** So many sums do not hold: of the cells that have too few and too many, each by itself. */
const broken = 2;

/** Some were counted in another cell, where others were as well: of two columns one lacks what the other has too many, in a row that adds up. */
export const misfiled: ActFinder = (ledger) => {
  const [one, other] = ledger.broken === broken ? ledger.brokenIndexes() : [];
  return one === undefined || other === undefined ? [] : [...misfiledBetween(ledger, one, other), ...misfiledBetween(ledger, other, one)];
};

/** For each part of the sum that has too few, what of it was counted in a part of the other sum, in the same row or column. */
function misfiledBetween(ledger: Ledger, lacking: number, other: number): readonly Act[] {
  const { system } = ledger;
  return membersOf(system, lacking).flatMap((figure) => {
    const written = ledger.valueOf(figure);
    const by = (ledger.askedBy(lacking, figure) ?? 0) - (written ?? 0);
    const lines = written !== null && by > 0 && system.isTotal[figure] !== true ? linesThrough(system, figure) : [];
    return lines.flatMap((line) => line.figures.flatMap((counterpart) => {
      const left = (ledger.valueOf(counterpart) ?? 0) - by;
      const isOther = counterpart !== figure && system.isTotal[counterpart] !== true && membersOf(system, other).includes(counterpart);
      const isMeant = isOther && left >= 0 && ledger.askedBy(other, counterpart) === left;
      const cells = [{ figure, value: (written ?? 0) + by }, { figure: counterpart, value: left }];
      return isMeant ? [{ kind: 'misfiled' as const, cost, lines: crossing(ledger, line, [figure, counterpart]), cells, by }] : [];
    }));
  });
}

/** The lines of the figures that cross the one that they share. */
function crossing({ system }: Ledger, shared: Line, figures: readonly number[]): readonly Line[] {
  return figures.flatMap((figure) => linesThrough(system, figure).filter(({ each }) => each !== shared.each));
}
