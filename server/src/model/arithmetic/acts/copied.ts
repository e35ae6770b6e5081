import type { Ledger } from '../ledger.ts';
import type { Line } from '../lines.ts';
import { countFilled, tellingFigures, type ActFinder } from './act.ts';

const cost = 1.9;

/** A row or column says the same as another before it: one was copied from the other, and what it should say is not known. */
export const copied: ActFinder = (ledger, suspects) => suspects.flatMap(({ line, asked }, at) => {
  if (line.isTotal || asked === undefined || asked.length === 0 || countFilled(ledger, line.figures) < tellingFigures) {
    return [];
  }
  const twin = suspects.slice(0, at).find((other) => isSame(ledger, other.line, line));
  return twin === undefined ? [] : [{ kind: 'copied', cost, lines: [twin.line, line], cells: asked, isGuess: true }];
});

function isSame(ledger: Ledger, one: Line, other: Line): boolean {
  return one.each === other.each && one.figures.length === other.figures.length
    && one.figures.every((figure, at) => ledger.valueOf(figure) === ledger.valueOf(other.figures[at] ?? -1));
}
