import type { RowLines } from './row.ts';

interface LineRange {
  readonly start: { readonly line: number };
  readonly end: { readonly line: number };
}

/** What is needed of a finding to tell whether it is about a row. */
export interface HeldFinding {
  readonly range: LineRange;
  readonly message: string;
  readonly relatedInformation?: readonly { readonly location: { readonly range: LineRange } }[] | undefined;
}

/**
 * Parts findings into those to show and those about a row that is being typed, which wait. What was shown before the
 * row was touched goes on being shown as long as it says the same.
 */
export function holdBack<Finding extends HeldFinding>(
  findings: readonly Finding[], row: RowLines, shownBefore: ReadonlySet<string>,
): { readonly shown: readonly Finding[]; readonly held: readonly Finding[] } {
  const waits = (finding: Finding): boolean => isAbout(finding, row) && !shownBefore.has(finding.message);
  return { shown: findings.filter((finding) => !waits(finding)), held: findings.filter(waits) };
}

/** A finding is about a row where it stands in it, or where a figure of the row takes part in it. */
function isAbout({ range, relatedInformation = [] }: HeldFinding, row: RowLines): boolean {
  return [range, ...relatedInformation.map(({ location }) => location.range)]
    .some(({ start, end }) => start.line <= row.last && row.first <= end.line);
}
