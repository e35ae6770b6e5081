import type { Act } from './acts/act.ts';
import type { Ledger, MeantCell } from './ledger.ts';
import type { Values } from './tally.ts';

/**
 * Acts undone together, in a ledger where they are undone one after the other: what one of them infers from the identities
 * may rest on figures that another made wrong, so all that is inferred is found anew. Undefined where that does not fit.
 */
export function undoneTogether(ledger: Ledger, acts: readonly Act[], written: Values): readonly Act[] | undefined {
  const inferred = new Set(acts.flatMap((act) => [...(act.inferred ?? []), ...act.cells.flatMap(({ figure, value }) => (value === undefined ? figure : []))]));
  const open = [...inferred].map((figure) => ({ figure, value: undefined }));
  return ledger.whileMeant(open, () => {
    const values = new Map<number, number>();
    while (findMore(ledger, inferred, values)) {
      // Each round rests on what the one before it found.
    }
    const fits = ledger.broken === 0 && [...values.values()].every((value) => value >= 0);
    return fits ? withValues(acts, inferred, values, written) : undefined;
  });
}

function findMore(ledger: Ledger, inferred: ReadonlySet<number>, values: Map<number, number>): boolean {
  const before = values.size;
  for (const figure of inferred) {
    const value = values.has(figure) ? undefined : ledger.askedByAny(figure);
    if (value !== undefined) {
      ledger.set(figure, value);
      values.set(figure, value);
    }
  }
  return values.size > before;
}

/** Each figure with the first act that it belongs to, where it is another one than is written; what the last act makes of it counts. */
function withValues(acts: readonly Act[], inferred: ReadonlySet<number>, values: ReadonlyMap<number, number>, written: Values): readonly Act[] {
  const taken = new Set<number>();
  const own = new Map(acts.flatMap((act) => act.cells.map(({ figure, value }) => [figure, value] as const)));
  return acts.map((act) => {
    const figures = new Set([...act.cells.map(({ figure }) => figure), ...(act.inferred ?? [])]);
    const cells: MeantCell[] = [];
    for (const figure of [...figures].filter((one) => !taken.has(one))) {
      const value = inferred.has(figure) ? values.get(figure) : own.get(figure);
      taken.add(figure);
      if (value !== (written[figure] ?? undefined)) {
        cells.push({ figure, value });
      }
    }
    return { ...act, cells };
  });
}
