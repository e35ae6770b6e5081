import type { FormTable, Identity } from '../../forms/table.ts';
import type { Values } from './tally.ts';

/** An identity by its code and the figure that it is reported at. */
export interface ReportedIdentity {
  readonly code: string;
  readonly figure: string;
}

/** The code of an identity and the figure that it is reported at. */
export function reportedAs({ system, figures }: FormTable, index: number): ReportedIdentity | undefined {
  const identity = system.identities[index];
  const figure = identity && figures[identity.anchor];
  return figure && { code: identity.code, figure: figure.id };
}

/** A table as far as its figures are numbers. */
interface WithValues {
  readonly values: Values;
}

const mostTerms = 2;

/** An identity in figures: `3 + 0 ≠ 0 + 0`; of a long sum only what is not 0, `?` for what is not known. */
export function formulaOf(table: WithValues, { left, right }: Identity, sign = '≠'): string {
  return `${sideOf(table, left)} ${sign} ${sideOf(table, right)}`;
}

function sideOf({ values }: WithValues, side: readonly number[]): string {
  const shown = side.length <= mostTerms ? side : side.filter((figure) => values[figure] !== 0);
  const isShortened = shown.some((figure) => (values[figure] ?? null) === null) && shown.length > mostTerms;
  const terms = (isShortened ? shown.filter((figure) => (values[figure] ?? null) !== null) : shown).map((figure) => String(values[figure] ?? '?'));
  return [...terms, ...(isShortened ? ['?'] : [])].join(' + ') || '0';
}
