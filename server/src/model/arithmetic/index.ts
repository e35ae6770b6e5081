import type { IdentitySystem } from '../../forms/table.ts';
import { once } from '../memo.ts';
import { findingsOfActs } from './act-findings.ts';
import type { Act, Explanation } from './acts/act.ts';
import { mistyped } from './acts/mistyped.ts';
import { explanationsOf } from './explanations.ts';
import { findingsOfRepair, openFindings, type ArithmeticFinding } from './findings.ts';
import { changesOf, isPreferred, type Flaws } from './fixes.ts';
import { Ledger } from './ledger.ts';
import { noRepairs, type Repairs } from './repair.ts';
import { hasRival } from './rivals.ts';
import { evaluate, type Change, type IdentityState, type Values } from './tally.ts';
import { recomputeTotals } from './totals.ts';

export type { Act } from './acts/act.ts';
export { lineOf, type ArithmeticFinding } from './findings.ts';
export type { ArithmeticFix } from './fixes.ts';
export type { Line } from './lines.ts';
export { slipOf } from './acts/slip.ts';
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
  const ledger = new Ledger(system, values);
  const states = ledger.states();
  if (ledger.broken === 0) {
    return { states, findings: [] };
  }
  const flaws = { system, values, states, recomputed: recomputeTotals(system, values) };
  const explanations = explanationsOf(ledger, flaws);
  const [first] = explanations;
  if (first === undefined) {
    return { states, findings: openFindings(flaws, noRepairs) };
  }
  return explanations.length === 1 ? findingsOfOne(flaws, first, ledger) : { states, findings: findingsOfSeveral(flaws, explanations) };
}

/** The one explanation: each act once, then the cells that were mistyped besides. */
function findingsOfOne(flaws: Flaws, explanation: Explanation, ledger: Ledger): Analysis {
  const { acts } = explanation;
  const isCertain = explanation.repairs.count <= 1 && explanation.repairs.isBySlip !== true;
  const preferred = once(() => isCertain && isPreferred(flaws, explanation, ledger) && !hasRival(ledger, flaws, explanation));
  const { rest, repairs } = leftOf(flaws, explanation);
  const located = repairs.count === 1 ? findingsOfRepair(rest, repairs.named[0] ?? [], preferred) : [];
  const cells = located.length === 0 && rest.states.includes('broken') ? openFindings(rest, repairs, flaws) : located;
  const findings = withActs(flaws, acts, [], cells, preferred);
  const repair = isKnown(acts, repairs) && cells === located ? changesOf([...acts.flatMap((act) => act.cells), ...(repairs.named[0] ?? [])]) : undefined;
  return { states: flaws.states, findings, ...(repair === undefined ? {} : { repair: repair.toSorted((a, b) => a.figure - b.figure) }) };
}

function isKnown(acts: readonly Act[], { count }: Repairs): boolean {
  return count <= 1 && acts.every(({ isGuess }) => isGuess !== true);
}

/** Several explanations: what all of them know is told, and the rest as one open finding. */
function findingsOfSeveral(flaws: Flaws, explanations: readonly Explanation[]): readonly ArithmeticFinding[] {
  const keys = explanations.map(({ acts }) => new Set(acts.map(({ cells, kind }) => `${kind} ${JSON.stringify(cells)}`)));
  const all = new Map(explanations.flatMap(({ acts }) => acts.map((act) => [`${act.kind} ${JSON.stringify(act.cells)}`, act] as const)));
  const certain = [...all].filter(([key]) => keys.every((own) => own.has(key))).map(([, act]) => act);
  const alternatives = [...all.values()].filter((act) => !certain.includes(act));
  return withActs(flaws, certain, alternatives, [], () => false);
}

function withActs(
  flaws: Flaws, certain: readonly Act[], alternatives: readonly Act[], cells: readonly ArithmeticFinding[], preferred: () => boolean,
): readonly ArithmeticFinding[] {
  if (certain.length + alternatives.length === 0) {
    return cells;
  }
  const own = cells.map((finding) => ({ ...finding, broken: finding.broken.filter((index) => flaws.states[index] === 'broken') }));
  const before = { figures: own.map(({ figure }) => figure), broken: own.flatMap(({ broken }) => broken) };
  return [...findingsOfActs(flaws, certain, alternatives, before, preferred), ...own];
}

/**
 * The table with the acts undone, and the cells mistyped besides. Where it is open which these are, a line of which no value
 * is known stays unknown: what others ask of it may rest on the wrong cell, and would tell it twice.
 */
function leftOf(flaws: Flaws, { acts, repairs }: Explanation): { rest: Flaws; repairs: Repairs } {
  const rest = afterwards(flaws, acts);
  const guessed = acts.flatMap(({ isGuess, inferred = [] }) => (isGuess === true ? inferred : []));
  if (guessed.length === 0 || repairs.count === 1 || !rest.states.includes('broken')) {
    return { rest, repairs };
  }
  const open = afterwards(flaws, [...acts, { cells: guessed.map((figure) => ({ figure, value: undefined })) }]);
  const found = open.states.includes('broken') ? mistyped(new Ledger(flaws.system, open.values)) : undefined;
  return { rest: open, repairs: found?.repairs ?? noRepairs };
}

/** The table with the acts undone. */
function afterwards(flaws: Flaws, acts: readonly Pick<Act, 'cells'>[]): Flaws {
  if (acts.length === 0) {
    return flaws;
  }
  const { system } = flaws;
  const ledger = new Ledger(system, flaws.values);
  acts.forEach(({ cells }) => cells.forEach(({ figure, value }) => ledger.set(figure, value ?? null)));
  const { values } = ledger;
  return { system, values, states: evaluate(system, values), recomputed: recomputeTotals(system, values) };
}
