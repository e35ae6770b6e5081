import { commonStart } from '../texts/common-ends.ts';
import type { CollectedReport } from './neighbours.ts';

/** So many units make a government: of one alone it may be chance that its name begins so. */
const fewestUnits = 2;

/** The organs whose names begin with a government's (青禾县 → 青禾县水务局), by name as compared; none where they are too few. */
export function proposedUnits(reports: readonly CollectedReport[], government: string): readonly string[] {
  const organs = new Set(reports.flatMap(({ organ }) => (organ !== undefined && organ !== government && organ.startsWith(government) ? [organ] : [])));
  return organs.size < fewestUnits ? [] : [...organs].sort();
}

const mostNames = 3;
/** Names of one organ share the place and something of the matter. */
const fewestShared = 3;

/**
 * Names under which an organ may have reported the year before (曾用名): those of organs that reported then and not since, while
 * it has no report of that year; the most alike first.
 */
export function proposedNames(reports: readonly CollectedReport[], organ: string, year: number): readonly string[] {
  const yearsOf = new Map<string, Set<number>>();
  for (const { organ: name, report } of reports) {
    if (name !== undefined && report.year !== undefined) {
      yearsOf.set(name, (yearsOf.get(name) ?? new Set()).add(report.year));
    }
  }
  if (yearsOf.get(organ)?.has(year - 1)) {
    return [];
  }
  return [...yearsOf].filter(([name, years]) => name !== organ && Math.max(...years) === year - 1)
    .map(([name]) => ({ name, start: commonStart(name, organ), shared: [...new Set(name)].filter((character) => organ.includes(character)).length }))
    .filter(({ start, shared }) => start >= fewestShared && shared > start)
    .sort((one, other) => other.start - one.start || other.shared - one.shared || (one.name < other.name ? -1 : 1))
    .slice(0, mostNames).map(({ name }) => name);
}
