import type { FormIdentity, FormTableView } from '../../../../server/src/lsp/protocol.ts';
import type { Words } from '../words.ts';
import { format } from './dom.ts';

/** The identities that a figure takes part in, those that do not hold first. */
export function identitiesAt({ figures, identities }: FormTableView, figure: number): FormIdentity[] {
  const own = (figures[figure]?.identities ?? []).flatMap((index) => identities[index] ?? []);
  return [...own.filter(({ state }) => state === 'broken'), ...own.filter(({ state }) => state !== 'broken')];
}

/** The formula with what it means: `12 ≠ 5 + 8，不成立，相差 1`. */
export function describeIdentity(identity: FormIdentity, words: Words): string {
  const { state, formula, difference } = identity;
  const parts = [formula, words[state]];
  if (state === 'broken' && difference !== null) {
    parts.push(format(words.difference, Math.abs(difference)));
  }
  return parts.join(words.separator);
}

/** What an identity is about. */
export function nameOfIdentity({ code }: FormIdentity, words: Words): string {
  switch (code) {
    case 'balance': return words.balance;
    case 'results-total': return words.resultsTotal;
    case 'row-total': return words.rowTotal;
    case 'review-total': return words.reviewTotal;
    default: return code;
  }
}

/** The operands of a figure's identities, the figure itself left out; `broken` where one of them does not hold. */
export function operandsOf(table: FormTableView, figure: number): ReadonlyMap<number, 'holds' | 'broken'> {
  const operands = new Map<number, 'holds' | 'broken'>();
  for (const { left, right, state } of identitiesAt(table, figure)) {
    for (const operand of [...left, ...right]) {
      if (operand !== figure && !operands.has(operand)) {
        operands.set(operand, state === 'broken' ? 'broken' : 'holds');
      }
    }
  }
  return operands;
}
