import assert from 'node:assert/strict';
import { formatChinese, writeDigits } from '../../../server/src/texts/chinese-numbers.ts';

describe('a number in Chinese', () => {
  it('is told in places, with one 零 for a gap', () => {
    const written = { 0: '零', 1: '一', 10: '十', 12: '十二', 20: '二十', 101: '一百零一', 110: '一百一十', 1001: '一千零一', 12_005: '一万二千零五', 100_000_010: '一亿零一十' };
    for (const [value, text] of Object.entries(written)) {
      assert.equal(formatChinese(Number(value)), text, value);
    }
  });

  it('is told in other characters too, where ten begins with a one', () => {
    const legal = { digits: '零壹贰叁肆伍陆柒捌玖', ten: '拾', hundred: '佰', thousand: '仟', beginsWithTen: false };
    assert.deepEqual([0, 10, 105, 2010].map((value) => formatChinese(value, legal)), ['零', '壹拾', '壹佰零伍', '贰仟零壹拾']);
  });

  it('of a year is told digit by digit', () => {
    assert.deepEqual([writeDigits(2023, '〇'), writeDigits(2020, '零')], ['二〇二三', '二零二零']);
  });
});
