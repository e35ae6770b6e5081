import type { Ledger, MeantCell } from '../ledger.ts';
import { linesThrough, membersOf, type Line } from '../lines.ts';
import { countFilled, tellingFigures, type Act, type ActFinder } from './act.ts';

const cellCost = 1.8;
const farCellCost = 1.9;
const neighbourCost = 1.9;
const lineCost = 2.3;

/** That the exchange evens out so many figures does not come by chance: it comes before totals that were not computed again. */
const fewestDifferent = 3;
const tellingCost = 1.55;

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
      const isTelling = one.isTotal === other.isTotal ? telling.has(one) && telling.has(other) : telling.has(one) || telling.has(other);
      if (isTelling && one.each === other.each && one.role !== other.role && evensOut(ledger, one, other)) {
        acts.push({ kind: 'swapped', cost: costOf(ledger, one, other), lines: [one, other], cells: exchanged(ledger, one.figures, other.figures) });
      }
    }
  });
  return acts;
}

/** Whether the exchange evens out the first broken identity across the lines that it changes. */
function evensOut(ledger: Ledger, one: Line, other: Line): boolean {
  for (let at = 0; at < one.figures.length; at += 1) {
    const pair = [one.figures[at] ?? 0, other.figures[at] ?? 0] as const;
    const isEven = evensOutFirst(ledger, one.across[at] ?? [], pair) ?? evensOutFirst(ledger, other.across[at] ?? [], pair);
    if (isEven !== undefined) {
      return isEven;
    }
  }
  return false;
}

/** The same for the first broken one of some identities that the exchange of two figures changes; undefined without one. */
function evensOutFirst(ledger: Ledger, indexes: readonly number[], [figure, counterpart]: readonly [number, number]): boolean | undefined {
  const by = (ledger.valueOf(counterpart) ?? 0) - (ledger.valueOf(figure) ?? 0);
  for (const index of by === 0 ? [] : indexes) {
    const change = ledger.isBroken(index) ? by * (ledger.signOf(index, figure) - ledger.signOf(index, counterpart)) : 0;
    if (change !== 0) {
      return ledger.differenceOf(index) + change === 0;
    }
  }
  return undefined;
}

function costOf(ledger: Ledger, one: Line, other: Line): number {
  if (one.isTotal !== other.isTotal) {
    return totalCost;
  }
  if (countDifferent(ledger, one, other) >= fewestDifferent) {
    return tellingCost;
  }
  return other.at - one.at === 1 ? neighbourCost : lineCost;
}

function countDifferent(ledger: Ledger, one: Line, other: Line): number {
  return one.figures.filter((figure, at) =>
    ledger.system.isTotal[figure] !== true && ledger.valueOf(figure) !== ledger.valueOf(other.figures[at] ?? figure)).length;
}

/** A total and one of its own parts, far apart, whose exchange makes the sum hold, are hardly so by chance: it comes before a total mistyped. */
const ownTotalCost = 0.95;
const farApart = 10;

/** A total of a single line that was taken for one of its own parts: no other identity tells of it. */
export function swappedWithTotal(ledger: Ledger, index: number): Act[] {
  const { defines: total = -1 } = ledger.system.identities[index] ?? {};
  return membersOf(ledger.system, index).flatMap((part): Act[] => {
    const by = (ledger.valueOf(part) ?? 0) - (ledger.valueOf(total) ?? 0);
    const isEven = ledger.differenceOf(index) + by * (ledger.signOf(index, total) - ledger.signOf(index, part)) === 0;
    const isTelling = isEven && by >= farApart && countFilled(ledger, [part, total]) === 2;
    return isTelling ? [{ kind: 'swapped', cost: ownTotalCost, lines: [], cells: exchanged(ledger, [total], [part]) }] : [];
  });
}

/** Pairs whose exchange evens out one of the broken identities. */
function swappedCells(ledger: Ledger, lines: readonly Line[]): Act[] {
  const { system } = ledger;
  const acts: Act[] = [];
  const suspected = new Set(lines);
  const present = new Set(ledger.values);
  for (const index of ledger.brokenIndexes()) {
    for (const figure of membersOf(system, index)) {
      const asked = ledger.askedBy(index, figure);
      for (const line of asked === undefined || !present.has(asked) ? [] : linesThrough(system, figure)) {
        for (const other of suspected.has(line) ? line.figures : []) {
          const isPair = ledger.valueOf(other) === asked && system.memberships[other]?.includes(index) === false;
          const cost = isPair ? costOfCells(ledger, line.figures, figure, other) : undefined;
          if (cost !== undefined) {
            acts.push({ kind: 'swapped', cost, lines: [], cells: exchanged(ledger, [figure], [other]) });
          }
        }
      }
    }
  }
  return acts;
}

/** Two numbers, or one that was typed into a cell next to its own or further off; of two totals, or in a single line, 0 is no sign of that. */
function costOfCells(ledger: Ledger, line: readonly number[], one: number, other: number): number | undefined {
  const { system } = ledger;
  const totals = [one, other].filter((figure) => system.isTotal[figure] === true).length;
  const isNext = Math.abs(line.indexOf(one) - line.indexOf(other)) === 1;
  if (countFilled(ledger, [one, other]) === 2 || (isNext && totals < (system.columns.length === 0 ? 1 : 2))) {
    return cellCost;
  }
  return totals === 0 && system.columns.length > 0 ? farCellCost : undefined;
}

/** Two cells of different rows and columns that were mistyped, each as what the other should be; of totals small numbers say so by chance. */
export function swappedAcross({ system, values }: Ledger, [one, other, ...others]: readonly MeantCell[]): Act[] {
  const isExchanged = one !== undefined && other !== undefined && others.length === 0
    && one.value === values[other.figure] && other.value === values[one.figure];
  const isTold = isExchanged && system.columns.length > 0
    && [one, other].every(({ figure, value = 0 }) => system.isTotal[figure] !== true || Math.min(values[figure] ?? 0, value) >= farApart);
  return isTold ? [{ kind: 'swapped', cost: farCellCost, lines: [], cells: [one, other] }] : [];
}

function exchanged(ledger: Ledger, one: readonly number[], other: readonly number[]): MeantCell[] {
  return one.flatMap((figure, at) => {
    const counterpart = other[at] ?? figure;
    const [value, otherValue] = [ledger.valueOf(figure), ledger.valueOf(counterpart)];
    return value === otherValue ? [] : [{ figure, value: otherValue ?? undefined }, { figure: counterpart, value: value ?? undefined }];
  });
}
