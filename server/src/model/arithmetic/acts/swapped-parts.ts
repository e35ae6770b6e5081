import type { Ledger } from '../ledger.ts';
import { membersOf, type Line } from '../lines.ts';
import type { Act, ActFinder } from './act.ts';

/** That the parts of each come to the total of the other does not come by chance. */
const cost = 1.55;
const farApart = 10;
const fewestDifferent = 3;

/** The parts of two columns were taken for each other while their totals were kept: the results of two kinds of applicants. */
export const swappedParts: ActFinder = (ledger, suspects) => {
  const sums = suspects.flatMap(({ line }) => (line.each === 'column' ? sumsOf(ledger, line) : []));
  return sums.flatMap((one, at) => sums.slice(at + 1).flatMap((other) => exchanged(ledger, one, other) ?? []));
};

interface Sum {
  readonly line: Line;
  readonly total: number;
  readonly parts: readonly number[];
}

/** The broken sums along a column in which all is known. */
function sumsOf(ledger: Ledger, line: Line): readonly Sum[] {
  return line.along.flatMap((index) => {
    const total = ledger.system.identities[index]?.defines;
    const members = total !== undefined && ledger.isBroken(index) ? membersOf(ledger.system, index) : [];
    const isKnown = members.length > 0 && members.every((figure) => ledger.valueOf(figure) !== null);
    return isKnown && total !== undefined ? [{ line, total, parts: line.figures.filter((figure) => figure !== total && members.includes(figure)) }] : [];
  });
}

function exchanged(ledger: Ledger, one: Sum, other: Sum): Act | undefined {
  const valueOf = (figure: number | undefined): number => ledger.valueOf(figure ?? -1) ?? 0;
  const comeTo = ({ parts }: Sum, { total }: Sum): boolean => parts.reduce((sum, part) => sum + valueOf(part), 0) === valueOf(total);
  const isTold = one.line !== other.line && one.parts.length === other.parts.length && Math.abs(valueOf(one.total) - valueOf(other.total)) >= farApart
    && comeTo(one, other) && comeTo(other, one);
  const all = isTold ? one.parts.map((part, at) => [part, other.parts[at] ?? part] as const) : [];
  const pairs = all.filter(([part, counterpart]) => valueOf(part) !== valueOf(counterpart));
  const cells = pairs.flatMap(([part, counterpart]) => [{ figure: part, value: valueOf(counterpart) }, { figure: counterpart, value: valueOf(part) }]);
  return pairs.length < fewestDifferent ? undefined : { kind: 'swapped', cost, lines: [one.line, other.line], cells };
}
