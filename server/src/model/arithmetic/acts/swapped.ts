import type { Ledger, MeantCell } from '../ledger.ts';
import type { Line } from '../lines.ts';
import { countFilled, tellingFigures, type Act, type ActFinder } from './act.ts';

const cellCost = 1.8;
const neighbourCost = 1.9;
const lineCost = 2.3;

/** That totals stand in the place of parts, and these are the sums of all others, does not come by chance. */
const totalCost = 1.4;

/** So many broken identities are no matter of two cells. */
const mostBroken = 8;

/** Two rows, two columns, or two cells of a row or column were taken for each other. */
export const swapped: ActFinder = (ledger, suspects) => {
  const lines = suspects.map(({ line }) => line);
  return [...swappedLines(ledger, lines), ...(ledger.broken <= mostBroken ? swappedCells(ledger, lines) : [])];
};

function swappedLines(ledger: Ledger, lines: readonly Line[]): Act[] {
  const acts: Act[] = [];
  const telling = new Set(lines.filter(({ figures }) => countFilled(ledger, figures) >= tellingFigures));
  lines.forEach((one, at) => {
    for (const other of lines.slice(at + 1)) {
      const isTold = one.isTotal === other.isTotal ? telling.has(one) && telling.has(other) : telling.has(one) || telling.has(other);
      if (isTold && one.each === other.each && one.role !== other.role && evensOut(ledger, one, other)) {
        acts.push({ kind: 'swapped', cost: costOf(one, other), lines: [one, other], cells: exchanged(ledger, one.figures, other.figures) });
      }
    }
  });
  return acts;
}

/** Whether the exchange evens out the first broken identity across the lines that it changes. */
function evensOut(ledger: Ledger, one: Line, other: Line): boolean {
  for (let at = 0; at < one.figures.length; at += 1) {
    const [figure, counterpart] = [one.figures[at] ?? 0, other.figures[at] ?? 0];
    const by = (ledger.valueOf(counterpart) ?? 0) - (ledger.valueOf(figure) ?? 0);
    for (const index of [...(one.across[at] ?? []), ...(other.across[at] ?? [])]) {
      const change = by * (ledger.signOf(index, figure) - ledger.signOf(index, counterpart));
      if (change !== 0 && ledger.isBroken(index)) {
        return ledger.differenceOf(index) + change === 0;
      }
    }
  }
  return false;
}

function costOf(one: Line, other: Line): number {
  if (one.isTotal !== other.isTotal) {
    return totalCost;
  }
  return other.at - one.at === 1 ? neighbourCost : lineCost;
}

/** Pairs whose exchange evens out one of the broken identities. */
function swappedCells(ledger: Ledger, lines: readonly Line[]): Act[] {
  const { system } = ledger;
  const acts: Act[] = [];
  const present = new Set(ledger.values);
  for (const { index, left, right } of system.identities.filter((identity) => ledger.isBroken(identity.index))) {
    for (const figure of [...left, ...right]) {
      const asked = ledger.askedBy(index, figure);
      const counterparts = asked === undefined || !present.has(asked) ? [] : lines.filter(({ figures }) => figures.includes(figure)).flatMap(({ figures }) =>
        figures.filter((other) => ledger.valueOf(other) === asked && system.memberships[other]?.includes(index) === false
          && mayBeSwapped(ledger, figures, figure, other)));
      acts.push(...counterparts.map((other) => ({ kind: 'swapped' as const, cost: cellCost, lines: [], cells: exchanged(ledger, [figure], [other]) })));
    }
  }
  return acts;
}

/** Two numbers, or a number that was typed into the cell next to its own; of two totals, or in a single line, 0 is no sign of that. */
function mayBeSwapped(ledger: Ledger, line: readonly number[], one: number, other: number): boolean {
  const { system } = ledger;
  const totals = [one, other].filter((figure) => system.isTotal[figure] === true).length;
  const isNext = Math.abs(line.indexOf(one) - line.indexOf(other)) === 1;
  return countFilled(ledger, [one, other]) === 2 || (isNext && totals < (system.columns.length === 0 ? 1 : 2));
}

function exchanged(ledger: Ledger, one: readonly number[], other: readonly number[]): MeantCell[] {
  return one.flatMap((figure, at) => {
    const counterpart = other[at] ?? figure;
    const [value, otherValue] = [ledger.valueOf(figure), ledger.valueOf(counterpart)];
    return value === otherValue ? [] : [{ figure, value: otherValue ?? undefined }, { figure: counterpart, value: value ?? undefined }];
  });
}
