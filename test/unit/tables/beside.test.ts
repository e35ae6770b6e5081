import assert from 'node:assert/strict';
import { read } from '../../support/reading.ts';
import { readBase } from '../../support/suites.ts';

const base = readBase('2021.md');
const table = '| 行政强制 | 0 |  |  |\n| 第二十条第（八）项 |  |  |  |\n| 信息内容 | 本年收费金额（单位：万元） |  |  |\n| 行政事业性收费 | 0.5 |  |  |';

function codesOf(text: string): string[] {
  return read(text, 'markdown').diagnostics.filter(({ severity }) => severity === 'error' || severity === 'warning').map(({ code }) => code);
}

describe('rows of a table that a strange line has cut off, their labels and figures apart', () => {
  it('are not said to be missing: their figures stand there', () => {
    const text = base.replace(table, '\n2024年年报\n\n行政强制\n\n|  |\n\n0\n\n行政事业性收费\n\n|  |\n\n0.5');
    assert.notEqual(text, base);
    assert.deepEqual(codesOf(text), ['unreadable-table']);
  });

  it('are missing where nothing of them stands there', () => {
    assert.deepEqual([...new Set(codesOf(base.replace(table, '\n2024年年报')))], ['missing-row']);
  });
});

describe('all figures of section 四 in one cell', () => {
  const heads = ['行政复议\t行政诉讼', '结果维持\t结果纠正', '其他结果\t尚未审结', '总计\t未经复议直接起诉', '复议后起诉\t结果维持', '结果纠正\t其他结果', '尚未审结\t总计', '结果维持\t结果纠正', '其他结果\t尚未审结'];

  it('are said to be unread, in full-width digits too', () => {
    const start = base.indexOf('\n', base.indexOf('## 四、')) + 1;
    const end = base.indexOf('## 五、');
    for (const gap of ['　', ' ']) {
      const cell = '2 ０ ０ ３ 5 1 ０ 0 0 1 ０ 0 0 ０ 0'.replaceAll(' ', gap);
      const codes = codesOf(`${base.slice(0, start)}\n${heads.join('\n')}\n总计\t${cell}\n\n${base.slice(end)}`);
      assert.ok(codes.length === 1 && ['unreadable-table', 'cell-count'].includes(codes[0] ?? ''), codes.join());
    }
  });
});
