import { isSameList } from '../../../texts/same-list.ts';

/**
 * In which order the heads of a table name what stands side by side below them, as indexes of the form's; undefined for
 * the form's own order, or where the heads do not tell; `unclear` where they name another one that cannot be told.
 */
export type HeadOrder = readonly number[] | 'unclear' | undefined;

/** Heads that stand side by side: columns, or rows of a table that lies across. */
export interface Heads {
  /** By head the group that it stands in beside others, if any (法人或其他组织). */
  readonly groups: readonly (string | undefined)[];
  /** The index of the head that a text names, or the group itself. */
  readonly named: (normal: string) => Head | undefined;
  /** All spellings of the heads. */
  readonly names: readonly string[];
}

export type Head = number | string;

/** The heads of one row, left to right. */
export interface HeadRow {
  readonly heads: readonly Head[];
  /** Whether its words stood on several lines, so that the name of a group may have come before heads on its left. */
  readonly isLoose: boolean;
  /** Whether they stood on several lines, so that the heads of a level may stand behind all those of another. */
  readonly isTall: boolean;
}

/** The order that rows of heads tell together. */
export function orderOf(rows: readonly HeadRow[], { groups }: Heads): HeadOrder {
  const isUpper = (head: Head): boolean => typeof head === 'string' || groups[head] === undefined;
  const levels = levelsOf(rows, groups, isUpper);
  const rank = (head: Head): number => (typeof head === 'number' ? head : groups.indexOf(head));
  const isOfficial = (sequence: readonly Head[]): boolean => isAscending(sequence.map(rank));
  if ([levels.flat, levels.upper, ...levels.inner.values()].flat().every(isOfficial)) {
    return undefined;
  }
  const isSingle = (head: Head): boolean => isUpper(head) && typeof head === 'number';
  if (rows.some(({ heads, isLoose }) => isLoose && isOfficial(heads.filter(isSingle)) && !isOfficial(heads.filter(isUpper)))) {
    return 'unclear';
  }
  if (!groups.every((_, at) => rows.some((row) => row.heads.includes(at)))) {
    return 'unclear';
  }
  const official = groups.map((group, at) => group ?? at);
  /** The heads of a level as they stand in the text; the form's order where nothing says another. */
  const orderOn = (sequences: readonly (readonly Head[])[], all: readonly Head[]): readonly Head[] =>
    (sequences.every(isOfficial) ? all : longest(sequences));
  const order = levels.flat.length > 0
    ? longest(levels.flat)
    : orderOn(levels.upper, [...new Set(official)]).flatMap((head) => (
      typeof head === 'number' ? [head] : orderOn(levels.inner.get(head) ?? [], groups.flatMap((group, at) => (group === head ? [at] : [])))
    ));
  const place = (head: Head): number => order.findIndex((one) => one === head || (typeof one === 'number' && groups[one] === head));
  const agrees = [levels.flat, levels.upper, ...levels.inner.values()].flat().every((sequence) => isAscending(sequence.map(place)));
  return agrees && new Set(order).size === groups.length && order.length === groups.length ? order.filter((head) => typeof head === 'number') : 'unclear';
}

/** The heads that a row names of one level, in their order. */
interface Levels {
  /** Rows that name all heads, without groups. */
  readonly flat: readonly (readonly Head[])[];
  /** Heads beside the names of groups. */
  readonly upper: readonly (readonly Head[])[];
  /** By group, the heads below its name. */
  readonly inner: ReadonlyMap<string, readonly (readonly Head[])[]>;
}

function levelsOf(rows: readonly HeadRow[], groups: Heads['groups'], isUpper: (head: Head) => boolean): Levels {
  const indexes = groups.map((_, at) => at);
  const levelByLevel = [...indexes.filter(isUpper), ...indexes.filter((head) => !isUpper(head))];
  const mayBeLevels = ({ heads, isTall }: HeadRow): boolean => isSameList(heads, levelByLevel)
    || (isTall && isSameList(heads, [...heads.filter(isUpper), ...heads.filter((head) => !isUpper(head))]));
  const isFlat = (row: HeadRow): boolean =>
    new Set(row.heads).size === groups.length && row.heads.every((head) => typeof head === 'number') && !mayBeLevels(row);
  const rest = rows.filter((row) => !isFlat(row));
  const names = [...new Set(groups)].filter((group) => group !== undefined);
  return {
    flat: rows.filter(isFlat).map(({ heads }) => heads),
    upper: rest.map(({ heads }) => upperOf(heads, groups, isUpper)),
    inner: new Map(names.map((name) => [name, rest.map(({ heads }) => heads.filter((head) => typeof head === 'number' && groups[head] === name))])),
  };
}

/** The heads of a row that are in no group, and the groups: where heads of a group stand before others, that has its place there. */
function upperOf(heads: readonly Head[], groups: Heads['groups'], isUpper: (head: Head) => boolean): readonly Head[] {
  const first = heads.findIndex((head) => !isUpper(head));
  const isBefore = first >= 0 && heads.slice(first).some(isUpper);
  const upper = isBefore ? heads.map((head) => (isUpper(head) ? head : groups[head as number] as Head)) : heads.filter(isUpper);
  return upper.filter((head, at) => head !== upper[at - 1]);
}

function longest(sequences: readonly (readonly Head[])[]): readonly Head[] {
  return sequences.reduce((best, one) => (one.length > best.length ? one : best), [] as readonly Head[]);
}

export function isAscending(numbers: readonly number[]): boolean {
  return numbers.every((number, at) => at === 0 || number > (numbers[at - 1] as number));
}
