import type { Table } from '../../../syntax/tree.ts';
import { greatest } from '../../../syntax/lists.ts';
import type { BoundRow } from '../../report.ts';
import type { Candidate } from '../rows/candidate.ts';
import type { TableLabels } from '../labels.ts';
import type { MatchedRows } from '../rows/matched-rows.ts';
import { standsTwice } from '../side-by-side.ts';

/** Whether lines do not stand in the order of the rows, or tables stand beside each other, so that no row is certain. */
export function isScrambled({ parts, candidates, byRow }: MatchedRows, { table: { rows } }: TableLabels): boolean {
  return linesAreScrambled(candidates, byRow, greatest(rows.map((row) => row.figures.length))) || parts.some(standsTwice) || goesBackAndForth(candidates);
}

/** Whether one row seems to have the figures of several, or more than its own while another one has none. */
function linesAreScrambled(candidates: readonly Candidate[], byRow: readonly (Candidate | undefined)[], most: number): boolean {
  const isLine = ({ part }: Candidate): boolean => part.layout.cellIsLine === true;
  const hasTooMany = ({ named, figures }: Candidate): boolean => figures.length > (named?.figures.length ?? most);
  return candidates.some((one) => isLine(one) && one.figures.length > most + 1)
    || (candidates.some((one) => isLine(one) && hasTooMany(one)) && byRow.some((one) => one?.hasFigures !== true));
}

/** So often rows that stood before follow again only where lines hold those of two tables. */
const fewestReturns = 3;

/** Whether rows without delimiters stand one table's beside another's: again and again one follows that comes before the last. */
function goesBackAndForth(candidates: readonly Candidate[]): boolean {
  const order = candidates.flatMap(({ part, named }) => (named && !part.layout.keepsBlanks ? [named.index] : []));
  return order.filter((index, at) => at > 0 && index <= (order[at - 1] as number)).length >= fewestReturns;
}

/** Most rows have another number of figures than the form: which figure belongs where cannot be told. */
export function areMostUnreadable(rows: readonly BoundRow[]): boolean {
  const filled = rows.filter((row) => row.wrongCount !== undefined || row.figures.some((figure) => figure?.state === 'number'));
  const wrong = filled.filter((row) => row.wrongCount !== undefined).length;
  return wrong >= 3 && wrong * 2 > filled.length;
}

/** Whether cells are told apart, and all rows that cannot be read have more of them than the form. */
export function hasMoreColumns(rows: readonly BoundRow[], parts: readonly Table[]): boolean {
  return parts.every(({ layout, broken }) => layout.keepsBlanks && broken !== true)
    && rows.every(({ wrongCount, figures }) => wrongCount === undefined || wrongCount > figures.length);
}
