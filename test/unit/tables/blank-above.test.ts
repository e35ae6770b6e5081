import assert from 'node:assert/strict';

import { read } from '../../support/reading.ts';
import { readBase } from '../../support/suites.ts';

const heads = ['申请人情况  自然人  法人或其他组织  总计', '商业企业  科研机构   社会公益组织  法律服务机构  其他'];

describe('a blank table above the one with figures, without delimiters', () => {
  it('leaves the heads of that one in their order', () => {
    const base = readBase('lines-2022.txt');
    const known = read(base, 'plaintext').reports[0]?.figures ?? {};
    const lines = base.split('\n');
    const from = lines.findIndex((line) => line.startsWith('一、本年新收'));
    const to = lines.findIndex((line) => line.startsWith('四、政府信息公开行政复议'));
    const rows = lines.slice(from, to).join('\n').trimEnd().replace(/\n(?=\d+(?:\n|$))/gu, '  ');
    const blank = rows.replace(/(?:  \d+)+(?=\n|$)/gu, '');
    const text = [...lines.slice(0, lines.findIndex((line) => line.startsWith('三、收到')) + 1), ...heads, blank, ...heads, rows, ...lines.slice(to)].join('\n');
    const { reports } = read(text, 'plaintext');
    const found = Object.entries(reports[0]?.figures ?? {}).filter(([id]) => id.startsWith('requests.'));
    assert.ok(found.length > 0);
    assert.deepEqual(found.filter(([id, { value }]) => value !== known[id]?.value).map(([id]) => id), []);
  });
});
