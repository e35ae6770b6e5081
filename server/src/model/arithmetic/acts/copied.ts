import type { Ledger } from '../ledger.ts';
import type { Line } from '../lines.ts';
import { countFilled, type ActFinder } from './act.ts';

/** The more figures that are not 0, sums of others left out, are the same, the less it comes by chance. */
const costs = [Infinity, 1.95, 1.9, 1.45];

/** A row or column says the same as another before it: one was copied from the other, and what it should say is not known. */
export const copied: ActFinder = (ledger, suspects) => suspects.flatMap(({ line, asked, mayBeAlone }, at) => {
  const telling = countFilled(ledger, line.figures) - line.along.length;
  const cost = costs[Math.min(telling, costs.length - 1)] ?? Infinity;
  if (!mayBeAlone || line.isTotal || asked === undefined || asked.length === 0 || cost === Infinity) {
    return [];
  }
  const twin = suspects.slice(0, at).find((other) => isSame(ledger, other.line, line));
  return twin === undefined ? [] : [{ kind: 'copied', cost, lines: [twin.line, line], cells: asked, inferred: line.figures, isGuess: true }];
});

function isSame(ledger: Ledger, one: Line, other: Line): boolean {
  return one.each === other.each && one.figures.length === other.figures.length
    && one.figures.every((figure, at) => ledger.valueOf(figure) === ledger.valueOf(other.figures[at] ?? -1));
}
