import type { RowDefinition } from '../../../forms/table.ts';
import type { Candidate } from './candidate.ts';
import type { TableLabels } from '../labels.ts';

/**
 * Lines with figures that are no row's yet, beside the label of a row that lacks figures: behind the name of a group on the line
 * before or after it, or without any words above it; or before a row of which the one above is not there. They may be that row's.
 */
export function besideLackingRows(candidates: readonly Candidate[], byRow: readonly (Candidate | undefined)[], labels: TableLabels): Candidate[] {
  const rowOf = (one: Candidate): RowDefinition | undefined => one.named ?? labels.table.rows[byRow.indexOf(one)];
  const isLoose = (one: Candidate): boolean =>
    !one.part.layout.keepsBlanks && one.part.layout.rowsWrap === true && one.hasFigures && (one.isGroup || (one.own.length === 0 && !byRow.includes(one)));
  /** Whether a row has no figures behind its label, or just as few that a loose line makes them up. */
  const lacks = (other: Candidate, { part, figures }: Candidate): boolean => other.part === part && (other.hasFigures
    ? other.figures.length + figures.length === rowOf(other)?.figures.length : other.named !== undefined);
  const isBehindLost = (other: Candidate, { part }: Candidate): boolean => {
    const { index = 0 } = rowOf(other) ?? {};
    return other.part === part && index > 0 && byRow[index - 1] === undefined;
  };
  const found: Candidate[] = [];
  let below: Candidate | undefined;
  for (const [at, one] of [...candidates.entries()].reverse()) {
    const above = one.isGroup ? candidates[at - 1] : undefined;
    if (isLoose(one) && ((below && (lacks(below, one) || isBehindLost(below, one))) || (above && lacks(above, one)))) {
      found.push(one);
    }
    below = rowOf(one) === undefined ? below : one;
  }
  return found;
}
