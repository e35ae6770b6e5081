import type { BlockData } from '../../../forms/form.ts';
import { normalise, spellings } from '../../../forms/vocabulary.ts';
import type { Cell, Table } from '../../../syntax/tree.ts';
import { isSameList } from '../../../texts/same-list.ts';
import { isAscending, orderOf, type Head, type HeadOrder, type HeadRow, type Heads } from './head-order.ts';
import { joinedNames, namesInColumns, partedAtNames, wordsBetweenFigures, type PageWord } from './head-words.ts';
import { withoutNote, type TableLabels } from '../labels.ts';

/** The order of a block's columns, by the heads of all parts of its table. */
export function columnOrder(block: BlockData, parts: readonly Table[], labels: TableLabels): HeadOrder {
  const heads = columnHeads(block);
  return block.columns.length < 2 ? undefined : orderOf(headRows(parts, heads, labels, (normal) => labels.columnNamed(normal) !== undefined,
    (normal) => labels.rowNamed(normal) !== undefined), heads);
}

/** The order of rows that stand side by side, by the heads above them. */
export function rowOrder(parts: readonly Table[], labels: TableLabels): HeadOrder {
  const { rows } = labels.table;
  const heads: Heads = {
    groups: rows.map(({ groups }) => groups.at(-1) && normalise(groups.at(-1)?.label ?? '')),
    named: (normal) => labels.rowNamed(normal)?.row.index ?? (labels.groupNamed(normal) && normalise(labels.groupNamed(normal)?.label ?? '')),
    names: labels.byLength.map(({ label }) => label),
  };
  return orderOf(headRows(parts, heads, labels, () => false, () => false), heads);
}

/** The order of the columns that each of several rows side by side has below its head: the same for all, or unclear. */
export function repeatedColumnOrder(block: BlockData, parts: readonly Table[], labels: TableLabels): HeadOrder {
  const heads = columnHeads(block);
  const count = block.columns.length;
  const chunks = parts.flatMap((part) => (isPage(part) ? chunksOnPage(part, heads, labels, count)
    : linesOf(part).flatMap((cells) => runsIn(wordsIn(cells, part, heads.named), heads.named, labels)).flatMap((run) => chunksOf(run, count))));
  const [first] = chunks;
  if (!first || chunks.every(isAscending)) {
    return undefined;
  }
  return new Set(first).size === count && chunks.every((chunk) => isSameList(chunk, first)) ? first : 'unclear';
}

/** Heads of a page read on over the ends of lines; else those that are broken over lines, each in its own column. */
function chunksOnPage(part: Table, { named, names }: Heads, labels: TableLabels, count: number): (readonly number[])[] {
  const inColumns = (words: readonly PageWord[]): (readonly number[])[] => chunksOf(namesInColumns(words, names).flatMap((name) => {
    const head = named(name);
    return typeof head === 'number' ? [head] : [];
  }), count);
  let narrow: (readonly PageWord[])[] | undefined;
  return wordsBetweenFigures(part, 2).flatMap((words, at) => {
    const runs = runsIn(joinedNames(words, (normal) => labels.all.has(normal)).map(({ normal }) => normal), named, labels);
    const chunks = runs.flatMap((run) => chunksOf(run, count));
    if (chunks.length > 0) {
      return chunks;
    }
    narrow ??= wordsBetweenFigures(part, 1);
    const below = [words, narrow[at] ?? []].map(inColumns)
      .filter((all) => all.length === labels.table.rows.length && all.every((chunk) => isSameList(chunk, all[0] ?? []) && new Set(chunk).size === count));
    return below.find((all) => all.length > 0 && all.every(isAscending)) ?? below.find(({ length }) => length > 0) ?? [];
  });
}

/** Whether only white space parts the cells of a part. */
function isPage({ layout }: Table): boolean {
  return layout.columnsByPosition === true && !layout.keepsBlanks;
}

const columnHeadsByBlock = new WeakMap<BlockData, Heads>();

function columnHeads(block: BlockData): Heads {
  let heads = columnHeadsByBlock.get(block);
  if (!heads) {
    const groups = block.columns.map((column) => (column.groups ?? []).map(normalise));
    const own = groups.map((all) => all.findLast((group) => !groups.every((others) => others.includes(group))));
    const names = new Map<string, Head>(own.flatMap((group) => (group === undefined ? [] : [[group, group]])));
    block.columns.forEach((column, at) => spellings(column).forEach((spelling) => names.set(spelling, at)));
    heads = { groups: own, named: (normal) => names.get(normal) ?? names.get(withoutNote(normal)), names: block.columns.flatMap(spellings) };
    columnHeadsByBlock.set(block, heads);
  }
  return heads;
}

/**
 * The heads in each row without figures, on a page in all words between figures and names of rows: those of a blank row part the heads
 * of two tables. A row that names one twice, or heads of another kind among them, tells nothing.
 */
