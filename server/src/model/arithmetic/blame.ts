import type { IdentitySystem } from '../../forms/table.ts';
import type { IdentityState } from './tally.ts';
import { definitionsOf } from './totals.ts';

/** What is known of a table when figures are blamed. */
interface Judged {
  readonly system: IdentitySystem;
  readonly states: readonly IdentityState[];
}

/** For each figure of a repair the one that is blamed for it: itself, or the figure that it merely follows. */
export function ownersOf(judged: Judged, set: readonly number[]): ReadonlyMap<number, number> {
  const owners = new Map(set.filter((figure) => isBlamed(judged, figure)).map((figure) => [figure, figure]));
  for (let round = 1; round < set.length; round += 1) {
    for (const figure of set) {
      const owner = owners.has(figure) ? undefined : ownerOf(judged, figure, owners);
      if (owner !== undefined) {
        owners.set(figure, owner);
      }
    }
  }
  return owners;
}

/** A part always; a total unless its own sum holds as written, or no identity that it takes part in is broken. */
function isBlamed({ system, states }: Judged, figure: number): boolean {
  if (system.isTotal[figure] !== true) {
    return true;
  }
  const own = definitionsOf(system, figure).map(({ index }) => states[index]);
  const anyBroken = (system.memberships[figure] ?? []).some((index) => states[index] === 'broken');
  return own.includes('broken') || (!own.includes('holds') && anyBroken);
}

/** Whom a total follows: a part of its own sum, or else whatever shares an identity with it. */
function ownerOf({ system }: Judged, figure: number, owners: ReadonlyMap<number, number>): number | undefined {
  const shared = (system.memberships[figure] ?? []).flatMap((index) => system.identities[index] ?? []);
  for (const { left, right } of [...definitionsOf(system, figure), ...shared]) {
    const part = [...left, ...right].find((other) => other !== figure && owners.has(other));
    if (part !== undefined) {
      return owners.get(part);
    }
  }
  return undefined;
}
