import type { IdentitySystem } from '../../forms/table.ts';
import { findingsOfRepair, openFindings, type ArithmeticFinding } from './findings.ts';
import { changesOf } from './fixes.ts';
import { firstRepairs } from './repair.ts';
import { stateOf, tallies, type Change, type IdentityState, type Values } from './tally.ts';
import { recomputeTotals } from './totals.ts';

export type { ArithmeticFinding } from './findings.ts';
export type { ArithmeticFix } from './fixes.ts';
export { evaluate, type Change, type IdentityState, type Values } from './tally.ts';
export { recomputeTotals } from './totals.ts';
export { determined, zeroAllowed } from './unknowns.ts';

/** What the identities say of one table. */
export interface Analysis {
  /** By identity. */
  readonly states: readonly IdentityState[];
  readonly findings: readonly ArithmeticFinding[];
  /** The one repair that comes first, if there is one and it leaves no value open. */
  readonly repair?: readonly Change[];
}

/** Judges the identities of a table and finds what is wrong: one mistake, one finding. */
export function analyse(system: IdentitySystem, values: Values): Analysis {
  const tallied = tallies(system, values);
  const states = tallied.map(stateOf);
  if (!states.includes('broken')) {
    return { states, findings: [] };
  }
  const flaws = { system, values, states, recomputed: recomputeTotals(system, values) };
  const repairs = firstRepairs(system, values, tallied);
  const [first] = repairs.named;
  const located = first !== undefined && repairs.count === 1 ? findingsOfRepair(flaws, first) : [];
  if (first === undefined || located.length === 0) {
    return { states, findings: openFindings(flaws, repairs) };
  }
  const repair = changesOf(first);
  return { states, findings: located, ...(repair === undefined ? {} : { repair }) };
}
