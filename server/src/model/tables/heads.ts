import type { BlockData } from '../../forms/form.ts';
import { normalise, spellings } from '../../forms/vocabulary.ts';
import type { Cell, Table } from '../../syntax/tree.ts';
import { withoutNote, type TableLabels } from './labels.ts';

/**
 * In which order the heads of a table name what stands side by side below them, as indexes of the form's; undefined for
 * the form's own order, or where the heads do not tell; `unclear` where they name another one that cannot be told.
 */
export type HeadOrder = readonly number[] | 'unclear' | undefined;

/** Heads that stand side by side: columns, or rows of a table that lies across. */
interface Heads {
  /** By head the group that it stands in beside others, if any (法人或其他组织). */
  readonly groups: readonly (string | undefined)[];
  /** The index of the head that a text names, or the group itself. */
  readonly named: (normal: string) => Head | undefined;
}

type Head = number | string;

/** The order of a block's columns, by the heads of all parts of its table. */
export function columnOrder(block: BlockData, parts: readonly Table[], labels: TableLabels): HeadOrder {
  const heads = columnHeads(block);
  return block.columns.length < 2 ? undefined : orderOf(headRows(parts, heads, labels, (normal) => labels.columnNamed(normal) !== undefined), heads);
}

/** The order of rows that stand side by side, by the heads above them. */
export function rowOrder(parts: readonly Table[], labels: TableLabels): HeadOrder {
  const { rows } = labels.table;
  const heads: Heads = {
    groups: rows.map(({ groups }) => groups.at(-1) && normalise(groups.at(-1)?.label ?? '')),
    named: (normal) => labels.rowNamed(normal)?.row.index ?? (labels.groupNamed(normal) && normalise(labels.groupNamed(normal)?.label ?? '')),
  };
  return orderOf(headRows(parts, heads, labels, () => false), heads);
}

/** The order of the columns that each of several rows side by side has below its head: the same for all, or unclear. */
export function repeatedColumnOrder(block: BlockData, parts: readonly Table[], labels: TableLabels): HeadOrder {
  const { named } = columnHeads(block);
  const count = block.columns.length;
  const runs = parts.flatMap((part) => linesOf(part).flatMap((cells) => runsIn(cells, part, named, labels)));
  const chunks = runs.flatMap((run) => chunksOf(run, count));
  const [first] = chunks;
  if (!first || chunks.every(isAscending) || areWrapped(parts, named, labels, count)) {
    return undefined;
  }
  return new Set(first).size === count && chunks.every((chunk) => isSame(chunk, first)) ? first : 'unclear';
}

/** Whether heads of running text stand in the form's order when they are read on over the ends of lines. */
function areWrapped(parts: readonly Table[], named: Heads['named'], labels: TableLabels, count: number): boolean {
  return parts.every((part) => {
    const cells = part.rows.flatMap((row) => row.cells);
    const heads = cells.slice(0, cells.findIndex(({ kind }) => kind === 'figure'));
    const chunks = runsIn(heads, part, named, labels).flatMap((run) => chunksOf(run, count));
    return part.layout.rowsWrap === true && chunks.length > 0 && chunks.every(isAscending);
  });
}

const columnHeadsByBlock = new WeakMap<BlockData, Heads>();

function columnHeads(block: BlockData): Heads {
  let heads = columnHeadsByBlock.get(block);
  if (!heads) {
    const groups = block.columns.map((column) => (column.groups ?? []).map(normalise));
    const own = groups.map((all) => all.findLast((group) => !groups.every((others) => others.includes(group))));
    const names = new Map<string, Head>(own.flatMap((group) => (group === undefined ? [] : [[group, group]])));
    block.columns.forEach((column, at) => spellings(column).forEach((spelling) => names.set(spelling, at)));
    heads = { groups: own, named: (normal) => names.get(normal) ?? names.get(withoutNote(normal)) };
    columnHeadsByBlock.set(block, heads);
  }
  return heads;
}

/** The heads of one row, left to right. */
interface HeadRow {
  readonly heads: readonly Head[];
  /** Whether its words stood one a line, or beside other words in lines that may be broken anew, so that the name of a group may have come before heads on its left. */
  readonly isLoose: boolean;
}

