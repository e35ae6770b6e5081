import { compareTexts } from './columns.ts';
import type { KeyFigure, KeyTable } from '../service-types.ts';
import type { FolderFile, FolderReport } from './types.ts';

/** A report with the file that it stands in. */
export interface PlacedReport {
  readonly path: string;
  readonly report: FolderReport;
}

/** An organ with its reports by year; more than one of a year are all there. */
export interface OrganLine {
  /** The name in its newest report. */
  readonly name: string;
  readonly byYear: ReadonlyMap<number, readonly PlacedReport[]>;
}

/** A figure that reports of the folder have. */
interface FigureColumn {
  readonly id: string;
  readonly name: string;
}

/** Numbers side by side: a bar for each organ or year, with what it is made of; null where one is not known for certain. */
export interface Bars {
  /** The year or the organ that it is about. */
  readonly name: string;
  /** What is counted: reports of different kinds are never put side by side. */
  readonly subject: string;
  readonly series: readonly FigureColumn[];
  readonly bars: readonly { readonly name: string; readonly values: readonly KeyFigure['value'][] }[];
}

/** What the page of a folder shows. */
export interface FolderOverview {
  readonly organs: readonly OrganLine[];
  /** In their order. */
  readonly years: readonly number[];
  /** By organ, the newest first. */
  readonly reports: readonly PlacedReport[];
  /** Those of which organ or year is not certain. */
  readonly unplaced: readonly PlacedReport[];
  readonly columns: readonly FigureColumn[];
  /** For each year the organs side by side. */
  readonly byYear: readonly Bars[];
  /** For each organ its years, by result. */
  readonly byOrgan: readonly Bars[];
}

/** Puts the reports of a folder in order: who has handed in for which year, and what their main figures are. */
export function overviewOf(files: readonly FolderFile[]): FolderOverview {
  const all = files.flatMap(({ path, reports }) => reports.map((report) => ({ path, report })));
  const placed = all.filter(({ report }) => report.organKey !== undefined && report.year !== undefined);
  const organs = organLines(placed);
  const years = [...new Set(placed.flatMap(({ report }) => report.year ?? []))].sort((one, other) => one - other);
  return {
    organs, years,
    reports: organs.flatMap(({ byYear }) => [...byYear].sort(([one], [other]) => other - one).flatMap(([, reports]) => reports)),
    unplaced: all.filter((one) => !placed.includes(one)),
    columns: columnsOf(all.flatMap(({ report }) => report.tables.flatMap(({ figures }) => figures))),
    byYear: years.toReversed().flatMap((year) => unitsIn(year, organs)),
    byOrgan: organs.flatMap(yearsOf),
  };
}

function organLines(placed: readonly PlacedReport[]): readonly OrganLine[] {
  const byKey = groupBy(placed, ({ report }) => report.organKey ?? '');
  return [...byKey.values()].map((reports) => {
    const newest = reports.reduce((one, other) => ((other.report.year ?? 0) > (one.report.year ?? 0) ? other : one));
    return { name: newest.report.organ ?? '', byYear: groupBy(reports, ({ report }) => report.year ?? 0) };
  }).sort((one, other) => compareTexts(one.name, other.name));
}

function groupBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): ReadonlyMap<Key, readonly Item[]> {
  const groups = new Map<Key, Item[]>();
  items.forEach((item) => groups.set(keyOf(item), [...groups.get(keyOf(item)) ?? [], item]));
  return groups;
}

/** Each figure once, in the order in which they come. */
function columnsOf(figures: readonly KeyFigure[]): readonly FigureColumn[] {
  const byId = new Map<string, FigureColumn>();
  figures.forEach(({ id, name }) => byId.set(id, byId.get(id) ?? { id, name }));
  return [...byId.values()];
}

/** Two reports of one organ and year cannot be told apart, and are compared with nothing. */
function onlyOne(reports: readonly PlacedReport[] | undefined): FolderReport | undefined {
  return reports?.length === 1 ? reports[0]?.report : undefined;
}

/** The first table that has results: its first figure is what came in, its parts are what became of it. */
function resultsOf(report: FolderReport | undefined): KeyTable | undefined {
  return report?.tables.find(({ parts }) => parts.length > 0);
}

function unitsIn(year: number, organs: readonly OrganLine[]): readonly Bars[] {
  const found = organs.flatMap(({ name, byYear }) => {
    const first = resultsOf(onlyOne(byYear.get(year)))?.figures[0];
    return first === undefined ? [] : [{ name, first }];
  });
  const most = (values: readonly KeyFigure['value'][]): number => values[0] ?? -1;
  return [...groupBy(found, ({ first }) => first.id).values()].map((same): Bars => {
    const bars = same.map(({ name, first }) => ({ name, values: [first.value] }));
    return {
      name: String(year), subject: same[0]?.first.name ?? '', series: columnsOf(same.map(({ first }) => first)),
      bars: bars.sort((one, other) => most(other.values) - most(one.values) || compareTexts(one.name, other.name)),
    };
  });
}

function yearsOf({ name, byYear }: OrganLine): readonly Bars[] {
  const found = [...byYear].sort(([one], [other]) => one - other).flatMap(([year, reports]) => {
    const table = resultsOf(onlyOne(reports));
    return table === undefined ? [] : [{ year, table }];
  });
  return [...groupBy(found, ({ table }) => table.parts.map(({ id }) => id).join(' ')).values()].map((same): Bars => ({
    name, subject: same[0]?.table.title ?? '', series: columnsOf(same.flatMap(({ table }) => table.parts)),
    bars: same.map(({ year, table }) => ({ name: String(year), values: table.parts.map(({ value }) => value) })),
  }));
}
