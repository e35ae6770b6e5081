import assert from 'node:assert/strict';
import { packed, unpacked } from '../../../server/src/collection/packed.ts';

describe('Numbers packed into a text', () => {
  const numbers = [-1, -1, -1, 0, 12, 3, 0x7fcf, 0x7fd0, 0x7fff, 0x8000, 55_000, 0xd800, 0xffff, 70_000, 30_000_000, 1];

  it('come out as they went in', () => {
    assert.deepEqual(unpacked(packed(numbers)), numbers);
    assert.deepEqual(unpacked(''), []);
  });

  it('are small where they are small, and no half of a character that JSON or a message would spoil', () => {
    assert.equal(packed([0, 1, 1000]).length, 3);
    assert.deepEqual(unpacked(JSON.parse(JSON.stringify(packed(numbers))) as string), numbers);
    assert.doesNotMatch(packed(numbers), /\p{Surrogate}/u);
  });
});