function headRows(
  parts: readonly Table[], heads: Heads, labels: TableLabels, isHead: (normal: string) => boolean, isRow: (normal: string) => boolean,
): HeadRow[] {
  const isForeign = (words: readonly string[]): boolean => words.some((word) => heads.named(word) === undefined && isHead(word));
  const told = (order: readonly (Head | undefined)[], isLoose: boolean, isTall: boolean): HeadRow[] => {
    const known = order.filter((head, at): head is Head => head !== undefined && head !== order[at - 1]);
    return known.length < 2 || new Set(known).size < known.length ? [] : [{ heads: known, isLoose, isTall }];
  };
  return parts.flatMap((part) => {
    if (!isPage(part)) {
      const isOneCell = part.layout.cellIsLine === true;
      return linesOf(part).map((cells) => wordsIn(cells, part, heads.named)).filter((words) => !isForeign(words))
        .flatMap((words) => told(words.map(heads.named), isOneCell, isOneCell));
    }
    let narrow: (readonly PageWord[])[] | undefined;
    const isName = (normal: string): boolean => labels.all.has(normal) || heads.named(normal) !== undefined;
    const runsOf = (wide: 1 | 2): (readonly PageWord[])[] => wordsBetweenFigures(part, wide).flatMap((words) => partedAtNames(words, isName, isRow));
    return runsOf(2).flatMap((words, at) => {
      const joined = joinedNames(words, isName);
      if (isForeign(joined.map(({ normal }) => normal))) {
        return [];
      }
      const onNarrow = (): readonly PageWord[] => (narrow ??= runsOf(1))[at] ?? [];
      const inReading = inPlace(joined, heads);
      const order = isOfficial(inReading, heads) ? inReading
        : [inPlace(joinedNames(onNarrow(), isName), heads)].find((one) => isOfficial(one, heads)) ?? inReading;
      const isTall = !haveOneLine(joined, heads);
      const row = told(order, isTall && !haveOwnLine(joined, heads, labels), isTall);
      const isWhole = (one: HeadRow): boolean => namesAll(one.heads, heads);
      const inColumns = (on: readonly PageWord[]): HeadRow[] => told(namesInColumns(on, heads.names).map(heads.named), false, false).filter(isWhole);
      const below = row.some(isWhole) ? [] : inColumns(words);
      return row.some(isWhole) || below.length > 0 ? [...row, ...below] : [...row, ...inColumns(onNarrow())];
    });
  });
}

/** Whether heads that stand in no group, and groups, stand in the order of the form. */
function isOfficial(found: readonly (Head | undefined)[], { groups }: Heads): boolean {
  return isAscending(found.flatMap((head) => (typeof head === 'string' ? [groups.indexOf(head)] : head !== undefined && groups[head] === undefined ? [head] : [])));
}

/** Whether every head is named, with or without the names of groups. */
function namesAll(found: readonly Head[], { groups }: Heads): boolean {
  return groups.every((_, at) => found.includes(at));
}

/** Whether all heads stand in one line, and no names of groups. */
function haveOneLine(words: readonly PageWord[], { named }: Heads): boolean {
  const found = words.filter(({ normal }) => named(normal) !== undefined);
  return found.every(({ normal, line }) => typeof named(normal) === 'number' && line === found[0]?.line);
}

/** Whether the heads that stand above others, and the names of groups, have a line of their own together. */
function haveOwnLine(words: readonly PageWord[], { named, groups }: Heads, { all }: TableLabels): boolean {
  const isUpper = (head: Head | undefined): boolean => typeof head === 'string' || (head !== undefined && groups[head] === undefined);
  const lines = new Set(words.filter(({ normal }) => isUpper(named(normal))).map(({ line }) => line));
  return lines.size === 1 && words.filter(({ line }) => lines.has(line))
    .every(({ normal }) => isUpper(named(normal)) || (named(normal) === undefined && all.has(normal)));
}

/**
 * The heads of words on a page in the order of reading. The name of a group that stands in another line than the heads
 * beside it is in place above its own columns; where that gives another order than the form's, or it stands alone in its line, it tells nothing.
 */
function inPlace(words: readonly PageWord[], { named, groups }: Heads): (Head | undefined)[] {
  const all = words.map((word) => ({ word, head: named(word.normal) }));
  const read = all.map(({ head }) => head);
  const singles = all.filter(({ head }) => typeof head === 'number' && groups[head] === undefined);
  const isApart = ({ head, word }: typeof all[number]): boolean => typeof head === 'string' && word.line !== singles[0]?.word.line;
  if (singles.length < 2 || !singles.every(({ word }) => word.line === singles[0]?.word.line) || !all.some(isApart)) {
    return read;
  }
  const upper = all.filter((one) => singles.includes(one) || typeof one.head === 'string');
  const placed = [...upper].sort((one, other) => one.word.from + one.word.to - other.word.from - other.word.to);
  const rankOf = ({ head }: typeof all[number]): number => (typeof head === 'number' ? head : groups.indexOf(head));
  if (isAscending(placed.map(rankOf))) {
    return [...placed.map(({ head }) => head), ...all.filter((one) => !upper.includes(one)).map(({ head }) => head)];
  }
  const isAlone = ({ word }: typeof all[number]): boolean => words.filter(({ line }) => line === word.line).length === 1;
  const tellsNothing = isAscending(singles.map(rankOf)) ? all.filter(isApart).every(isAlone) : placed.some((one, at) => one !== upper[at]);
  return tellsNothing ? all.filter((one) => !isApart(one)).map(({ head }) => head) : read;
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

const unknown = -1;

/** The columns that a row names one beside the other, between names of rows; what cannot be read holds its place. */
function runsIn(words: readonly string[], named: Heads['named'], labels: TableLabels): number[][] {
  const runs: number[][] = [[]];
  for (const word of words) {
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
