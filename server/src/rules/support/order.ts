import type { Report, Section } from '../../model/report.ts';
import { sectionsOf } from '../../model/form-of-report.ts';
import { memoised } from '../../model/memo.ts';
import { greatest } from '../../syntax/lists.ts';

/** The sections that stand out of order: the fewest that, taken out, leave the others in the order of the form. */
export const displaced = memoised((report: Report): readonly Section[] => {
  const ids = sectionsOf(report).map(({ id }) => id);
  const first = report.sections.filter(({ data }, at, all) => all.findIndex((other) => other.data.id === data.id) === at);
  const positions = first.map(({ data }) => ids.indexOf(data.id));
  if (positions.every((position, at) => at === 0 || position > (positions[at - 1] ?? -1))) {
    return [];
  }
  const kept = longestRise(positions);
  return first.filter((_, at) => !kept.has(at));
});

/** The indexes of a longest rising subsequence; among equally long ones the one that ends earliest. */
function longestRise(positions: readonly number[]): ReadonlySet<number> {
  const length: number[] = [];
  const before: number[] = [];
  positions.forEach((position, at) => {
    length[at] = 1;
    before[at] = -1;
    for (let other = 0; other < at; other += 1) {
      if ((positions[other] ?? 0) < position && (length[other] ?? 0) + 1 > (length[at] ?? 0)) {
        length[at] = (length[other] ?? 0) + 1;
        before[at] = other;
      }
    }
  });
  const kept = new Set<number>();
  for (let at = length.indexOf(greatest(length)); at >= 0; at = before[at] ?? -1) {
    kept.add(at);
  }
  return kept;
}
