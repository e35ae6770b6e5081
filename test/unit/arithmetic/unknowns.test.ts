import assert from 'node:assert/strict';
import fc from 'fast-check';
import { analyse, determined, evaluate, zeroAllowed, type Values } from '../../../server/src/model/arithmetic/index.ts';
import { at, balancedRequests, nameOf, requests, systemOf, tableOf, violated } from './tables.ts';

const table = tableOf('2021', 'requests');
const { system } = table;

/** A total over three parts, and a second sum that takes its first part from the same figure. */
const chain = systemOf(7, [
  { code: 'first', each: 'row', left: [3], right: [0, 1, 2], defines: 3 },
  { code: 'second', each: 'row', left: [6], right: [2, 4, 5], defines: 6 },
]);

function fixed(values: Values): [number, number][] {
  return [...determined(chain, values)];
}

describe('unknown figures', () => {
  it('leave an identity unknown as long as some values ≥ 0 satisfy it', () => {
    const states = [
      [[null, 1, 1, 3, 0, 0, 1], 'unknown'],
      [[null, 1, 1, 2, 0, 0, 1], 'unknown'],
      [[null, 1, 1, 1, 0, 0, 1], 'broken'],
      [[9, 1, 1, null, 0, 0, 1], 'unknown'],
      [[null, 1, 1, null, 0, 0, 1], 'unknown'],
      [[1, 1, 1, 3, 0, 0, 1], 'holds'],
    ] as const;
    for (const [values, state] of states) {
      assert.equal(evaluate(chain, values)[0], state);
    }
  });

  it('never make a finding where a balanced table has lost figures', () => {
    const lost = fc.array(fc.boolean(), { minLength: system.size, maxLength: system.size });
    fc.assert(
      fc.property(balancedRequests('2021'), lost, (right, gaps) => {
        const values = right.map((value, figure) => (gaps[figure] === true ? null : value));
        assert.deepEqual(analyse(system, values).findings, []);
      }),
    );
  });

  describe('are determined', () => {
    it('where one figure of an identity is left over', () => {
      assert.deepEqual(fixed([1, 2, null, 6, 1, 1, 5]), [[2, 3]]);
    });

    it('where a total leaves its blanks nothing', () => {
      assert.deepEqual(fixed([null, 2, null, 2, 1, 1, 2]), [[0, 0], [2, 0]]);
    });

    it('one after the other', () => {
      assert.deepEqual(fixed([1, 2, null, 6, null, 1, 5]), [[2, 3], [4, 1]]);
    });

    it('not where there is a choice', () => {
      assert.deepEqual(fixed([null, 2, null, 4, 1, 1, null]), []);
    });

    it('not where the identities contradict each other, nor below zero', () => {
      assert.deepEqual(fixed([1, 2, null, 6, 1, 1, 4]), []);
      assert.deepEqual(fixed([4, 2, null, 5, 1, null, 4]), []);
    });

    it('as they were wherever a balanced table has lost figures', () => {
      const lost = fc.array(fc.nat(3), { minLength: system.size, maxLength: system.size });
      fc.assert(
        fc.property(balancedRequests('2021'), lost, (right, gaps) => {
          const values = right.map((value, figure) => (gaps[figure] === 0 ? null : value));
          for (const [figure, value] of determined(system, values)) {
            assert.equal(values[figure], null);
            assert.equal(value, right[figure]);
          }
        }),
      );
    });

    it('wherever a single figure of a balanced table is lost', () => {
      fc.assert(
        fc.property(balancedRequests('2021'), fc.nat(system.size - 1), (right, figure) => {
          assert.deepEqual([...determined(system, [...right].with(figure, null as never))], [[figure, right[figure]]]);
        }),
      );
    });
  });

  describe('may be filled with 0', () => {
    it('where every identity still holds or may hold', () => {
      assert.equal(zeroAllowed(chain, [1, 2, null, 3, 1, 1, 2], [2]), true);
      assert.equal(zeroAllowed(chain, [1, 2, null, 3, 1, null, 2], [2]), true);
    });

    it('not where an identity asks for more', () => {
      assert.equal(zeroAllowed(chain, [1, 2, null, 4, 1, 1, 3], [2]), false);
      assert.equal(zeroAllowed(chain, [1, 2, 0, null, 1, 1, 2], [3]), false);
    });

    it('each alone and yet not together where a total needs one of them', () => {
      const values = [null, 1, null, 3, 1, 1, null];
      assert.equal(zeroAllowed(chain, values, [0]), true);
      assert.equal(zeroAllowed(chain, values, [2]), true);
      assert.equal(zeroAllowed(chain, values, [0, 2]), false);
    });

    it('not where other blanks could not make up for it', () => {
      assert.equal(zeroAllowed(chain, [null, 1, null, 6, 1, 1, 4], [0]), false);
    });

    it('where an identity is broken with any value, for 0 is not to blame', () => {
      assert.equal(zeroAllowed(chain, [4, 2, null, 5, 1, null, 4], [2]), true);
    });

    it('figures that are known are left out', () => {
      assert.equal(zeroAllowed(chain, [1, 2, 3, 6, 1, 1, 5], [2]), true);
    });

    it('in a table that is blank but for its totals only where they are 0', () => {
      const right = requests('2021', { 'received.business': 1, 'granted.business': 1 });
      const values = right.map((value, figure) => (nameOf(table, figure).endsWith('.total') ? value : null));
      const parts = (row: string): number[] =>
        (table.rows.find(({ id }) => id === row)?.figures ?? []).slice(0, -1).map(({ index }) => index);
      assert.equal(zeroAllowed(system, values, parts('partlyGranted')), true);
      assert.equal(zeroAllowed(system, values, parts('granted')), false);
      assert.equal(zeroAllowed(system, values, [at(table, 'granted.business')]), true);
      assert.deepEqual(violated(system, values), []);
    });
  });
});
