import assert from 'node:assert/strict';
import { formForYear } from '../../../server/src/forms/index.ts';
import { officialForms } from '../../../server/src/official-forms.ts';

const columns = [
  'naturalPerson', 'business', 'research', 'socialOrganization', 'legalService', 'otherOrganization', 'total',
];
const sharedRows = [
  'received', 'carriedIn', 'granted', 'partlyGranted',
  'denied.stateSecret', 'denied.prohibitedByLaw', 'denied.endangersSecurity', 'denied.thirdPartyRights',
  'denied.internalAffairs', 'denied.processInformation', 'denied.enforcementFile', 'denied.administrativeInquiry',
  'unavailable.notHeld', 'unavailable.needsCreation', 'unavailable.unclearRequest',
  'notProcessed.petition', 'notProcessed.duplicate', 'notProcessed.publication', 'notProcessed.excessive',
  'notProcessed.reissue',
];
const rows: Record<string, string[]> = {
  2019: [...sharedRows, 'otherResult', 'resultsTotal', 'carriedOut'],
  2021: [...sharedRows, 'otherResult.notCorrected', 'otherResult.feeUnpaid', 'otherResult.other', 'resultsTotal', 'carriedOut'],
};
const proactive: Record<string, string[]> = {
  2019: [
    'regulations.created', 'regulations.disclosed', 'regulations.totalDisclosed',
    'normativeDocuments.created', 'normativeDocuments.disclosed', 'normativeDocuments.totalDisclosed',
    'licensing.previousItems', 'licensing.change', 'licensing.decisions',
    'otherServices.previousItems', 'otherServices.change', 'otherServices.decisions',
    'penalties.previousItems', 'penalties.change', 'penalties.decisions',
    'coercion.previousItems', 'coercion.change', 'coercion.decisions',
    'fees.previousItems', 'fees.change',
    'procurement.items', 'procurement.amount',
  ],
  2021: [
    'regulations.issued', 'regulations.repealed', 'regulations.inForce',
    'normativeDocuments.issued', 'normativeDocuments.repealed', 'normativeDocuments.inForce',
    'licensing.decisions', 'penalties.decisions', 'coercion.decisions', 'fees.amount',
  ],
};
const review = ['reconsideration', 'directLitigation', 'litigationAfterReconsideration'].flatMap((row) =>
  ['upheld', 'corrected', 'other', 'pending', 'total'].map((column) => `${row}.${column}`));

/** The figure ids are public (command line, settings file): published once, they keep their meaning. */
describe('the figure ids of the official forms', () => {
  for (const form of officialForms) {
    const ids = (table: string): string[] => form.tables.get(table)?.figures.map((figure) => figure.id) ?? [];

    it(`${form.data.id}: section 二`, () => {
      assert.deepEqual(ids('proactive'), proactive[form.data.id]?.map((id) => `proactive.${id}`));
    });
    it(`${form.data.id}: section 三`, () => {
      const expected = rows[form.data.id]?.flatMap((row) => columns.map((column) => `requests.${row}.${column}`));
      assert.deepEqual(ids('requests'), expected);
    });
    it(`${form.data.id}: section 四`, () => {
      assert.deepEqual(ids('review'), review.map((id) => `review.${id}`));
    });
  }
});

describe('the identities of the official forms', () => {
  const counts = (id: string): Record<string, number> => {
    const codes = officialForms.find((form) => form.data.id === id)?.data.tables
      .flatMap((table) => officialForms.find((form) => form.data.id === id)?.tables.get(table.id)?.system.identities ?? [])
      .map((identity) => identity.code) ?? [];
    return Object.fromEntries([...new Set(codes)].sort().map((code) => [code, codes.filter((other) => other === code).length]));
  };

  it('are 40 in the form of 2019', () => {
    assert.deepEqual(counts('2019'), { 'balance': 7, 'results-total': 7, 'review-total': 3, 'row-total': 23 });
  });
  it('are 42 in the form of 2021', () => {
    assert.deepEqual(counts('2021'), { 'balance': 7, 'results-total': 7, 'review-total': 3, 'row-total': 25 });
  });
});

describe('the form in force', () => {
  const cases: [number, string | undefined][] = [
    [2018, undefined], [2019, '2019'], [2020, '2019'], [2021, '2021'], [2025, '2021'],
    // No later form is known, and reports go on.
    [2026, '2021'], [2027, '2021'], [2041, '2021'],
  ];
  for (const [year, form] of cases) {
    it(`${year}: ${form ?? 'none'}`, () => assert.equal(formForYear(officialForms, year)?.data.id, form));
  }
});
