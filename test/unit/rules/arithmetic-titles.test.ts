import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { useLocale } from '../../../server/src/l10n.ts';
import { check } from '../../support/checking.ts';

const base = readFileSync(new URL('../../fixtures/base-2021.md', import.meta.url), 'utf8');
const review = '| 1 | 0 | 0 | 0 | 1 | 0 | 0 | 1 | 0 | 1 | 0 | 0 | 0 | 0 | 0 |';

/** The titles of the fixes of the first finding, where table 四 is another one. */
function titles(figures: readonly number[]): readonly string[] {
  const [finding] = check(base.replace(review, `| ${figures.join(' | ')} |`), 'markdown').filter(({ code }) => code === 'review-total');
  return finding?.fixes.map(({ title }) => title) ?? [];
}

describe('the title of an exchange', () => {
  before(() => useLocale('zh-cn'));

  it('names both cells where they are of two groups and of two outcomes', () => {
    assert.deepEqual(titles([1, 4, 8, 3, 36, 2, 0, 21, 1, 4, 6, 1, 2, 1, 10]), ['对调“行政复议”结果维持与“未经复议直…”其他结果']);
  });

  it('tells ways out of one finding apart', () => {
    const all = titles([21, 6, 8, 3, 36, 2, 0, 1, 1, 4, 4, 1, 2, 1, 10]);
    assert.equal(all.length, 3);
    assert.equal(new Set(all).size, 3);
  });

  it('names the group once where both are of it', () => {
    assert.deepEqual(titles([36, 4, 8, 3, 21, 2, 0, 1, 1, 4, 6, 1, 2, 1, 10]), ['对调“行政复议”的总计与结果维持']);
  });
});
