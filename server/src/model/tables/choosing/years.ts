import { normalise } from '../../../forms/vocabulary.ts';
import type { RowDefinition } from '../../../forms/table.ts';
import type { Cell, Node, Table } from '../../../syntax/tree.ts';
import { fourDigits, valueOfYear } from '../../../syntax/numerals.ts';
import { withoutNote, type TableLabels } from '../labels.ts';
import { wordsOf } from './shown.ts';
import { greatest, least } from '../../../syntax/lists.ts';

const longestCaption = 40;
const longestLabel = 60;
const sentence = /[。，,；;！!？?]/u;
const yearWithin = new RegExp(`(${fourDigits})年(?!\\d)`, 'gu');
const relative = /^\(?(?:附(?:件|表)?\d?:?)?(?:(?<last>上年|去年|上一年)|本年|今年)/u;
/** A table of so many words that stand in one before it is that one again. */
const wordsOfWhole = 8;

/** The year that a short line above a table gives to it; `year` is the report's. */
function yearOfLine(line: string, year: number | undefined): number | undefined {
  if (line.length > longestCaption || sentence.test(line)) {
    return undefined;
  }
  const words = normalise(line);
  const named = new Set([...words.matchAll(yearWithin)].map(([, digits]) => valueOfYear(digits ?? '')));
  if (named.size > 0) {
    return named.size === 1 ? [...named][0] : undefined;
  }
  const told = relative.exec(words);
  return told && year !== undefined ? year - (told.groups?.['last'] === undefined ? 0 : 1) : undefined;
}

/** The years under whose lines tables stand: that of the last such line above in the section, which speaks for one whole table. */
export function yearsAbove(nodes: readonly Node[], starts: ReadonlySet<number>, year: number | undefined): ReadonlyMap<Table, number> {
  const years = new Map<Table, number>();
  let current: number | undefined;
  let seen = new Set<string>();
  nodes.forEach((node, at) => {
    const said = node.kind === 'table' ? current : yearOfLine(node.text.trim().split(/[\r\n]+/u).at(-1) ?? '', year);
    if (node.kind !== 'table') {
      seen = said === undefined && !starts.has(at) ? seen : new Set();
      current = said ?? (starts.has(at) ? undefined : current);
    } else if (said !== undefined) {
      const words = wordsOf(node);
      current = words.size >= wordsOfWhole && isMostlyIn(words, seen) ? undefined : said;
      if (current !== undefined) {
        years.set(node, current);
        seen = union([seen, words]);
      }
    }
  });
  return years;
}

/**
 * The tables, of all that show one of the form's, that are the report's: none below a line of another year that says again
 * what one of them says. Where all stand below such lines these are out of date, and the latest is the report's.
 */
export function ofReportYear(tables: readonly Table[], years: ReadonlyMap<Table, number>, possible: ReadonlySet<number | undefined>): readonly Table[] {
  const said = tables.flatMap((table) => years.get(table) ?? []);
  const own = greatest(said.filter((year) => possible.has(year)));
  const isOwn = (table: Table): boolean => [undefined, own].includes(years.get(table));
  const others = tables.filter((table) => !isOwn(table));
  if (others.length === tables.length) {
    return tables.filter((table) => years.get(table) === greatest(said));
  }
  const isRepeated = isMostlyIn(union(others.map(wordsOf)), union(tables.filter(isOwn).map(wordsOf)));
  return isRepeated ? tables.filter(isOwn) : tables;
}

const yearOfRow = new RegExp(`^\\(?(?:(${fourDigits})年度?|(上年|去年|上一年|本年|今年)度?)(?:数据|数)?:?\\)?$`, 'u');

const bareYear = /^\s*20\d{2}\s*$/u;
/** Reports set beside each other are of years as close as that. */
const mostYearsApart = 5;

/** Whether rows of a table are of different years, so that the same figures may stand in it for each of them. */
export function holdsYears(parts: readonly Table[], labels: TableLabels): boolean {
  const years = new Set<number | string>();
  const bare = new Set<number>();
  const dated = new Set<RowDefinition>();
  const undated = new Set<RowDefinition>();
  for (const { cells } of parts.flatMap(({ rows }) => rows)) {
    const [first, ...others] = cells.filter(({ kind }) => kind !== 'blank');
    const said = first?.kind === 'text' && first.text.length <= longestCaption ? yearOfRow.exec(normalise(first.text)) : null;
    const isAlone = said && others.every(({ kind }) => kind === 'figure');
    const label = isAlone ? undefined : labelWithYear(cells, labels);
    if (isAlone) {
      years.add(yearIn(said));
    } else if (first && bareYear.test(first.text) && cells[0] === first && others.length > 0) {
      bare.add(Number(first.text));
    } else if (label && cells.some(({ kind }) => kind === 'figure')) {
      (label.year === undefined ? undated : dated).add(label.row);
      if (label.year !== undefined) {
        years.add(label.year);
      }
    }
  }
  const areYears = bare.size > 1 && greatest(bare) - least(bare) <= mostYearsApart;
  return years.size > 1 || areYears || [...dated].some((row) => undated.has(row));
}

const yearWords = `\\(?(?:(${fourDigits})年度?|(上年|去年|上一年|本年|今年)度?)(?:同期)?(?:数据|数)?\\)?`;
const yearBefore = new RegExp(`^${yearWords}[:的]?`, 'u');
const yearBehind = new RegExp(`:?${yearWords}$`, 'u');

function yearIn([, digits, words]: RegExpExecArray): number | string {
  return digits === undefined ? words ?? '' : valueOfYear(digits);
}

/** The row that the words before the figures name, and the year that stands before or behind its label: `（一）予以公开（2022年）`. */
function labelWithYear(cells: readonly Cell[], { rowNamed }: TableLabels): { row: RowDefinition; year: number | string | undefined } | undefined {
  const from = cells.findIndex(({ kind }) => kind === 'figure');
  const words = cells.slice(0, Math.max(0, from)).filter(({ kind, text }) => kind === 'text' && text.length <= longestLabel).map(({ text }) => normalise(text));
  for (const written of new Set([words.slice(-2).join(''), words.at(-1) ?? ''])) {
    const said = yearBefore.exec(written) ?? yearBehind.exec(written);
    const whole = rowNamed(written);
    if (whole && (!said || withoutNote(written) === written)) {
      return { row: whole.row, year: undefined };
    }
    const match = said && rowNamed(said.index === 0 ? written.slice(said[0].length) : written.slice(0, said.index));
    if (said && match) {
      return { row: match.row, year: yearIn(said) };
    }
  }
  return undefined;
}

function union(sets: readonly ReadonlySet<string>[]): Set<string> {
  return new Set(sets.flatMap((set) => [...set]));
}

/** So many words tell whether a table says again what another one says. */
const wordsCompared = 100;

/** Whether words mostly stand among others, or in them: lines of a table that stands askew hold pieces of its labels. */
function isMostlyIn(words: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  const all = [...others].join('\n');
  const compared = [...words].slice(0, wordsCompared);
  return compared.filter((word) => others.has(word) || all.includes(word)).length * 2 > compared.length;
}
