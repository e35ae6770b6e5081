import type { Identity, IdentitySystem } from '../../forms/table.ts';
import { byPrecedence, isComplete, tallyOf, type Change, type Values } from './tally.ts';

/**
 * All totals recomputed from their parts, where every part is known: only those that come out differently. Totals that
 * are parts of others come first, and a total that two sums define is left as it is where the two disagree.
 */
export function recomputeTotals(system: IdentitySystem, values: Values): readonly Change[] {
  const recomputed = [...values];
  for (const [total, definitions] of definitionsByTotal(system)) {
    const sums = definitions.flatMap((identity) => sumOf(identity, recomputed, total) ?? []);
    const [sum] = sums;
    if (sum !== undefined && sums.every((other) => other === sum)) {
      recomputed[total] = sum;
    }
  }
  return recomputed.flatMap((value, figure) => (value === null || value === values[figure] ? [] : [{ figure, value }]));
}

/** What a total's parts say, once for each identity that defines it and has all its other figures known. */
export function sumsOf(system: IdentitySystem, values: Values, total: number): readonly number[] {
  return definitionsOf(system, total).flatMap((identity) => sumOf(identity, values, total) ?? []);
}

/** The identities that define the figure, in order of precedence; none for a part. */
export function definitionsOf(system: IdentitySystem, figure: number): readonly Identity[] {
  return definitionsByTotal(system).get(figure) ?? [];
}

function sumOf({ left, right }: Identity, values: Values, total: number): number | undefined {
  const isOther = (figure: number): boolean => figure !== total;
  const tally = tallyOf({ left: left.filter(isOther), right: right.filter(isOther) }, values);
  const sum = left.includes(total) ? 0 - tally.difference : tally.difference;
  return isComplete(tally) && sum >= 0 && Number.isSafeInteger(sum) ? sum : undefined;
}

/** Kept for each system: to look for the definitions anew took most of the time of an analysis. */
const known = new WeakMap<IdentitySystem, ReadonlyMap<number, readonly Identity[]>>();

/** The identities that define each total; totals that are parts of others come first. */
function definitionsByTotal(system: IdentitySystem): ReadonlyMap<number, readonly Identity[]> {
  const before = known.get(system);
  if (before !== undefined) {
    return before;
  }
  const ordered = new Map<number, readonly Identity[]>();
  const visited = new Set<number>();
  const visit = (total: number): void => {
    if (!visited.has(total)) {
      visited.add(total);
      const definitions = system.identities.filter(({ defines }) => defines === total).sort(byPrecedence);
      for (const { left, right } of definitions) {
        [...left, ...right].filter((figure) => system.isTotal[figure] === true).forEach(visit);
      }
      ordered.set(total, definitions);
    }
  };
  system.isTotal.forEach((isTotal, figure) => isTotal && visit(figure));
  known.set(system, ordered);
  return ordered;
}
