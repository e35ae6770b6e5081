import type { YearIdentity } from '../forms/across-years.ts';
import { sumOf } from '../model/arithmetic/tally.ts';
import { isSameValue, rounded, valueOf, type TableFigures } from './digest.ts';

/** A figure that does not follow from last year's report as it should. */
export interface YearDifference {
  readonly code: string;
  readonly table: TableFigures;
  /** Index of the figure. */
  readonly figure: number;
  readonly is: number;
  readonly should: number;
  /** Last year's figure and its id. */
  readonly last: number;
  readonly lastId: string;
  /** The rest of the sum: figures of the year by their index. */
  readonly plus: readonly number[];
  readonly minus: readonly number[];
  /** Other figures of the same mistake, as of a row that was not filled in: told with this one. */
  readonly others: readonly OtherFigure[];
  /** Totals that follow: what they are to be as well. */
  readonly totals: readonly OtherFigure[];
}

interface OtherFigure {
  readonly figure: number;
  readonly is: number;
  readonly should: number;
  readonly lastId: string;
}

type Compared = Omit<YearDifference, 'table' | 'others' | 'totals'> & Pick<YearIdentity, 'group' | 'parts'>;

/**
 * Compares the figures of a report with last year's: each mistake once. A total that follows its parts carries nothing; a row of
 * zeros where several figures were carried over was not filled in, and two figures that exchange one difference are one mistake.
 * What is not known in either report is not compared.
 */
export function yearDifferences(tables: readonly TableFigures[], last: readonly TableFigures[]): readonly YearDifference[] {
  return tables.flatMap((table) => {
    const groups = new Map<number, Compared[]>();
    for (const identity of table.shape.acrossYears) {
      const compared = compare(identity, table, last);
      if (compared) {
        groups.set(identity.group, [...(groups.get(identity.group) ?? []), compared]);
      }
    }
    return [...groups.values()].flatMap((group) => differencesOf(group, table));
  });
}

function compare(identity: YearIdentity, { values }: TableFigures, lastYear: readonly TableFigures[]): Compared | undefined {
  const is = values[identity.figure] ?? null;
  const last = valueOf(lastYear, identity.last) ?? null;
  const should = followingFrom(identity, values, last);
  return is === null || last === null || should === null ? undefined : { ...identity, is, last, lastId: identity.last, should };
}

/** What a figure should be by last year's figure and the others of its identity; null where one of them is not known. */
export function followingFrom({ plus, minus }: Pick<YearIdentity, 'plus' | 'minus'>, values: TableFigures['values'], last: number | null): number | null {
  const [more, less] = [sumOf(plus, values), sumOf(minus, values)];
  return last === null || more === null || less === null ? null : rounded(last + more - less);
}

function differencesOf(group: readonly Compared[], table: TableFigures): readonly YearDifference[] {
  const differing = group.filter(({ is, should }) => !isSameValue(is, should));
  const isReported = ({ parts }: Compared): boolean => parts.length === 0
    || (!differing.some(({ figure }) => parts.includes(figure)) && parts.some((part) => !group.some(({ figure }) => figure === part)));
  const reported = differing.filter(isReported);
  const totals = (parts: readonly Compared[]): OtherFigure[] => group
    .filter((total) => total.parts.some((part) => parts.some(({ figure }) => figure === part)) && !isSameValue(total.is, total.should))
    .map(otherOf);
  const whole = (first: Compared, others: readonly Compared[]): YearDifference =>
    ({ ...plain(first), table, others: others.map(otherOf), totals: totals([first, ...others]) });
  const [first, ...others] = reported;
  return first && others.length > 0 && isOneMistake(reported, group) ? [whole(first, others)] : reported.map((one) => whole(one, []));
}

/** A row with nothing in it, or one number that stands with its neighbour. */
function isOneMistake(reported: readonly Compared[], group: readonly Compared[]): boolean {
  const isUnfilled = group.every(({ is }) => is === 0);
  const isMoved = reported.length === 2 && isSameValue(reported.reduce((sum, { is, should }) => sum + is - should, 0), 0);
  return isUnfilled || isMoved;
}

function otherOf({ figure, is, should, lastId }: Compared): OtherFigure {
  return { figure, is, should, lastId };
}

function plain({ code, figure, is, should, last, lastId, plus, minus }: Compared): Omit<YearDifference, 'table' | 'others' | 'totals'> {
  return { code, figure, is, should, last, lastId, plus, minus };
}
