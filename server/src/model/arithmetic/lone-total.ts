import { slipOf } from './acts/slip.ts';
import type { Ledger, MeantCell } from './ledger.ts';
import { membersOf } from './lines.ts';

/**
 * Whether the numbers of a total that nothing but its parts binds may have been typed to the side: it is smaller than one of them,
 * and no digit of their sum was missed, or the first of them is what all the others and it come to; or a few cells of its line are
 * blank, so that one may have been lost before others.
 */
export function mayBeMoved(ledger: Ledger, { figure, value }: MeantCell): boolean {
  const { system } = ledger;
  const [index, ...others] = system.memberships[figure] ?? [];
  if (index === undefined || others.length > 0 || value === undefined) {
    return false;
  }
  const [first = 0, ...parts] = membersOf(system, index).filter((member) => member !== figure).map((member) => ledger.valueOf(member) ?? 0);
  const total = ledger.valueOf(figure) ?? 0;
  const isBelow = total > 0 && total < Math.max(first, ...parts) && slipOf(total, value) === undefined;
  return isBelow || hasLostCells(ledger, parts.length + 1) || (first > 0 && first === parts.reduce((sum, part) => sum + part, total));
}

/** Whether cells of a line are blank, but fewer than the parts of a group: one that was not filled in is blank as a whole. */
function hasLostCells(ledger: Ledger, parts: number): boolean {
  const blanks = ledger.values.filter((value) => value === null).length;
  return blanks > 0 && blanks <= parts;
}
