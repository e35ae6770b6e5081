import assert from 'node:assert/strict';
import { collectRegexes } from '../../tools/regexes/collect.ts';
import { hashOf, isBounded, readProven, slownessOf } from '../../tools/regexes/judge.ts';

describe('regular expressions', function () {
  this.timeout(400_000);

  it('take no more than linear time, those put together from words of the forms too; `npm run regexes` keeps the list of those judged', () => {
    const regexes = collectRegexes();
    const proven = readProven();
    const unproven = [...regexes].filter(([literal, places]) => !proven.has(hashOf(literal)) && !isBounded(places));
    const slow = unproven.flatMap(([literal, places]) => {
      const slowness = slownessOf(literal);
      return slowness === undefined ? [] : [`${places.join(', ')}: ${literal}: ${slowness}`];
    });
    assert.deepEqual(slow, []);
    assert.ok(regexes.size > 400);
  });

  it('that take longer are seen', () => {
    assert.match(slownessOf('/\\s+$/u') ?? '', /polynomial/u);
    assert.match(slownessOf('/^(?:a+)+$/u') ?? '', /exponential/u);
    assert.equal(slownessOf('/(?<!\\s)\\s+$/u'), undefined);
  });
});
