import assert from 'node:assert/strict';
import fc from 'fast-check';
import { analyse, type Change } from '../../../server/src/model/arithmetic/index.ts';
import { balancedRequests, balancedReview, formIds, tableOf, violated } from './tables.ts';

function applied(values: readonly (number | null)[], changes: readonly Change[]): (number | null)[] {
  return changes.reduce<(number | null)[]>((changed, { figure, value }) => changed.with(figure, value), [...values]);
}

for (const form of formIds) {
  for (const [id, balanced] of [['requests', balancedRequests(form)], ['review', balancedReview(form)]] as const) {
    describe(`fixes in the table ${id} of the form of ${form}`, () => {
      const { system } = tableOf(form, id);
      const mistake = fc.record({
        figure: fc.nat(system.size - 1),
        value: fc.option(fc.nat(30), { freq: 5, nil: null }),
      });
      const flawed = fc
        .tuple(balanced, fc.array(mistake, { minLength: 1, maxLength: 5 }))
        .map(([right, mistakes]) => {
          const values: (number | null)[] = [...right];
          mistakes.forEach(({ figure, value }) => (values[figure] = value));
          return values;
        });

      it('of findings that are not open satisfy every identity when all are applied', () => {
        fc.assert(
          fc.property(flawed, (values) => {
            const { findings, repair } = analyse(system, values);
            fc.pre(findings.some(({ open }) => !open) && repair !== undefined);
            const changes = findings.flatMap(({ fixes }) => fixes.flatMap((fix) => fix.changes));
            assert.deepEqual(violated(system, applied(values, changes)), []);
            assert.deepEqual(changes.toSorted((a, b) => a.figure - b.figure), repair);
            assert.deepEqual(findings.flatMap(({ fixes }) => fixes.flatMap(({ breaks }) => breaks)), []);
          }),
        );
      });

      it('end their finding when applied alone, and no other figure gets one, where at most three cells are wrong', () => {
        fc.assert(
          fc.property(flawed, (values) => {
            const { findings, repair = [] } = analyse(system, values);
            fc.pre(repair.length <= 3 && findings.every(({ act }) => act === undefined));
            for (const { figure, open, fixes } of findings.filter((finding) => !finding.open)) {
              const rest = findings.map((finding) => finding.figure).filter((other) => other !== figure);
              for (const { changes } of fixes) {
                const after = analyse(system, applied(values, changes)).findings;
                assert.deepEqual([after.map((finding) => finding.figure), open], [rest, false]);
              }
            }
          }),
        );
      });

      it('are preferred only where they set totals to what their known parts say', () => {
        fc.assert(
          fc.property(flawed, (values) => {
            for (const { open, fixes } of analyse(system, values).findings) {
              for (const { changes } of fixes.filter(({ preferred }) => preferred)) {
                assert.equal(open, false);
                for (const { figure, value } of changes) {
                  assert.ok(system.isTotal[figure]);
                  const sums = system.identities
                    .filter(({ defines, right }) => defines === figure && right.every((part) => values[part] !== null))
                    .map(({ right }) => right.filter((part) => system.isTotal[part] === false))
                    .filter((parts) => parts.length > 2)
                    .map((parts) => parts.reduce((sum, part) => sum + (values[part] ?? 0), 0));
                  assert.ok(sums.every((sum) => sum === value));
                }
              }
            }
          }),
        );
      });

      it('where the place is open say truly what they repair and what they break', () => {
        fc.assert(
          fc.property(flawed, (values) => {
            const before = violated(system, values);
            for (const { fixes } of analyse(system, values).findings.filter(({ open }) => open)) {
              for (const { changes, repairs, breaks, preferred } of fixes) {
                const after = violated(system, applied(values, changes));
                assert.deepEqual(repairs, before.filter((index) => !after.includes(index)));
                assert.deepEqual(breaks, after.filter((index) => !before.includes(index)));
                assert.ok(changes.length > 0);
                assert.ok(changes.every(({ figure, value }) => value >= 0 && value !== values[figure]));
                assert.equal(preferred, false);
              }
            }
          }),
        );
      });
    });
  }
}