/** The heads in each row without figures; a row that names one twice, or heads of another kind among them, tells nothing. */
function headRows(parts: readonly Table[], { named }: Heads, { all }: TableLabels, isHead: (normal: string) => boolean): HeadRow[] {
  return parts.flatMap((part) => linesOf(part).flatMap((cells): HeadRow[] => {
    const words = wordsIn(cells, part, named);
    const heads = words.map(named);
    const known = heads.filter((head, at): head is Head => head !== undefined && head !== heads[at - 1]);
    const isForeign = words.some((word, at) => heads[at] === undefined && isHead(word));
    return isForeign || known.length < 2 || new Set(known).size < known.length ? [] : [{ heads: known, isLoose: part.layout.cellIsLine === true || (part.layout.columnsByPosition === true && !words.every((word) => all.has(word))) }];
  }));
}

/** The cells of each row without figures; where cells stand one a line, all that stand together between figures. */
function linesOf({ rows, layout, broken }: Table): (readonly Cell[])[] {
  if (!layout.cellIsLine && broken !== true) {
    return rows.filter(({ cells }) => cells.every(({ kind }) => kind !== 'figure')).map(({ cells }) => cells);
  }
  const lines: Cell[][] = [[]];
  for (const cell of rows.flatMap(({ cells }) => cells)) {
    if (cell.kind === 'text') {
      lines.at(-1)?.push(cell);
    } else if (cell.kind === 'figure' && lines.at(-1)?.length !== 0) {
      lines.push([]);
    }
  }
  return lines;
}

/** The words of a row, normalised; where columns are told by white space alone, one cell may hold several heads. */
function wordsIn(cells: readonly Cell[], { layout }: Table, named: Heads['named']): string[] {
  return cells.filter(({ kind }) => kind === 'text').flatMap(({ text }) => {
    const whole = normalise(text);
    return layout.columnsByPosition && named(whole) === undefined ? text.split(/\s+/u).map(normalise).filter((word) => word !== '') : [whole];
  });
}

function orderOf(rows: readonly HeadRow[], { groups }: Heads): HeadOrder {
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
  const isFlat = ({ heads }: HeadRow): boolean =>
    new Set(heads).size === groups.length && heads.every((head) => typeof head === 'number') && !isSame(heads, levelByLevel);
  const rest = rows.filter((row) => !isFlat(row));
  const names = [...new Set(groups)].filter((group) => group !== undefined);
  return {
    flat: rows.filter(isFlat).map(({ heads }) => heads),
    upper: rest.map(({ heads }) => heads.filter(isUpper)),
    inner: new Map(names.map((name) => [name, rest.map(({ heads }) => heads.filter((head) => typeof head === 'number' && groups[head] === name))])),
  };
}

function longest(sequences: readonly (readonly Head[])[]): readonly Head[] {
  return sequences.reduce((best, one) => (one.length > best.length ? one : best), [] as readonly Head[]);
}

const unknown = -1;

/** The columns that a row names one beside the other, between names of rows; what cannot be read holds its place. */
function runsIn(cells: readonly Cell[], part: Table, named: Heads['named'], labels: TableLabels): number[][] {
  const runs: number[][] = [[]];
  for (const word of wordsIn(cells, part, named)) {
    const head = named(word);
    if (labels.rowNamed(word) || labels.groupNamed(word)) {
      runs.push([]);
    } else {
      runs.at(-1)?.push(typeof head === 'number' ? head : unknown);
    }
  }
  return runs.map((run) => run.slice(run.findIndex((head) => head !== unknown), run.findLastIndex((head) => head !== unknown) + 1));
}

/** A run as one piece a row of the form; none where a head in it is lost or cannot be read. */
function chunksOf(run: readonly number[], count: number): (readonly number[])[] {
  return run.includes(unknown) || run.length % count !== 0
    ? []
    : Array.from({ length: run.length / count }, (_, at) => run.slice(at * count, (at + 1) * count));
}

function isAscending(numbers: readonly number[]): boolean {
  return numbers.every((number, at) => at === 0 || number > (numbers[at - 1] as number));
}

function isSame(one: readonly Head[], other: readonly Head[]): boolean {
  return one.length === other.length && one.every((head, at) => head === other[at]);
}
