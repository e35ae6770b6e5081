import * as l10n from '@vscode/l10n';
import type { BoundTable, Place, Report } from '../model/report.ts';
import type { Finding, Fix, Rule } from './rule.ts';

/** One table was cut in two, by a page break say. */
export const splitTable: Rule = {
  code: 'split-table',
  ignoresFigures: true,
  check(report) {
    let all: readonly Finding[] = [];
    for (const table of report.tables.values()) {
      if (table.cuts.length > 0 && !table.unreadable) {
        all = [...all, ...table.cuts.map((place) => findingAt(report, table, place))];
      }
    }
    return all;
  },
};

function findingAt(report: Report, table: BoundTable, place: Place): Finding {
  return {
    code: splitTable.code,
    place,
    message: l10n.t('The table was cut here; it goes on with the one above.'),
    fixes: () => fixesFor(report, table, place),
  };
}

function fixesFor(report: Report, { parts }: BoundTable, place: Place): Fix[] {
  const at = parts.findIndex(({ chunk, start }) => chunk === place.chunk && start === place.start);
  const [first, second] = [parts[at - 1], parts[at]];
  if (!first || !second) {
    return [];
  }
  const edits = first.layout === second.layout ? (first.layout.writer?.join?.(first, second, report.chunks) ?? []) : [];
  return edits.length === 0 ? [] : [{ title: l10n.t('Join with the table above'), isPreferred: false, isSafe: true, edits }];
}
