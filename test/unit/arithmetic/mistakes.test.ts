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

    it("are always found at the group's 总计 unless its numbers are as if typed to the side", () => {
      const change = fc.record({ row: fc.nat(2), column: fc.nat(4), by: fc.integer({ min: 1, max: 30 }) });
      const changes = fc.uniqueArray(change, { minLength: 1, selector: ({ row }) => row });
      fc.assert(
        fc.property(balancedReview(form), changes, (right, wrong) => {
          const analysis = analyse(system, enlarged(right, wrong));
          fc.pre(analysis.findings.every(({ act }) => act === undefined));
          const groups = wrong.map(({ row }) => `review-total ${table.rows[row]?.id}.total`);
          assert.deepEqual(summary(table, analysis), groups.sort());
          assert.ok(analysis.findings.every(({ fixes }) => fixes.length === 1));
        }),
      );
    });

    it('in a total that is too large are preferred where it is the only one', () => {
      const change = fc.record({ row: fc.nat(2), column: fc.constant(4), by: fc.integer({ min: 1, max: 30 }) });
      const changes = fc.uniqueArray(change, { minLength: 1, selector: ({ row }) => row });
      fc.assert(
        fc.property(balancedReview(form), changes, (right, wrong) => {
          const { findings } = analyse(system, enlarged(right, wrong));
          fc.pre(findings.every(({ act, alternatives }) => act === undefined && alternatives === undefined));
          assert.equal(findings.length, wrong.length);
          assert.ok(findings.every(({ fixes }) => fixes.length === 1 && fixes[0]?.preferred === (wrong.length === 1)));
        }),
      );
    });

    const enlarged = (right: readonly number[], changes: readonly { row: number; column: number; by: number }[]): number[] => {
      const values = [...right];
      for (const { row, column, by } of changes) {
        const figure = table.rows[row]?.figures[column]?.index ?? 0;
        values[figure] = (values[figure] ?? 0) + by;
      }
      return values;
    };

    it('at the end of the line are not preferred where the first of its cells is empty: the last may have fallen off', () => {
      const values: number[] = table.figures.map(() => 0);
      [0, 2, 3, 0, 4].forEach((value, at) => (values[table.rows[2]?.figures[at]?.index ?? 0] = value));
      assert.deepEqual(analyse(system, values).findings.map(({ fixes }) => fixes.map(({ preferred }) => preferred)), [[false]]);
    });

    for (const [group, isPreferred, why] of [
      [[1, 0, 0, 0, 2], true, 'one was counted twice'],
      [[12, 3, 0, 1, 61], true, 'the digits of 16 changed places'],
      [[1, 2, 3, 0, 4], true, 'the total may be an old one, for none of its parts is larger'],
      [[4, 0, 0, 0, 0], true, 'the total was not filled in'],
      [[2, 3, 1, 1, 0], true, 'the total was not filled in'],
      [[160, 3, 0, 0, 13], true, 'the 6 of 163 was missed'],
      [[5, 1, 0, 0, 4], false, 'a part is larger than the total'],
      [[0, 0, 7, 1, 3], false, 'a part is larger than the total'],
      [[2, 0, 0, 1, 1], false, 'the total of 1, 0, 0 and 1 seems to stand first'],
      [[4, 0, 0, 4, 0], false, 'the total of 4 seems to stand first'],
      [[7, 2, 1, 1, 3], false, 'the total of 2, 1, 1 and 3 seems to stand first'],
    ] as const) {
      it(`are ${isPreferred ? '' : 'not '}preferred in ${group.join(' ')}: ${why}`, () => {
        for (const { figures } of table.rows) {
          const values: number[] = table.figures.map(() => 0);
          group.forEach((value, at) => (values[figures[at]?.index ?? 0] = value));
          const { findings } = analyse(system, values);
          const sum = group[0] + group[1] + group[2] + group[3];
          assert.deepEqual(findings.map(({ figure, fixes }) => [figure, fixes.map(({ changes, preferred }) => [changes, preferred])]),
            [[figures[4]?.index, [[[{ figure: figures[4]?.index, value: sum }], isPreferred]]]]);
        }
      });
    }
  });
}
