import type { Diagnosis } from '../diagnosis.ts';
import type { OpenDocument } from '../document.ts';
import type { BoundTable } from '../model/report.ts';
import { formulaOf } from '../model/arithmetic/reporting.ts';
import { identityName } from '../model/naming.ts';
import { placeOfFigure } from '../model/places.ts';
import type { IdentityList } from '../service-types.ts';

const signs = { holds: '=', broken: '≠', unknown: '=' } as const;

/** The tables that have identities (勾稽关系), each with what its identities come to. */
export function identityLists({ document }: Diagnosis): IdentityList[] {
  return document.reports.flatMap((report, index) =>
    [...report.tables.values()].filter(({ form }) => form.system.identities.length > 0).map((table) => listOf(document, index, table)));
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
