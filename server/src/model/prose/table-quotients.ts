import { quotientOf } from './percent-site.ts';
import type { Quotient, TableRate } from './types.ts';
import type { QuantityId } from './vocabulary.ts';

/** What a quantity, or an outcome of one, may be in the tables, in columns of its own; none where they leave that open. */
export type ReadTables = (id: QuantityId, of?: QuantityId, columns?: readonly string[]) => readonly number[];

/** What a percentage of the tables may be, the first first. */
export function quotientsOf(rate: TableRate, read: ReadTables): readonly Quotient[] {
  switch (rate.kind) {
    case 'finished':
      return crossed(read('finished'), read('due'));
    case 'corrected':
      return corrected(rate.of, read);
    case 'share':
      return crossed([rate.value], rate.isResult ? [...read('finished').slice(0, 1), ...read('due')] : read('applicant'));
    case 'applicant':
      return crossed(read('applicant', undefined, rate.columns), read('applicant'));
  }
}

function crossed(parts: readonly number[], wholes: readonly number[]): readonly Quotient[] {
  return parts.flatMap((part) => wholes.flatMap((whole) => quotientOf(part, whole)));
}

/** Of all reviews, of those that are closed, or of those that were decided. */
function corrected(of: QuantityId, read: ReadTables): readonly Quotient[] {
  const [[part], [total], [pending], [upheld]] = [read('corrected', of), read(of), read('pending', of), read('upheld', of)];
  return part === undefined || total === undefined || pending === undefined || upheld === undefined ? []
    : [total, total - pending, upheld + part].flatMap((whole) => quotientOf(part, whole));
}
