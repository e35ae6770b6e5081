import { compileUnits } from '../collection/compile.ts';
import type { Collection, CollectedReport, Names } from '../collection/index.ts';
import type { IndexedReport, ReportIndex, UnreadFile } from './types.ts';

/** What is taken into an index: the reports of a file by what others have to know of them. */
interface Indexing {
  readonly collection: Collection;
  readonly unread: readonly UnreadFile[];
  /** The names of the settings that were read; of several files' those with the most units. */
  readonly names: Names;
}

/** An index as those see it who import it: plain data in and out. */
export function reportIndexOf({ collection, unread, names }: Indexing): ReportIndex {
  const all = collection.reports();
  const shown = new Map(all.map((report) => [report, indexed(report)]));
  const known = new Map([...shown].map(([report, one]) => [one, report]));
  const find = (uri: string, index: number): IndexedReport | undefined => {
    const report = collection.reportsOf(uri)[index];
    return report && shown.get(report);
  };
  return {
    reports: [...shown.values()],
    unread,
    lastYear(report) {
      const own = known.get(report);
      const last = own && collection.neighboursOf(own.uri)[own.index]?.lastYear;
      return last && find(last.uri, last.index);
    },
    units: (organ, year) => (collection.unitsOf(organ, year, names) ?? []).map(({ name, located, isDuplicate }) => {
      const report = located && find(located.uri, located.index);
      return { name, isDuplicate, ...(report ? { report } : {}) };
    }),
    sums(organ, year) {
      const units = collection.unitsOf(organ, year, names) ?? [];
      const ids = new Set(units.flatMap(({ located }) => (located?.report.tables ?? []).flatMap(({ shape }) => shape.ids)));
      const { sums, included, missing, doubled, lacking } = compileUnits(units, [...ids]);
      return { figures: Object.fromEntries(sums), included, missing, doubled, lacking };
    },
  };
}

function indexed({ uri, index, organ, report: { year } }: CollectedReport): IndexedReport {
  return { path: uri, index, organ: organ ?? null, year: year ?? null };
}
