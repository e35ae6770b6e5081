import type { Diagnosis } from '../diagnosis.ts';
import type { OpenDocument } from '../document.ts';
import type { BoundTable } from '../model/report.ts';
import { formulaOf } from '../model/arithmetic/reporting.ts';
import { identityName } from '../model/naming.ts';
import { placeOfFigure } from '../model/places.ts';
import type { CountedIdentities, IdentityCounts, IdentityList } from '../service-types.ts';

const signs = { holds: '=', broken: '≠', unknown: '=' } as const;

/** The tables that have identities (勾稽关系), each with what its identities come to. */
export function identityLists({ document }: Diagnosis): IdentityList[] {
  return inTablesWithIdentities(document, (report, table) => listOf(document, report, table));
}

/** The same tables, each with how many of its identities hold. */
export function identityCounts({ document }: Diagnosis): CountedIdentities[] {
  return inTablesWithIdentities(document, (report, table) => ({ report, table: table.id, range: document.rangeOf(table.place), ...countIdentities(table) }));
}

function inTablesWithIdentities<Result>(document: OpenDocument, look: (report: number, table: BoundTable) => Result): Result[] {
  return document.reports.flatMap((report, index) =>
    [...report.tables.values()].filter(({ form }) => form.system.identities.length > 0).map((table) => look(index, table)));
}

export function countIdentities(table: BoundTable): IdentityCounts {
  const counts = { holds: 0, broken: 0, unknown: 0 };
  for (const state of table.analysis.states) {
    counts[state] += 1;
  }
  return counts;
}

function listOf(document: OpenDocument, report: number, table: BoundTable): IdentityList {
  return {
    report,
    table: table.id,
    title: table.form.data.title,
    range: document.rangeOf(table.place),
    identities: table.form.system.identities.map((identity) => {
      const state = table.analysis.states[identity.index] ?? 'unknown';
      return {
        name: identityName(table.form, identity),
        formula: formulaOf(table, identity, signs[state]),
        state,
        range: document.rangeOf(placeOfFigure(table, identity.anchor)),
      };
    }),
  };
}
