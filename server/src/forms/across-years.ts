import type { TableData, YearIdentityData } from './form.ts';

/** What one figure follows from last year's report; plain data, so that it can be handed between threads. */
export interface YearIdentity {
  /** The rule that tells of it. */
  readonly code: string;
  /** Which entry of the form it is one of: those of a row that is carried over belong together. */
  readonly group: number;
  /** Index of the figure. */
  readonly figure: number;
  /** Id of last year's figure. */
  readonly last: string;
  /** Indexes of figures of the year. */
  readonly plus: readonly number[];
  readonly minus: readonly number[];
  /** Of a total, the figures that it sums and that are compared as well: it follows them. */
  readonly parts: readonly number[];
}

/** A figure by its row and column, as a compiled table has it. */
interface Figure {
  readonly index: number;
  readonly id: string;
  readonly row: { readonly id: string };
  readonly column: { readonly id: string };
}

/** What a total is the sum of, as a compiled table has it. */
interface Sum {
  readonly defines: number | undefined;
  readonly left: readonly number[];
  readonly right: readonly number[];
}

/** One for each figure that can be compared with last year's, in the order of the figures. */
export function compileAcrossYears(
  { acrossYears = [] }: TableData, figures: readonly Figure[], identities: readonly Sum[],
): readonly YearIdentity[] {
  return acrossYears.flatMap((identity, group) => {
    const compared = figures.filter((figure) => termOf(figure, identity) === identity.term);
    const indexes = new Set(compared.map(({ index }) => index));
    const partsOf = (total: number): readonly number[] => {
      const sum = identities.find(({ defines, left, right }) =>
        defines === total && [...left, ...right].every((figure) => indexes.has(figure)));
      return sum ? [...sum.left, ...sum.right].filter((figure) => figure !== total) : [];
    };
    return compared.flatMap((figure): YearIdentity[] => {
      const beside = (term: string): readonly Figure[] =>
        figures.filter((other) => termOf(other, identity) === term && lineOf(other, identity) === lineOf(figure, identity));
      const [last] = beside(identity.last);
      const indexesOf = (terms: readonly string[] = []): number[] => terms.flatMap((term) => beside(term).map(({ index }) => index));
      return last === undefined ? [] : [{
        code: identity.code, group, figure: figure.index, last: last.id,
        plus: indexesOf(identity.plus), minus: indexesOf(identity.minus), parts: partsOf(figure.index),
      }];
    });
  });
}

/** What a term of the identity is compared with: the figure's row, or its column. */
function termOf({ row, column }: Figure, { each }: YearIdentityData): string {
  return each === 'column' ? row.id : column.id;
}

/** In which line the figure stands with its other terms. */
function lineOf({ row, column }: Figure, { each }: YearIdentityData): string {
  return each === 'column' ? column.id : row.id;
}
