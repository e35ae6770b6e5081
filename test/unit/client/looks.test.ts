import assert from 'node:assert/strict';
import { createLooks } from '../../../client/src/folder/looks.ts';

describe('looks at files that take a while', () => {
  it('count until they are over', () => {
    const looks = createLooks();
    const look = looks.begin('file:///甲.md');
    assert.equal(look.counts(), true);
    assert.equal(look.end(), true);
    assert.deepEqual([look.counts(), looks.has('file:///甲.md')], [false, false]);
  });

  it('do not count once the file is looked at anew: what came first may be answered last', () => {
    const looks = createLooks();
    const [first, second] = [looks.begin('file:///甲.md'), looks.begin('file:///甲.md')];
    assert.deepEqual([second.end(), first.end()], [true, false]);
  });

  it('do not count once the file is forgotten, and one at another file does', () => {
    const looks = createLooks();
    const [gone, kept] = [looks.begin('file:///甲.md'), looks.begin('file:///乙.md')];
    looks.forget('file:///甲.md');
    assert.deepEqual([gone.end(), kept.end()], [false, true]);
  });

  it('do not count once all is forgotten', () => {
    const looks = createLooks();
    const look = looks.begin('file:///甲.md');
    looks.clear();
    assert.equal(look.end(), false);
  });
});
