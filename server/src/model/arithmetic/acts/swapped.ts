import type { Ledger, MeantCell } from '../ledger.ts';
import type { Line } from '../lines.ts';
import { countFilled, tellingFigures, type Act, type ActFinder } from './act.ts';

const cellCost = 1.8;
const neighbourCost = 1.9;
const lineCost = 2.3;

/** So many broken identities are no matter of two cells. */
const mostBroken = 8;

/** Two rows, two columns, or two cells of a row or column were taken for each other. */
export const swapped: ActFinder = (ledger, suspects) => {
  const lines = suspects.map(({ line }) => line);
  return [...swappedLines(ledger, lines), ...(ledger.broken <= mostBroken ? swappedCells(ledger, lines) : [])];
};

function swappedLines(ledger: Ledger, lines: readonly Line[]): Act[] {
  const telling = lines.filter(({ figures }) => countFilled(ledger, figures) >= tellingFigures);
  return telling.flatMap((one, at) => telling.slice(at + 1).flatMap((other) => {
    const mayBe = one.each === other.each && one.role !== other.role && one.figures.length === other.figures.length;
    const cells = mayBe ? exchanged(ledger, one.figures, other.figures) : [];
    const cost = other.at - one.at === 1 ? neighbourCost : lineCost;
    return cells.length > 0 ? [{ kind: 'swapped' as const, cost, lines: [one, other], cells }] : [];
  }));
}

/** Pairs whose exchange evens out one of the broken identities. */
function swappedCells(ledger: Ledger, lines: readonly Line[]): Act[] {
  const { system } = ledger;
  const acts: Act[] = [];
  for (const { index, left, right } of system.identities.filter((identity) => ledger.isBroken(identity.index))) {
    for (const figure of [...left, ...right]) {
      const asked = ledger.askedBy(index, figure);
      const counterparts = asked === undefined ? [] : lines.filter(({ figures }) => figures.includes(figure)).flatMap(({ figures }) =>
        figures.filter((other) => ledger.valueOf(other) === asked && system.memberships[other]?.includes(index) === false && mayBeSwapped(ledger, figures, figure, other)));
      acts.push(...counterparts.map((other) => ({ kind: 'swapped' as const, cost: cellCost, lines: [], cells: exchanged(ledger, [figure], [other]) })));
    }
  }
  return acts;
}

/** Two numbers, or a number that was typed into the cell next to its own. */
function mayBeSwapped(ledger: Ledger, line: readonly number[], one: number, other: number): boolean {
  const isTotal = [one, other].some((figure) => ledger.system.isTotal[figure] === true);
  return countFilled(ledger, [one, other]) === 2 || (!isTotal && Math.abs(line.indexOf(one) - line.indexOf(other)) === 1);
}

function exchanged(ledger: Ledger, one: readonly number[], other: readonly number[]): MeantCell[] {
  return one.flatMap((figure, at) => {
    const counterpart = other[at] ?? figure;
    const [value, otherValue] = [ledger.valueOf(figure), ledger.valueOf(counterpart)];
    return value === otherValue ? [] : [{ figure, value: otherValue ?? undefined }, { figure: counterpart, value: value ?? undefined }];
  });
}
