import type { FormTable } from '../../server/src/forms/table.ts';
import { analyse, type Analysis } from '../../server/src/model/arithmetic/index.ts';
import { balancedFigures, leafIds } from './figures.ts';
import type { Random } from './random.ts';
import { formOf, type FormId } from './source.ts';

/** An office with a request now and then, and one with hundreds. */
export const offices = { small: { busy: 0.06, most: 4 }, large: { busy: 0.5, most: 400 } } as const;
export type Office = keyof typeof offices;

/** The figures of a table of such an office; everything adds up. */
export function balancedTable(form: FormId, id: 'requests' | 'review', office: Office, random: Random): { table: FormTable; values: number[] } {
  const { busy, most } = offices[office];
  const whole = formOf(form);
  const figures = balancedFigures(whole, new Map(leafIds(whole).map((leaf) => [leaf, random.chance(busy) ? random.integer(1, most) : 0])));
  const table = whole.tables.get(id) as FormTable;
  return { table, values: table.figures.map((figure) => figures.get(figure.id) ?? 0) };
}

/** A row or column of a table by its figures. */
interface TableLine {
  readonly each: 'row' | 'column';
  readonly at: number;
  readonly figures: readonly number[];
}

/** What a person does to a row or column: the figures as they are then, or undefined where nothing would be another one. */
export interface Mishap {
  readonly name: string;
  readonly harm: (values: readonly number[], line: TableLine, lines: readonly TableLine[], random: Random) => number[] | undefined;
}

/** The rows and columns of a table whose rows stand below each other. */
export function linesOf({ rows }: FormTable): readonly TableLine[] {
  const columns = rows[0]?.figures.map((_, at) => rows.flatMap(({ figures }) => figures[at]?.index ?? [])) ?? [];
  return [
    ...rows.map(({ figures }, at) => ({ each: 'row' as const, at, figures: figures.map(({ index }) => index) })),
    ...columns.map((figures, at) => ({ each: 'column' as const, at, figures })),
  ];
}

/** The figures of a printed line of a table whose rows stand side by side. */
export function wholeLine({ figures }: FormTable): TableLine {
  return { each: 'row', at: 0, figures: figures.map(({ index }) => index) };
}

function rewritten(values: readonly number[], figures: readonly number[], meant: (at: number) => number | undefined): number[] | undefined {
  const harmed = [...values];
  figures.forEach((figure, at) => (harmed[figure] = meant(at) ?? 0));
  return harmed.some((value, figure) => value !== values[figure]) ? harmed : undefined;
}

const notFilled: Mishap = { name: 'not filled in', harm: (values, { figures }) => rewritten(values, figures, () => 0) };

const shifts: readonly Mishap[] = [1, -1, 2, -2].map((by) => ({
  name: `shifted by ${by}`,
  harm: (values, { figures }) => rewritten(values, figures, (at) => values[figures[at - by] ?? -1]),
}));

const copied: Mishap = {
  name: 'copied from its neighbour',
  harm(values, { each, at, figures }, lines) {
    const neighbour = lines.find((line) => line.each === each && line.at === at - 1);
    return neighbour && rewritten(values, figures, (place) => values[neighbour.figures[place] ?? -1]);
  },
};

const swapped: Mishap = {
  name: 'swapped with its neighbour',
  harm(values, { each, at, figures }, lines) {
    const neighbour = lines.find((line) => line.each === each && line.at === at - 1);
    const harmed = neighbour && rewritten(values, figures, (place) => values[neighbour.figures[place] ?? -1]);
    return harmed && rewritten(harmed, neighbour?.figures ?? [], (place) => values[figures[place] ?? -1]);
  },
};

/** What can be done to any row or column. */
export const mishaps: readonly Mishap[] = [notFilled, ...shifts, copied, swapped];

/** What happens to single cells: another number, digits taken for each other, one dropped or doubled. */
export const slip: Mishap = {
  name: 'a cell mistyped',
  harm(values, { figures }, _, random) {
    const figure = random.pick(figures);
    const digits = String(values[figure] ?? 0);
    const value = Number(random.pick([
      String(random.integer(0, 40)), digits.slice(1), digits + (digits.at(-1) ?? ''), [...digits].reverse().join(''), String(Number(digits) + random.integer(1, 9)),
    ]) || '0');
    return rewritten(values, [figure], () => value);
  },
};

/** Two cells of a line taken for each other. */
export const exchange: Mishap = {
  name: 'two cells swapped',
  harm(values, { figures }, _, random) {
    const at = random.integer(0, figures.length - 2);
    const pair = figures.slice(at, at + 2);
    return rewritten(values, pair, (place) => values[pair[1 - place] ?? -1]);
  },
};

/** Totals of a line of totals kept from before other figures were changed. */
export const kept: Mishap = {
  name: 'totals not recomputed',
  harm(values, { figures }, _, random) {
    const least = random.integer(0, 3);
    return rewritten(values, figures, (at) => {
      const value = values[figures[at] ?? -1] ?? 0;
      return random.chance(0.7) ? Math.max(0, value + random.integer(-least - 1, 4)) : value;
    });
  },
};

