import type { Ledger, MeantCell } from './ledger.ts';

/** So many broken identities tell a wrong total from a wrong part. */
const enough = 2;

/** Whether a total is wrong for certain: two identities contradict it, or it is 0 beside parts that are not. */
export function isContradicted(ledger: Ledger, { figure, value }: MeantCell): boolean {
  const broken = (ledger.system.memberships[figure] ?? []).filter((index) => ledger.isBroken(index));
  return broken.length >= enough || ((ledger.valueOf(figure) ?? 0) === 0 && (value ?? 0) > 0);
}
