import type { Ledger, MeantCell } from '../ledger.ts';
import { groupOf } from '../lines.ts';
import { countFilled, type Act } from './act.ts';
import { slipOf } from './slip.ts';

/** It comes before a total mistyped: figures that large are not in such an order by chance. */
const cost = 0.95;
const farApart = 10;

/** So many parts that are not 0 show that numbers were moved. */
const fewestFilled = 2;

/** A total of a single line and its parts that were typed one cell to the side: no other identity tells of it. */
export function shiftedInGroup(ledger: Ledger, index: number): Act[] {
  const group = groupOf(ledger.system, index);
  if (group === undefined) {
    return [];
  }
  const { figures } = group;
  const written = figures.map((figure) => ledger.valueOf(figure) ?? 0);
  const by = isShiftedOn(written) ? 1 : isShiftedBack(written) ? -1 : 0;
  if (by === 0 || figures.some((figure) => ledger.valueOf(figure) === null) || countFilled(ledger, figures.slice(0, -1)) < fewestFilled) {
    return [];
  }
  const moved = figures.map((figure, at): MeantCell => ({ figure, value: written[at + by] }));
  const cells = ledger.whileMeant(moved, () => moved.map((cell) => ({ ...cell, value: cell.value ?? ledger.askedBy(index, cell.figure) })));
  const inferred = moved.filter(({ value }) => value === undefined).map(({ figure }) => figure);
  return [{ kind: 'shifted', cost, lines: [group], by, cells: cells.filter(({ figure, value }) => value !== ledger.valueOf(figure)), inferred }];
}

/** The first cell is 0, and in the place of the total stands a number far smaller than one of the parts, and no slip of their sum: a part. */
function isShiftedOn(written: readonly number[]): boolean {
  const [total = 0, parts] = [written.at(-1), written.slice(0, -1)];
  const isFar = total > 0 && Math.max(...parts) - total >= farApart;
  return written[0] === 0 && isFar && slipOf(total, sumOf(parts), 1) === undefined;
}

/** The total is 0, and the part before it is no less than all others come to: it is the total itself. */
function isShiftedBack(written: readonly number[]): boolean {
  const [total, last = 0] = [written.at(-1), written.at(-2)];
  const others = written.slice(0, -2).filter((value) => value > 0);
  return total === 0 && last >= farApart && others.length >= fewestFilled && last >= sumOf(others);
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
