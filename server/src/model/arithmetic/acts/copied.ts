import type { Ledger, MeantCell } from '../ledger.ts';
import { linesOf, type Line } from '../lines.ts';
import { countFilled, type ActFinder, type Suspect } from './act.ts';

/** The more figures that are not 0, sums of others left out, are the same, the less it comes by chance. */
const costs: Readonly<Record<Line['each'], readonly number[]>> = {
  row: [Infinity, 1.95, 1.9, 1.45],
  // The figures of a column are further apart: two of them beside each other are as telling as three of a row.
  column: [Infinity, 1.55, 1.45],
};

/** That a line of totals says the same as one of parts comes as well where the totals were not computed again. */
const totalCost = 1.6;

/** A row or column says the same as another: one was copied from the other, and what it should say is not known. */
export const copied: ActFinder = (ledger, suspects) => suspects.flatMap((suspect) => {
  const { line, mayBeAlone } = suspect;
  const telling = countFilled(ledger, partsOf(ledger, line)) - line.along.filter((index) => ledger.system.identities[index]?.defines === undefined).length;
  const cost = costs[line.each][Math.min(telling, costs[line.each].length - 1)] ?? Infinity;
  const cells = meantBy(suspect);
  if (!mayBeAlone || line.isTotal || cells.length === 0 || cost === Infinity) {
    return [];
  }
  const twin = linesOf(ledger.system).find((other) => (other.at < line.at || other.isTotal) && isSame(ledger, other, line));
  return twin === undefined ? [] : [{
    kind: 'copied', cost: twin.isTotal ? Math.max(cost, totalCost) : cost, lines: [twin, line], cells, inferred: line.figures, isGuess: true,
  }];
});

/** What the identities across the line ask; where they disagree something else is wrong as well, and nothing is known yet. */
function meantBy({ line, asked }: Suspect): readonly MeantCell[] {
  return asked ?? line.figures.map((figure) => ({ figure, value: undefined }));
}

function partsOf({ system }: Ledger, { figures }: Line): readonly number[] {
  return figures.filter((figure) => system.isTotal[figure] !== true);
}

/** As they are written: what was copied may have been shifted before. Their totals may have been computed again, or kept. */
function isSame(ledger: Ledger, other: Line, line: Line): boolean {
  return other.each === line.each && other.figures.length === line.figures.length && line.figures.every((figure, at) =>
    ledger.system.isTotal[figure] === true || ledger.writtenOf(other.figures[at] ?? -1) === ledger.writtenOf(figure));
}
