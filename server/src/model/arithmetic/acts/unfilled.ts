import { isEmpty, type ActFinder } from './act.ts';

const cost = 1.5;

/** A row or column of parts was not filled in: it is all 0 or blank, and the identities across it ask for more. */
export const unfilled: ActFinder = (ledger, suspects) => suspects.flatMap(({ line, asked, mayBeAlone }) => {
  const isUnfilled = mayBeAlone && !line.isTotal && asked !== undefined && asked.length > 0 && isEmpty(ledger, line);
  return isUnfilled ? [{ kind: 'unfilled', cost, lines: [line], cells: asked, inferred: line.figures }] : [];
});
