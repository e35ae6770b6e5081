import type { BoundTable, Report } from '../../model/report.ts';
import type { Finding } from '../rule.ts';
import { memoised } from './memo.ts';

/** What a rule finds in each table that could be read; looked for again only in tables that changed. */
export function inTables(find: (table: BoundTable) => readonly Finding[]): (report: Report) => readonly Finding[] {
  const findings = memoised((table: BoundTable) => (table.unreadable ? [] : find(table)));
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
