import { rounded, valueOf } from './digest.ts';
import type { UnitReport } from './neighbours.ts';
import { missingUnits } from './rollup.ts';

/** A figure that cannot be summed, because units have none that is known: a blank is no zero. */
interface LackingFigure {
  readonly id: string;
  /** The units by name. */
  readonly units: readonly string[];
}

/** The figures of a government's report as its units' reports make them (汇总). */
export interface Compilation {
  /** Sums by id of figure: of all units that have handed in; a figure that one of them lacks has none. */
  readonly sums: ReadonlyMap<string, number>;
  readonly lacking: readonly LackingFigure[];
  /** Units that have handed in no report, and those that have handed in two, of which none counts. */
  readonly missing: readonly string[];
  readonly doubled: readonly string[];
  /** The units that are summed. */
  readonly included: readonly string[];
}

export function compileUnits(units: readonly UnitReport[], ids: readonly string[]): Compilation {
  const present = units.flatMap(({ name, located }) => (located ? [{ name, tables: located.report.tables }] : []));
  const sums = new Map<string, number>();
  const lacking: LackingFigure[] = [];
  for (const id of ids) {
    const values = present.map(({ tables }) => valueOf(tables, id) ?? undefined);
    const without = present.filter((_, at) => values[at] === undefined).map(({ name }) => name);
    if (without.length > 0) {
      lacking.push({ id, units: without });
    } else if (present.length > 0) {
      sums.set(id, rounded(values.reduce<number>((sum, value) => sum + (value ?? 0), 0)));
    }
  }
  return {
    sums, lacking, included: present.map(({ name }) => name),
    missing: missingUnits(units).map(({ name }) => name),
    doubled: units.filter(({ isDuplicate }) => isDuplicate).map(({ name }) => name),
  };
}
