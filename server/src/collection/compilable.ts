import type { Names } from './names.ts';
import type { CollectedReport, UnitReport } from './neighbours.ts';

/** A government and a year of which units have handed in reports, to be summed (汇总). */
export interface Compilable {
  /** By the name as compared. */
  readonly organ: string;
  readonly year: number;
  readonly units: readonly UnitReport[];
}

/** As far as a collection is asked for it. */
interface Reports {
  reports(): readonly CollectedReport[];
  unitsOf(government: string, year: number, names: Names): readonly UnitReport[] | undefined;
}

/** What can be summed by the names of settings, in the order of the settings; each government's latest year first. */
export function compilables(collection: Reports, names: Names): readonly Compilable[] {
  const reports = collection.reports();
  return [...names.units].flatMap(([organ, below]) => {
    const known = new Set(below.map((unit) => unit.organ));
    const years = new Set(reports.flatMap((one) => (known.has(one.organ ?? '') && one.report.kind === undefined ? one.report.year ?? [] : [])));
    return [...years].sort((one, other) => other - one).map((year) => ({ organ, year, units: collection.unitsOf(organ, year, names) ?? [] }));
  });
}
