import type { Ledger } from '../ledger.ts';
import { linesOf, type Line } from '../lines.ts';
import { countFilled, type ActFinder } from './act.ts';

/** The more figures that are not 0, sums of others left out, are the same, the less it comes by chance. */
const costs = [Infinity, 1.95, 1.9, 1.45];

/** A row or column says the same as another before it: one was copied from the other, and what it should say is not known. */
export const copied: ActFinder = (ledger, suspects) => suspects.flatMap(({ line, asked, mayBeAlone }) => {
  const telling = countFilled(ledger, line.figures) - line.along.length;
  const cost = costs[Math.min(telling, costs.length - 1)] ?? Infinity;
  if (!mayBeAlone || line.isTotal || asked === undefined || asked.length === 0 || cost === Infinity) {
    return [];
  }
  const twin = linesOf(ledger.system).find((other) => other.at < line.at && isSame(ledger, other, line));
  return twin === undefined ? [] : [{ kind: 'copied', cost, lines: [twin, line], cells: asked, inferred: line.figures, isGuess: true }];
});

/** As they are written: what was copied may have been shifted before. */
function isSame(ledger: Ledger, one: Line, other: Line): boolean {
  return one.each === other.each && one.figures.length === other.figures.length
    && one.figures.every((figure, at) => ledger.writtenOf(figure) === ledger.writtenOf(other.figures[at] ?? -1));
}
