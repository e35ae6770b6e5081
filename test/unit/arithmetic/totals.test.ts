import assert from 'node:assert/strict';
import fc from 'fast-check';
import { recomputeTotals } from '../../../server/src/model/arithmetic/index.ts';
import { at, balancedRequests, formIds, nameOf, requests, tableOf } from './tables.ts';

describe('recomputing all totals', () => {
  for (const form of formIds) {
    const table = tableOf(form, 'requests');
    const { system } = table;

    it(`gives back every total of the form of ${form}, whatever stood there, and touches no part`, () => {
      const anything = fc.oneof(fc.nat(50), fc.constant(null));
      const scribble = fc.array(anything, { minLength: system.size, maxLength: system.size });
      fc.assert(
        fc.property(balancedRequests(form), scribble, (right, other) => {
          const values = right.map((value, figure) => (system.isTotal[figure] ? (other[figure] ?? null) : value));
          const differing = right.flatMap((value, figure) => (values[figure] === value ? [] : [{ figure, value }]));
          assert.deepEqual(recomputeTotals(system, values), differing);
        }),
      );
    });
  }

  const table = tableOf('2021', 'requests');
  const recomputed = (values: readonly (number | null)[]): string[] =>
    recomputeTotals(table.system, values).map(({ figure, value }) => `${nameOf(table, figure)}=${value}`);
  const right = requests('2021', { 'received.business': 3, 'granted.business': 1, 'granted.research': 2 });

  it('leaves a total with an unknown part, and the totals that rest on it, as they are written', () => {
    const values: (number | null)[] = [...right];
    values[at(table, 'granted.business')] = null;
    values[at(table, 'granted.total')] = 7;
    values[at(table, 'resultsTotal.business')] = 4;
    assert.deepEqual(recomputed(values), []);
  });

  it('takes the corner from the column where the row has an unknown figure', () => {
    const values: (number | null)[] = [...right];
    values[at(table, 'partlyGranted.legalService')] = null;
    values[at(table, 'resultsTotal.legalService')] = null;
    values[at(table, 'partlyGranted.total')] = 0;
    values[at(table, 'resultsTotal.total')] = 9;
    assert.deepEqual(recomputed(values), ['resultsTotal.total=3']);
  });

  it('fills a total that is blank', () => {
    const values: (number | null)[] = [...right];
    values[at(table, 'received.total')] = null;
    assert.deepEqual(recomputed(values), ['received.total=3']);
  });
});
