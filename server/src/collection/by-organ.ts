import { lastIndex } from '../syntax/positions.ts';
import type { LocatedReport } from './digest.ts';
import type { CollectedReport } from './neighbours.ts';

/** Reports by the organ, kind and year that they are of, those of one organ and year in order. */
export interface ReportsByOrgan {
  at(organ: string, kind: string | undefined, year: number): readonly CollectedReport[];
  /** The years of which there were reports. */
  years(): readonly number[];
  /** Both give which one among those of its organ and year it is or was; undefined where organ or year is not certain. */
  add(report: CollectedReport): number | undefined;
  remove(report: CollectedReport): number | undefined;
}

export function createReportsByOrgan(): ReportsByOrgan {
  const byYear = new Map<number, Map<string, CollectedReport[]>>();
  return {
    at: (organ, kind, year) => byYear.get(year)?.get(keyOf(organ, kind)) ?? [],
    years: () => [...byYear.keys()],
    add(report) {
      const { organ, report: { year, kind } } = report;
      if (organ === undefined || year === undefined) {
        return undefined;
      }
      const organs = byYear.get(year) ?? new Map<string, CollectedReport[]>();
      byYear.set(year, organs);
      const twins = organs.get(keyOf(organ, kind)) ?? [];
      organs.set(keyOf(organ, kind), twins);
      const [first] = twins;
      const place = first && inOrder(first, report) < 0 ? placeIn(twins, report) + 1 : 0;
      twins.splice(place, 0, report);
      return place;
    },
    remove(report) {
      const { organ, report: { year, kind } } = report;
      const organs = year === undefined ? undefined : byYear.get(year);
      const twins = organ === undefined ? undefined : organs?.get(keyOf(organ, kind));
      if (organ === undefined || !twins) {
        return undefined;
      }
      const place = placeIn(twins, report);
      twins.splice(place, 1);
      if (twins.length === 0) {
        organs?.delete(keyOf(organ, kind));
      }
      return place;
    },
  };
}

export function inOrder(one: LocatedReport, other: LocatedReport): number {
  return one.uri < other.uri ? -1 : one.uri > other.uri ? 1 : one.index - other.index;
}

/** By what reports are found: an organ may make yearly reports of several kinds. */
function keyOf(organ: string, kind: string | undefined): string {
  return kind === undefined ? organ : `${organ}\n${kind}`;
}

/** Where a report stands among reports in order, or where the last one before it stands. */
function placeIn(reports: readonly CollectedReport[], report: CollectedReport): number {
  return lastIndex(reports, (one) => inOrder(one, report) <= 0);
}
