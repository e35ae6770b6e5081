import assert from 'node:assert/strict';
import { valueOfNumeral } from '../../../server/src/syntax/numerals.ts';

describe('a small whole number', () => {
  it('is arabic or Chinese; anything else is none', () => {
    const values = { 7: 7, 12: 12, 三: 3, 十: 10, 十二: 12, 二十: 20, 三十一: 31, '': 0, 百: 0, 一二: 0, 三个: 0 };
    for (const [text, value] of Object.entries(values)) {
      assert.equal(valueOfNumeral(text), value, text);
    }
  });
});
