import type { LocatedReport, ReportDigest } from './digest.ts';
import type { Names, Unit } from './names.ts';
import type { CollectedReport, Neighbours, UnitReport } from './neighbours.ts';
import { isSameDigest } from './same.ts';

export { compileNames, namesOf, type NameFault, type Names, type NameSettings, type Unit } from './names.ts';
export type { LocatedReport, ReportDigest, TableDigest, TableFigures, TableShape } from './digest.ts';
export { isConspicuous } from './conspicuous.ts';
export { areSameNeighbours } from './same.ts';
export type { CollectedReport, Neighbours, UnitReport } from './neighbours.ts';
export { proposedNames, proposedUnits } from './proposals.ts';
export { createShapePool, shapeOf } from './shapes.ts';

/** By what reports are found: an organ may make yearly reports of several kinds. */
function keyOf(organ: string, kind: string | undefined): string {
  return kind === undefined ? organ : `${organ}\n${kind}`;
}

/**
 * The reports (年报) that know each other: those of a folder, or those that are open. Hosts feed it with files as they come,
 * change and go; each call costs the file and its neighbours. It answers in the same way whatever the order of the calls.
 */
export interface Collection {
  /**
   * Adds a file or puts it in the place of what it was; gives the other files whose neighbours are other ones now. A digest that
   * says the same as before stays the object that it was.
   */
  set(uri: string, reports: readonly ReportDigest[], names: Names): ReadonlySet<string>;
  /** Forgets a file; gives the others as above. */
  delete(uri: string): ReadonlySet<string>;
  /** What there is to compare each report of a file with, in the order of the file; empty for a file that is not known. */
  neighboursOf(uri: string): readonly Neighbours[];
  /** A government's units and their reports of a year, by any of its names; undefined where the names know no such government. */
  unitsOf(government: string, year: number, names: Names): readonly UnitReport[] | undefined;
  /** The reports of a file; empty for one that is not known. */
  reportsOf(uri: string): readonly CollectedReport[];
  /** All reports, by file. */
  reports(): readonly CollectedReport[];
}

interface CollectedFile {
  readonly reports: readonly CollectedReport[];
  readonly names: Names;
}

/** Of more reports of one organ and year than these the first are enough: that there are others is all that is told. */
const mostTwins = 10;

export function createCollection(): Collection {
  const files = new Map<string, CollectedFile>();
  const byYear = new Map<number, Map<string, readonly CollectedReport[]>>();
  /** How many files have names of settings, by the names. */
  const namesInUse = new Map<Names, number>();

  const at = (organ: string, kind: string | undefined, year: number): readonly CollectedReport[] =>
    byYear.get(year)?.get(keyOf(organ, kind)) ?? [];

  function enter(report: CollectedReport): void {
    const { organ, report: { year, kind } } = report;
    if (organ !== undefined && year !== undefined) {
      const organs = byYear.get(year) ?? new Map<string, readonly CollectedReport[]>();
      byYear.set(year, organs);
      organs.set(keyOf(organ, kind), [...at(organ, kind, year), report].sort(inOrder));
    }
  }

  function leave(report: CollectedReport): void {
    const { organ, report: { year, kind } } = report;
    if (organ !== undefined && year !== undefined) {
      const rest = at(organ, kind, year).filter((one) => one !== report);
      if (rest.length > 0) {
        byYear.get(year)?.set(keyOf(organ, kind), rest);
      } else {
        byYear.get(year)?.delete(keyOf(organ, kind));
      }
    }
  }

  function remove(uri: string): CollectedFile | undefined {
    const file = files.get(uri);
    if (file) {
      file.reports.forEach(leave);
      files.delete(uri);
      const uses = (namesInUse.get(file.names) ?? 1) - 1;
      if (uses > 0) {
        namesInUse.set(file.names, uses);
      } else {
        namesInUse.delete(file.names);
      }
    }
    return file;
  }

  /** The files that look at an organ's report of a year: its own of that year and the next, and all of governments above it. */
  function onlookers({ organ, report: { year, kind } }: CollectedReport): readonly CollectedReport[] {
    if (organ === undefined || year === undefined) {
      return [];
    }
    const above = [...namesInUse.keys()].flatMap(({ units }) =>
      [...units].filter(([, below]) => below.some((unit) => unit.organ === organ)).map(([name]) => name));
    const years = [...byYear.keys()];
    return [
      ...at(organ, kind, year), ...at(organ, kind, year + 1),
      ...[...new Set(above)].flatMap((name) => years.flatMap((one) => at(name, kind, one))),
    ];
  }

  function affectedBy(uri: string, reports: readonly CollectedReport[]): ReadonlySet<string> {
    return new Set(reports.flatMap(onlookers).map((one) => one.uri).filter((one) => one !== uri));
  }

  function neighbours(report: CollectedReport, { units }: Names): Neighbours {
    const { organ, report: { year, kind } } = report;
    if (organ === undefined || year === undefined) {
      return { twins: [], hasUnits: false };
    }
    const twins = at(organ, kind, year).filter((one) => one !== report).slice(0, mostTwins);
    if (twins.length > 0) {
      return { twins, hasUnits: false };
    }
    const last = at(organ, kind, year - 1);
    const below = units.get(organ);
    return {
      twins,
      ...(last.length === 1 && last[0] ? { lastYear: last[0] } : {}),
      ...(below ? { units: below.map((unit) => unitReport(unit, at(unit.organ, kind, year))) } : {}),
      hasUnits: below?.some((unit) => [...byYear.keys()].some((one) => at(unit.organ, kind, one).length > 0)) ?? false,
    };
  }

  return {
    set(uri, reports, names) {
      const known = files.get(uri)?.reports;
      const same = reports.map((report, index) => (known?.[index] && isSameDigest(known[index].report, report) ? known[index].report : report));
      if (known && files.get(uri)?.names === names && known.length === same.length && same.every((report, index) => known[index]?.report === report)) {
        return new Set();
      }
      const before = remove(uri);
      const located = same.map((report, index): CollectedReport =>
        ({ uri, index, report, organ: report.organ === undefined || report.year === undefined ? undefined : names.organ(report.organ) }));
      files.set(uri, { reports: located, names });
      namesInUse.set(names, (namesInUse.get(names) ?? 0) + 1);
      located.forEach(enter);
      return affectedBy(uri, [...(before?.reports ?? []), ...located]);
    },
    delete(uri) {
      const before = remove(uri);
      return affectedBy(uri, before?.reports ?? []);
    },
    neighboursOf(uri) {
      const file = files.get(uri);
      return file ? file.reports.map((report) => neighbours(report, file.names)) : [];
    },
    unitsOf: (government, year, { organ, units }) => units.get(organ(government))?.map((unit) => unitReport(unit, at(unit.organ, undefined, year))),
    reportsOf: (uri) => files.get(uri)?.reports ?? [],
    reports: () => [...files.values()].flatMap((file) => file.reports).sort(inOrder),
  };
}

function unitReport(unit: Unit, reports: readonly CollectedReport[]): UnitReport {
  const [located] = reports;
  return { ...unit, ...(reports.length === 1 && located ? { located } : {}), isDuplicate: reports.length > 1 };
}

function inOrder(one: LocatedReport, other: LocatedReport): number {
  return one.uri < other.uri ? -1 : one.uri > other.uri ? 1 : one.index - other.index;
}
