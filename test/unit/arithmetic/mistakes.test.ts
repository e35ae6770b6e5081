import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { IdentitySystem } from '../../../server/src/forms/table.ts';
import { analyse } from '../../../server/src/model/arithmetic/index.ts';
import { balancedRequests, balancedReview, formIds, nameOf, plain, summary, tableOf, violated } from './tables.ts';

/** Figures of which some other value up to the limit leaves nothing violated, by trying them all. */
function singleRepairs(system: IdentitySystem, values: readonly number[], limit: number): number[] {
  const broken = violated(system, values);
  return values.flatMap((value, figure) => {
    const memberships = system.memberships[figure] ?? [];
    if (!broken.every((index) => memberships.includes(index))) {
      return [];
    }
    const changed = [...values];
    for (let other = 0; other <= limit; other += 1) {
      changed[figure] = other;
      if (other !== value && violated(system, changed).length === 0) {
        return [figure];
      }
    }
    return [];
  });
}

function codeOf(name: string): string {
  if (name.startsWith('resultsTotal.')) {
    return 'results-total';
  }
  return name.endsWith('.total') ? 'row-total' : 'suspect-figure';
}

for (const form of formIds) {
  describe(`mistakes in table 三 of the form of ${form}`, () => {
    const table = tableOf(form, 'requests');
    const { system } = table;

    it('are not seen where everything adds up', () => {
      fc.assert(
        fc.property(balancedRequests(form), (values) => {
          const { states, findings, repair } = analyse(system, values);
          assert.deepEqual([findings, repair], [[], undefined]);
          assert.ok(states.every((state) => state === 'holds'));
        }),
      );
    });

    it('are found at the one figure that was changed', () => {
      const change = fc.record({ figure: fc.nat(system.size - 1), value: fc.nat(400) });
      fc.assert(
        fc.property(balancedRequests(form), change, (right, { figure, value }) => {
          fc.pre(right[figure] !== value);
          const values = right.with(figure, value);
          assert.deepEqual(singleRepairs(system, values, 1000), [figure], 'no other figure explains it');
          const analysis = analyse(system, values);
          const { findings, repair } = analysis;
          const name = nameOf(table, figure);
          const code = codeOf(name);
          const correction = [{ figure, value: right[figure] ?? 0 }];
          const preferred = code !== 'suspect-figure';
          assert.deepEqual(plain(analysis), [
            {
              code,
              figure,
              open: false,
              broken: findings[0]?.broken,
              expected: right[figure],
              fixes: [{ changes: correction, preferred, repairs: violated(system, values), breaks: [] }],
            },
          ]);
          assert.deepEqual([...(findings[0]?.broken ?? [])].sort((a, b) => a - b), violated(system, values));
          assert.deepEqual(repair, correction);
        }),
        { numRuns: 300 },
      );
    });

    it('in two figures that no identity links are found at both', () => {
      const change = fc.record({ figure: fc.nat(system.size - 1), value: fc.nat(60) });
      const places = fc.tuple(change, change).filter(([a, b]) => {
        const others = new Set(system.memberships[b.figure]);
        return !(system.memberships[a.figure] ?? []).some((index) => others.has(index));
      });
      fc.assert(
        fc.property(balancedRequests(form), places, (right, [a, b]) => {
          fc.pre(right[a.figure] !== a.value && right[b.figure] !== b.value);
          const differences = [(right[a.figure] ?? 0) - a.value, (right[b.figure] ?? 0) - b.value];
          fc.pre(Math.abs(differences[0] ?? 0) !== Math.abs(differences[1] ?? 0));
          const { findings } = analyse(system, right.with(a.figure, a.value).with(b.figure, b.value));
          assert.deepEqual(
            findings.map(({ code, figure, open }) => [figure, code, open]).sort((x, y) => Number(x[0]) - Number(y[0])),
            [a, b]
              .map(({ figure }) => [figure, codeOf(nameOf(table, figure)), false])
              .sort((x, y) => Number(x[0]) - Number(y[0])),
          );
        }),
      );
    });

    it('of any number and size end in findings at cells of broken identities, each identity with one', () => {
      const figure = fc.oneof(fc.nat(9), fc.nat(9), fc.constant(null), fc.maxSafeNat());
      const anything = fc.array(figure, { minLength: system.size, maxLength: system.size });
      fc.assert(
        fc.property(anything, (values) => {
          const { states, findings } = analyse(system, values);
          const broken = violated(system, values);
          assert.deepEqual(states.flatMap((state, index) => (state === 'broken' ? [index] : [])), broken);
          const told = findings.flatMap((finding) => finding.broken);
          assert.deepEqual(told.toSorted((a, b) => a - b), broken);
          assert.equal(new Set(findings.map((finding) => finding.figure)).size, findings.length);
          for (const finding of findings.filter(({ open }) => open)) {
            assert.ok((system.memberships[finding.figure] ?? []).some((index) => broken.includes(index)));
            assert.notEqual(values[finding.figure], null);
          }
        }),
        { numRuns: 200 },
      );
    });
  });

  describe(`mistakes in table 四 of the form of ${form}`, () => {
    const table = tableOf(form, 'review');
    const { system } = table;

    it('are not seen where everything adds up', () => {
      fc.assert(fc.property(balancedReview(form), (values) => assert.deepEqual(analyse(system, values).findings, [])));
    });

    /** Whether a group's numbers look as if its total stood elsewhere: a part is larger than it, or the first is what all others come to. */
    const looksMoved = (values: readonly (number | null)[], row: number): boolean => {
      const [first = 0, ...others] = (table.rows[row]?.figures ?? []).map(({ index }) => values[index] ?? 0);
      const total = others.at(-1) ?? 0;
      return (total > 0 && total < Math.max(first, ...others)) || (first > 0 && first === others.reduce((sum, value) => sum + value, 0));
    };

    it("are always found at the group's 总计 unless it is as if all had been typed to the side, preferred where one alone is wrong or all are 0", () => {
      const change = fc.record({ row: fc.nat(2), column: fc.nat(4), by: fc.integer({ min: 1, max: 30 }) });
      const changes = fc.uniqueArray(change, { minLength: 1, selector: ({ row }) => row });
      fc.assert(
        fc.property(balancedReview(form), changes, (right, wrong) => {
          const values = [...right];
          for (const { row, column, by } of wrong) {
            const figure = table.rows[row]?.figures[column]?.index ?? 0;
            values[figure] = (values[figure] ?? 0) + by;
          }
          const analysis = analyse(system, values);
          fc.pre(analysis.findings.every(({ act }) => act === undefined));
          const groups = wrong.map(({ row }) => `review-total ${table.rows[row]?.id}.total`);
          assert.deepEqual(summary(table, analysis), groups.sort());
          const isSure = (wrong.length === 1 || analysis.findings.every(({ figure }) => values[figure] === 0)) && wrong.every(({ row }) => !looksMoved(values, row));
          // Of a longer sum a digit may have been missed, and then the total is sure although a part is larger.
          fc.pre(values.every((value) => (value ?? 0) < 100));
          assert.ok(analysis.findings.every(({ fixes }) => fixes.length === 1 && fixes[0]?.preferred === isSure));
        }),
      );
    });
  });
}