/** Another line further off, always the same one for a line, so that what was done can be done again by itself. */
function lineAfar({ each, at }: TableLine, lines: readonly TableLine[]): TableLine {
  const others = lines.filter((other) => other.each === each && other.at !== at);
  return others[(at * 7 + 3) % others.length] as TableLine;
}

/** Lines far from each other, numbers in other cells: what is done as well, but less often. */
const swappedAfar: Mishap = {
  name: 'swapped with another',
  harm(values, line, lines) {
    const { figures } = lineAfar(line, lines);
    const harmed = rewritten(values, line.figures, (place) => values[figures[place] ?? -1]);
    return harmed && rewritten(harmed, figures, (place) => values[line.figures[place] ?? -1]);
  },
};

const copiedFromAfar: Mishap = {
  name: 'copied from another',
  harm(values, line, lines) {
    const { figures } = lineAfar(line, lines);
    return rewritten(values, line.figures, (place) => values[figures[place] ?? -1]);
  },
};

const misplaced: Mishap = {
  name: 'a number typed into another cell',
  harm(values, { figures }, lines, random) {
    const from = random.pick(figures.filter((figure) => (values[figure] ?? 0) > 0).concat(figures[0] ?? 0));
    const to = random.pick(random.pick(lines).figures);
    return to === from ? undefined : rewritten(values, [from, to], (place) => values[place === 0 ? to : from]);
  },
};

/** What a harsher mix has besides. */
export const furtherMishaps: readonly Mishap[] = [swappedAfar, copiedFromAfar, misplaced];

/** Everything that is done to tables here. */
export const everyMishap: readonly Mishap[] = [...mishaps, slip, exchange, kept];

/** How what was done to some lines is told: each at its line, as open, in other words, elsewhere, or not at all. */
export type Telling = 'told' | 'open' | 'in more findings' | 'elsewhere' | 'not seen';

export function tellingOf({ findings }: Analysis, lines: readonly TableLine[]): Telling {
  if (findings.length === 0) {
    return 'not seen';
  }
  if (findings.length > lines.length) {
    return 'in more findings';
  }
  if (findings.some(({ open }) => open)) {
    return 'open';
  }
  const areAt = findings.every(({ act, figure }) => lines.some(({ each, at, figures }) => (act === undefined || act.lines.length === 0
    ? [figure, ...(act?.cells ?? []).map((cell) => cell.figure)].every((one) => figures.includes(one))
    : act.lines.some((line) => line.each === each && line.at === at))));
  return areAt ? 'told' : 'elsewhere';
}

/** How many of the preferred fixes of a table there are, and how many of them write a number that is not the true one. */
export function preferredOf({ findings }: Analysis, truth: readonly number[]): { all: number; wrong: number } {
  const preferred = findings.flatMap(({ fixes }) => fixes.filter((fix) => fix.preferred));
  return { all: preferred.length, wrong: preferred.filter(({ changes }) => changes.some(({ figure, value }) => truth[figure] !== value)).length };
}

/** What was done to a table, at most so many times; each would be seen by itself. */
export function harmed(
  table: FormTable, truth: readonly number[], most: number, random: Random, all = everyMishap,
): { values: readonly number[]; done: readonly Mishap[]; at: readonly TableLine[] } {
  const lines = linesOf(table);
  const { system } = table;
  let values = truth;
  const done: Mishap[] = [];
  const at: TableLine[] = [];
  for (let count = 0; count < most; count += 1) {
    const mishap = random.pick(all);
    const line = random.pick(lines.filter(({ figures }) => mishap !== kept || figures.every((figure) => system.isTotal[figure])));
    const alone = mishap.harm(truth, line, lines, random);
    const next = alone && analyse(system, alone).findings.length > 0 ? mishap.harm(values, line, lines, random) : undefined;
    if (next !== undefined) {
      values = next;
      done.push(mishap);
      at.push(line);
    }
  }
  return { values, done, at };
}

/** A table in which two things were done, each of which would be seen by itself. */
interface Pair {
  readonly table: FormTable;
  readonly truth: readonly number[];
  readonly values: readonly number[];
  readonly at: readonly [TableLine, TableLine];
}

/** Two mishaps on lines of a balanced table; undefined where one of them changes nothing, or cannot be seen. */
export function paired(office: Office, mishap: Mishap, other: Mishap, random: Random): Pair | undefined {
  const { table, values: truth } = balancedTable('2021', 'requests', office, random);
  const { system } = table;
  const lines = linesOf(table);
  const pick = (one: Mishap): TableLine => random.pick(lines.filter(({ figures }) => one !== kept || figures.every((figure) => system.isTotal[figure])));
  const at: [TableLine, TableLine] = [pick(mishap), pick(other)];
  const first = mishap.harm(truth, at[0], lines, random);
  const second = other.harm(truth, at[1], lines, random);
  const isSeen = [first, second].every((values) => values !== undefined && analyse(system, values).findings.length > 0);
  const values = isSeen && at[0] !== at[1] && first !== undefined ? other.harm(first, at[1], lines, random) : undefined;
  return values && { table, truth, values, at };
}
