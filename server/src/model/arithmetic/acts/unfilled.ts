import type { Ledger, MeantCell } from '../ledger.ts';
import type { Line } from '../lines.ts';
import { isEmpty, tellingFigures, type ActFinder, type Suspect } from './act.ts';

const cost = 1.5;

/** A row or column of parts was not filled in: it is all 0 or blank, and the identities across it ask for more. */
export const unfilled: ActFinder = (ledger, suspects) => suspects.flatMap((suspect) => {
  const { line, mayBeAlone } = suspect;
  const cells = mayBeAlone && !line.isTotal && isEmpty(ledger, line) ? meantBy(ledger, suspect) : [];
  return cells.length > 0 ? [{ kind: 'unfilled', cost, lines: [line], cells, inferred: line.figures }] : [];
});

/** What is asked; where that is less than 0 somewhere something else is wrong as well, and nothing is known yet. */
function meantBy(ledger: Ledger, { line, asked }: Suspect): readonly MeantCell[] {
  return asked ?? (countLacking(ledger, line) < tellingFigures ? [] : line.figures.map((figure) => ({ figure, value: undefined })));
}

/** Of how many figures the identities across the line ask for more than 0. */
function countLacking(ledger: Ledger, { figures, across }: Line): number {
  return figures.filter((figure, at) => (ledger.askedByAny(figure, across[at]) ?? 0) > 0).length;
}
