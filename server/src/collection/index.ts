import { createReportsByOrgan, inOrder, type ReportsByOrgan } from './by-organ.ts';
import type { ReportDigest } from './digest.ts';
import type { Names, Unit } from './names.ts';
import type { CollectedReport, Neighbours, UnitReport } from './neighbours.ts';
import { isOneReport, isSameDigest } from './same.ts';

export { compileNames, namesOf, type NameFault, type Names, type NameSettings } from './names.ts';
export type { LocatedReport, ReportDigest, TableShape } from './digest.ts';
export { lastYearFiles, type LastYearFiles, type WantedReport } from './last-year-files.ts';
export { compilables, type Compilable } from './compilable.ts';
export { isConspicuous } from './conspicuous.ts';
export { areSameNeighbours, keepSame } from './same.ts';
export type { CollectedReport, Neighbours, UnitReport } from './neighbours.ts';
export { missingUnits } from './rollup.ts';
export { proposedNames, proposedUnits } from './proposals.ts';
export { createShapePool } from './shapes.ts';

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
  const byOrgan = createReportsByOrgan();
  /** How many files have names of settings, by the names. */
  const namesInUse = new Map<Names, number>();

  function use(names: Names, files: 1 | -1): void {
    const uses = (namesInUse.get(names) ?? 0) + files;
    if (uses > 0) {
      namesInUse.set(names, uses);
    } else {
      namesInUse.delete(names);
    }
  }

  /** Who looks at an organ's report of a year: its own of that year and the next, and all of governments above it; at one far behind nobody. */
  function onlookers({ organ, report: { year, kind } }: CollectedReport, place: number | undefined): readonly CollectedReport[] {
    if (organ === undefined || year === undefined || place === undefined || place > mostTwins) {
      return [];
    }
    const above = [...namesInUse.keys()].flatMap(({ units }) =>
      [...units].filter(([, below]) => below.some((unit) => unit.organ === organ)).map(([name]) => name));
    const years = byOrgan.years();
    return [
      ...byOrgan.at(organ, kind, year), ...byOrgan.at(organ, kind, year + 1),
      ...[...new Set(above)].flatMap((name) => years.flatMap((one) => byOrgan.at(name, kind, one))),
    ];
  }

  /** Puts reports in the place of those that a file had; gives the other files that look at what is another one now. */
  function exchange(uri: string, before: CollectedFile | undefined, reports: readonly CollectedReport[]): ReadonlySet<string> {
    const gone = (before?.reports ?? []).filter((report, index) => report !== reports[index]);
    const come = reports.filter((report, index) => report !== before?.reports[index]);
    return new Set([
      ...gone.flatMap((report) => onlookers(report, byOrgan.remove(report))),
      ...come.flatMap((report) => onlookers(report, byOrgan.add(report))),
    ].map((one) => one.uri).filter((one) => one !== uri));
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
      return file ? file.reports.map((report) => neighboursOf(report, file.names, byOrgan)) : [];
    },
    unitsOf: (government, year, { organ, units }) => units.get(organ(government))?.map((unit) => unitReport(unit, byOrgan.at(unit.organ, undefined, year))),
    names: () => [...namesInUse.keys()],
    reportsOf: (uri) => files.get(uri)?.reports ?? [],
    reports: () => [...files.values()].flatMap((file) => file.reports).sort(inOrder),
  };
}

/** What there is to compare a report with, by the names of its file. */
function neighboursOf(report: CollectedReport, { units }: Names, byOrgan: ReportsByOrgan): Neighbours {
  const { organ, report: { year, kind } } = report;
  if (organ === undefined || year === undefined) {
    return { twins: [], hasUnits: false };
  }
  const twins = byOrgan.at(organ, kind, year).slice(0, mostTwins + 1).filter((one) => !isOneReport(one, report)).slice(0, mostTwins);
  if (twins.length > 0) {
    return { twins: twins.map((twin) => ({ uri: twin.uri, title: twin.report.title })), hasUnits: false };
  }
  const last = theOne(byOrgan.at(organ, kind, year - 1));
  const below = units.get(organ);
  const years = byOrgan.years();
  return {
    twins: [],
    ...(last ? { lastYear: last } : {}),
    ...(below ? { units: below.map((unit) => unitReport(unit, byOrgan.at(unit.organ, kind, year))) } : {}),
    hasUnits: below?.some((unit) => years.some((one) => byOrgan.at(unit.organ, kind, one).length > 0)) ?? false,
  };
}

function unitReport(unit: Unit, reports: readonly CollectedReport[]): UnitReport {
  const located = theOne(reports);
  return { ...unit, ...(located ? { located } : {}), isDuplicate: !located && reports.length > 0 };
}

/** The report that all of these are; undefined where there is none, or others are among them. */
function theOne([first, ...others]: readonly CollectedReport[]): CollectedReport | undefined {
  return others.slice(0, mostTwins).every((other) => first && isOneReport(first, other)) ? first : undefined;
}
