import type { BoundTable, Report } from '../../model/report.ts';
import { carriedFrom } from '../../model/tables/rebind.ts';
import type { Finding } from '../rule.ts';
import { memoised } from '../../model/memo.ts';
import { startOf } from '../../model/places.ts';

const none: readonly never[] = [];

/**
 * Looks for something in tables that could be read, and again only in those that changed. Where only the digits of a
 * figure changed nothing new can be found, for such a figure was and is a plain number: arithmetic is not for this.
 */
export function ofTable<Found>(find: (table: BoundTable) => readonly Found[]): (table: BoundTable) => readonly Found[] {
  const found: (table: BoundTable) => readonly Found[] = memoised((table: BoundTable) => {
    const before = carriedFrom(table);
    return table.unreadable || (before && found(before).length === 0) ? none : find(table);
  });
  return found;
}

/** Tables in the order of the text. */
export function inOrder(tables: Iterable<BoundTable>): BoundTable[] {
  return [...tables].sort(({ place: one }, { place: other }) => startOf(one) - startOf(other));
}

/** What a rule finds in each table, other than by arithmetic. */
export function inTables(find: (table: BoundTable) => readonly Finding[]): (report: Report) => readonly Finding[] {
  const findings = ofTable(find);
  return ({ tables }) => {
    let all: readonly Finding[] = [];
    for (const table of tables.values()) {
      const own = findings(table);
      if (own.length > 0) {
        all = all.length === 0 ? own : [...all, ...own];
      }
    }
    return all;
  };
}
