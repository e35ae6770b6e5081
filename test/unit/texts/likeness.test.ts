import assert from 'node:assert/strict';
import { commonEnds, commonStart } from '../../../server/src/texts/common-ends.ts';
import { commonLength, editDistance, isNear } from '../../../server/src/texts/near.ts';

describe('what two texts have in common', () => {
  it('is a start, and of the rest an end', () => {
    assert.equal(commonStart('青禾县水务局', '青禾县财政局'), 3);
    assert.deepEqual(commonEnds('abab', 'ab'), { start: 2, end: 0 });
    assert.deepEqual(commonEnds([1, 2, 3], [1, 9, 9, 3]), { start: 1, end: 1 });
  });

  it('is the longest run of characters in one order', () => {
    assert.deepEqual([commonLength('年度报告', '年报'), commonLength('报告', '告报'), commonLength('', '年')], [2, 1, 0]);
  });
});

describe('how far two texts are apart', () => {
  it('counts what is put in, left out and changed', () => {
    const distances = [['年度报告', '年度报告', 0], ['年度报', '年度报告', 1], ['年度报高', '年度报告', 1], ['年年度报', '年度报告', 2], ['', '年报', 2]] as const;
    for (const [one, other, distance] of distances) {
      assert.deepEqual([editDistance(one, other), editDistance(other, one)], [distance, distance], `${one} ${other}`);
    }
  });

  it('is two characters for a title at the most', () => {
    assert.deepEqual([isNear('总体情况', '总体情况'), isNear('总体的情况', '总体情况'), isNear('基本情况', '总体情况')], [true, true, false]);
  });
});
