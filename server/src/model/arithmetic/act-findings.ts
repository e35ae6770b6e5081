import type { Identity } from '../../forms/table.ts';
import type { Act } from './acts/act.ts';
import { brokenIdentities, type ArithmeticFinding } from './findings.ts';
import { actWayOut, repairFix, type Flaws } from './fixes.ts';

/** Named alternatives are for the reader to compare; of more it is only said what is short. */
const mostNamed = 3;

/** The figures that findings stand at already, and the identities that they tell of. */
interface Reported {
  readonly figures: readonly number[];
  readonly broken: readonly number[];
}

/**
 * The findings of acts that concern more than single cells: one for each that every explanation knows, and one for those
 * of which it is open which was done. Each identity is told of once, with the first act that changes a figure of it.
 */
export function findingsOfActs(
  flaws: Flaws, certain: readonly Act[], alternatives: readonly Act[], reported: Reported, preferred: () => boolean,
): readonly ArithmeticFinding[] {
  const groups = [...certain.toSorted((one, other) => firstOf(one) - firstOf(other)).map((act) => [act]), ...(alternatives.length > 0 ? [alternatives] : [])];
  const broken = shareOut(flaws, groups, reported.broken);
  const taken = new Set(reported.figures);
  return groups.map((acts, at) => {
    const own = broken[at] ?? [];
    const figure = placeOf(flaws, acts, own, taken);
    taken.add(figure);
    const found = { code: codeOf(flaws, acts, own), figure, broken: own.map(({ index }) => index) };
    const [act] = acts;
    if (acts === alternatives || act === undefined) {
      const named = acts.length <= mostNamed ? acts : [];
      return { ...found, open: true, fixes: named.flatMap((one) => actWayOut(flaws, one) ?? []), alternatives: acts };
    }
    const fix = act.isGuess === true ? undefined : repairFix(flaws, act.cells, preferred, act);
    return { ...found, open: false, fixes: fix === undefined ? [] : [fix], act };
  });
}

/** Where an act is told, in the order of print; the order in which they were found is no matter of a reader. */
function firstOf({ lines, cells }: Act): number {
  return lines.at(-1)?.figures[0] ?? Math.min(...cells.map(({ figure }) => figure));
}

/** The broken identities of each group; those that none touches go to the first. */
function shareOut(flaws: Flaws, groups: readonly (readonly Act[])[], reported: readonly number[]): readonly (readonly Identity[])[] {
  const shares: Identity[][] = groups.map(() => []);
  const figures = groups.map((acts) => new Set(acts.flatMap(({ cells }) => cells.map(({ figure }) => figure))));
  for (const identity of brokenIdentities(flaws).filter(({ index }) => !reported.includes(index))) {
    const at = figures.findIndex((own) => [...identity.left, ...identity.right].some((figure) => own.has(figure)));
    shares[Math.max(0, at)]?.push(identity);
  }
  return shares;
}

/** The code of most of the identities, of sums before others where totals are wrong; of as many of two codes the first. */
function codeOf({ system }: Flaws, acts: readonly Act[], broken: readonly Identity[]): string {
  const totals = new Set(acts.every(({ kind }) => kind === 'stale') ? acts.flatMap(({ cells }) => cells.map(({ figure }) => figure)) : []);
  const sums = broken.filter(({ defines }) => defines !== undefined && totals.has(defines));
  const counts = new Map<string, number>();
  for (const { code } of sums.length > 0 ? sums : broken) {
    counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  const [first] = acts.flatMap(({ cells }) => cells.flatMap(({ figure }) => system.memberships[figure] ?? []));
  return [...counts].sort((one, other) => other[1] - one[1])[0]?.[0] ?? system.identities[first ?? 0]?.code ?? '';
}

/** A known figure of the acts, or else of the identities, that is bound by a broken one and carries no other finding. */
function placeOf({ system, values }: Flaws, acts: readonly Act[], broken: readonly Identity[], taken: ReadonlySet<number>): number {
  const own = new Set(broken.map(({ index }) => index));
  const changed = acts.flatMap(({ cells }) => cells.map(({ figure }) => figure));
  const lines = acts.flatMap((act) => act.lines.flatMap(({ figures }) => figures));
  const candidates = [...changed, ...lines, ...broken.flatMap(({ anchor, left, right }) => [anchor, ...left, ...right])].filter((figure) => !taken.has(figure));
  const isBound = (figure: number): boolean => (values[figure] ?? null) !== null && (system.memberships[figure] ?? []).some((index) => own.has(index));
  return candidates.find(isBound) ?? candidates[0] ?? 0;
}
