import type { Identity, IdentitySystem } from '../../forms/table.ts';
import { byPrecedence, isComplete, tallyOf, type Change, type Values } from './tally.ts';

/**
 * All totals recomputed from their parts, where every part is known: only those that come out differently. Totals that
 * are parts of others come first, and a total that two sums define is left as it is where the two disagree.
 */
export function recomputeTotals(system: IdentitySystem, values: Values): readonly Change[] {
  const recomputed = [...values];
  for (const [total, definitions] of definitionsByTotal(system)) {
    const sum = agreedSum(definitions, recomputed, total);
    if (sum !== undefined) {
      recomputed[total] = sum;
    }
  }
  const changes: Change[] = [];
  recomputed.forEach((value, figure) => {
    if (value !== null && value !== values[figure]) {
      changes.push({ figure, value });
    }
  });
  return changes;
}

/** What all sums say that define a total and have their other figures known; undefined where two disagree, or none is. */
function agreedSum(definitions: readonly Identity[], values: Values, total: number): number | undefined {
  let agreed: number | undefined;
  for (const identity of definitions) {
    const sum = sumOf(identity, values, total);
    if (sum !== undefined && agreed !== undefined && sum !== agreed) {
      return undefined;
    }
    agreed ??= sum;
  }
  return agreed;
}

/** What a total's parts say, once for each identity that defines it and has all its other figures known. */
export function sumsOf(system: IdentitySystem, values: Values, total: number): readonly number[] {
  return definitionsOf(system, total).flatMap((identity) => sumOf(identity, values, total) ?? []);
}

/** The identities that define the figure, in order of precedence; none for a part. */
export function definitionsOf(system: IdentitySystem, figure: number): readonly Identity[] {
  return definitionsByTotal(system).get(figure) ?? [];
}

function sumOf(identity: Identity, values: Values, total: number): number | undefined {
  const tally = tallyOf(identity, values, total);
  const sum = identity.left.includes(total) ? 0 - tally.difference : tally.difference;
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
