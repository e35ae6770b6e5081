import type { Table } from '../../../syntax/tree.ts';
import { align } from './align.ts';
import type { Candidate } from './candidate.ts';
import { candidatesOf } from './candidates.ts';
import type { TableLabels } from '../labels.ts';
import { tornTwins, type Twin } from './twins.ts';

/** The rows of a text's table, and which row of the form each of them is. */
export interface MatchedRows {
  readonly parts: readonly Table[];
  readonly candidates: readonly Candidate[];
  /** By index of the form's rows. */
  readonly byRow: readonly (Candidate | undefined)[];
  /** Rows that bear the label of one that was found before. */
  readonly duplicates: readonly Candidate[];
  /** Figures without words where rows are told by their words alone: they show that figures and labels may not belong together as they were read. */
  readonly withoutWords: readonly Candidate[];
  readonly unknown: readonly Candidate[];
  readonly twins: readonly Twin[];
}

export function matchRows(parts: readonly Table[], labels: TableLabels): MatchedRows {
  const candidates = candidatesOf(parts, labels);
  const { byRow, duplicates, unknown } = align(candidates.filter(({ isDouble, hasFigures }) => !(isDouble && hasFigures)), labels);
  const twins = tornTwins(candidates, byRow, labels);
  const torn = new Set(twins.map(({ candidate }) => candidate));
  return {
    parts, candidates, byRow, twins,
    duplicates: duplicates.filter((one) => !isWithoutWords(one) && !torn.has(one)),
    withoutWords: duplicates.filter(isWithoutWords),
    unknown: unknown.filter((one) => !torn.has(one)),
  };
}

function isWithoutWords({ part, own }: Candidate): boolean {
  return !part.layout.keepsBlanks && own.length === 0;
}
