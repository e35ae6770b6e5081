import { lastIndex } from '../syntax/positions.ts';
import type { LocatedReport, ReportDigest } from './digest.ts';
import type { Names, Unit } from './names.ts';
import type { CollectedReport, Neighbours, UnitReport } from './neighbours.ts';
import { isOneReport, isSameDigest } from './same.ts';

export { compileNames, namesOf, type NameFault, type Names, type NameSettings, type Unit } from './names.ts';
export type { LocatedReport, ReportDigest, TableDigest, TableFigures, TableShape } from './digest.ts';
export { lastYearFiles, type LastYearFiles, type WantedReport } from './last-year-files.ts';
export { compilables, type Compilable } from './compilable.ts';
export { isConspicuous } from './conspicuous.ts';
export { areSameNeighbours, keepSame } from './same.ts';
export type { CollectedReport, Neighbours, UnitReport } from './neighbours.ts';
export { missingUnits } from './rollup.ts';
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
  /** The names of the settings that files have, each once. */
  names(): readonly Names[];
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
  /** In order. */
  const byYear = new Map<number, Map<string, CollectedReport[]>>();
  /** How many files have names of settings, by the names. */
  const namesInUse = new Map<Names, number>();

  const at = (organ: string, kind: string | undefined, year: number): readonly CollectedReport[] =>
    byYear.get(year)?.get(keyOf(organ, kind)) ?? [];

  /** Both give the reports that look at this one. */
  function enter(report: CollectedReport): readonly CollectedReport[] {
    const { organ, report: { year, kind } } = report;
    if (organ === undefined || year === undefined) {
      return [];
    }
    const organs = byYear.get(year) ?? new Map<string, CollectedReport[]>();
    byYear.set(year, organs);
    const twins = organs.get(keyOf(organ, kind)) ?? [];
    organs.set(keyOf(organ, kind), twins);
    const [first] = twins;
    const place = first && inOrder(first, report) < 0 ? placeIn(twins, report) + 1 : 0;
    twins.splice(place, 0, report);
    return onlookers(report, place);
  }

  function leave(report: CollectedReport): readonly CollectedReport[] {
    const { organ, report: { year, kind } } = report;
    const organs = year === undefined ? undefined : byYear.get(year);
    const twins = organ === undefined ? undefined : organs?.get(keyOf(organ, kind));
    if (organ === undefined || !twins) {
      return [];
    }
    const place = placeIn(twins, report);
    twins.splice(place, 1);
    if (twins.length === 0) {
      organs?.delete(keyOf(organ, kind));
    }
    return onlookers(report, place);
  }

  function use(names: Names, files: 1 | -1): void {
    const uses = (namesInUse.get(names) ?? 0) + files;
    if (uses > 0) {
      namesInUse.set(names, uses);
    } else {
      namesInUse.delete(names);
    }
  }

  /** Who looks at an organ's report of a year: its own of that year and the next, and all of governments above it; at one far behind nobody. */
  function onlookers({ organ, report: { year, kind } }: CollectedReport, place: number): readonly CollectedReport[] {
    if (organ === undefined || year === undefined || place > mostTwins) {
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

  /** Puts reports in the place of those that a file had; gives the other files that look at what is another one now. */
  function exchange(uri: string, before: CollectedFile | undefined, reports: readonly CollectedReport[]): ReadonlySet<string> {
    const gone = (before?.reports ?? []).filter((report, index) => report !== reports[index]);
    const come = reports.filter((report, index) => report !== before?.reports[index]);
    return new Set([...gone.flatMap(leave), ...come.flatMap(enter)].map((one) => one.uri).filter((one) => one !== uri));
  }

  function neighbours(report: CollectedReport, { units }: Names): Neighbours {
    const { organ, report: { year, kind } } = report;
    if (organ === undefined || year === undefined) {
      return { twins: [], hasUnits: false };
    }
    const twins = at(organ, kind, year).slice(0, mostTwins + 1).filter((one) => !isOneReport(one, report)).slice(0, mostTwins);
    if (twins.length > 0) {
      return { twins: twins.map((twin) => ({ uri: twin.uri, title: twin.report.title })), hasUnits: false };
    }
    const last = theOne(at(organ, kind, year - 1));
    const below = units.get(organ);
    return {
      twins: [],
      ...(last ? { lastYear: last } : {}),
      ...(below ? { units: below.map((unit) => unitReport(unit, at(unit.organ, kind, year))) } : {}),
      hasUnits: below?.some((unit) => [...byYear.keys()].some((one) => at(unit.organ, kind, one).length > 0)) ?? false,
    };
  }

  return {
    set(uri, reports, names) {
      const before = files.get(uri);
      const located = reports.map((digest, index): CollectedReport => {
        const known = before?.reports[index];
        const report = known && isSameDigest(known.report, digest) ? known.report : digest;
        const organ = report.organ === undefined || report.year === undefined ? undefined : names.organ(report.organ);
        return known?.report === report && known.organ === organ ? known : { uri, index, report, organ };
      });
      files.set(uri, { reports: located, names });
      use(names, 1);
      if (before) {
        use(before.names, -1);
      }
      return exchange(uri, before, located);
    },
    delete(uri) {
      const before = files.get(uri);
      if (before) {
        files.delete(uri);
        use(before.names, -1);
      }
      return exchange(uri, before, []);
    },
    neighboursOf(uri) {
      const file = files.get(uri);
      return file ? file.reports.map((report) => neighbours(report, file.names)) : [];
    },
    unitsOf: (government, year, { organ, units }) => units.get(organ(government))?.map((unit) => unitReport(unit, at(unit.organ, undefined, year))),
    names: () => [...namesInUse.keys()],
    reportsOf: (uri) => files.get(uri)?.reports ?? [],
    reports: () => [...files.values()].flatMap((file) => file.reports).sort(inOrder),
  };
}

/** Where a report stands among reports in order, or where the last one before it stands. */
function placeIn(reports: readonly CollectedReport[], report: CollectedReport): number {
  return lastIndex(reports, (one) => inOrder(one, report) <= 0);
}

function unitReport(unit: Unit, reports: readonly CollectedReport[]): UnitReport {
  const located = theOne(reports);
  return { ...unit, ...(located ? { located } : {}), isDuplicate: !located && reports.length > 0 };
}

/** The report that all of these are; undefined where there is none, or others are among them. */
function theOne([first, ...others]: readonly CollectedReport[]): CollectedReport | undefined {
  return others.slice(0, mostTwins).every((other) => first && isOneReport(first, other)) ? first : undefined;
}

function inOrder(one: LocatedReport, other: LocatedReport): number {
  return one.uri < other.uri ? -1 : one.uri > other.uri ? 1 : one.index - other.index;
}
