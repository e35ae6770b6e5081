import assert from 'node:assert/strict';

import { read } from '../../support/reading.ts';

const above = `青石县2023年政府信息公开工作年度报告

一、总体情况
2023年，青石县扎实推进政府信息公开工作。

`;
const columns = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'];
const labels = ['一、本年新收政府信息公开申请数量', '二、上年结转政府信息公开申请数量', '（一）予以公开', '1.属于国家秘密', '2.其他法律行政法规禁止公开', '3.危及“三安全一稳定”',
  '4.保护第三方合法权益', '（七）总计', '四、结转下年度继续办理'];
const figures = [[60, 9, 3, 0, 0, 2, 74], [0, 0, 0, 0, 0, 0, 0], [54, 0, 0, 0, 0, 2, 56], [0, 9, 3, 0, 0, 0, 12], [6, 0, 0, 0, 0, 0, 6], [0, 0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0, 0],
  [60, 9, 3, 0, 0, 2, 74], [0, 0, 0, 0, 0, 0, 0]];
const rows = labels.map((label, at) => [label, ...(figures[at] ?? []).map(String)]);

/** The values read of a row of section 三, or of section 四, and the codes of what is said of the tables. */
function reading(text: string, language: 'markdown' | 'plaintext', row: string): { values: unknown[]; codes: string[] } {
  const { reports, diagnostics } = read(above + text, language);
  return {
    values: Object.entries(reports[0]?.figures ?? {}).filter(([id]) => id.startsWith(`${row}.`)).map(([, { value }]) => value),
    codes: [...new Set(diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code))].filter((code) => /unreadable|cell-count|total|balance/u.test(code)),
  };
}

describe('figures of which the columns are in doubt', () => {
  it('are not read by heads of which one is lost, so that all behind it stand one place before their own', () => {
    const heads = [['', '自然人', '总计', '', '', '', '', ''], ['', '自然人', '总计', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他']];
    const lines = [...heads.slice(0, 1), columns.concat('').map(() => '---'), ...heads.slice(1), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
    assert.deepEqual(reading(`三、收到和处理政府信息公开申请情况\n\n${lines.join('\n')}\n`, 'markdown', 'requests.received'), { values: [], codes: ['unreadable-table'] });
  });

  it('do not take the number of the next label, which recognised characters set apart, for their last', () => {
    const lines = [columns, ...rows].map((cells) => cells.map((cell) => (/\d$/u.test(cell) ? cell : [...cell].join(' '))).join('  '));
    const short = lines.map((line) => (line.startsWith('2 .') ? line.replace(/^(.*?)  6  0/u, '$1  6') : line));
    const { values, codes } = reading(`三、收到和处理政府信息公开申请情况\n${short.join('\n')}\n`, 'plaintext', 'requests.denied.prohibitedByLaw');
    assert.deepEqual(values.filter((value) => typeof value === 'number'), []);
    assert.ok(codes.includes('unreadable-table') || codes.includes('cell-count'), codes.join());
    assert.deepEqual(reading(`三、收到和处理政府信息公开申请情况\n${lines.join('\n')}\n`, 'plaintext', 'requests.denied.prohibitedByLaw').values, [6, 0, 0, 0, 0, 0, 6]);
  });

  it('are not read where two of them run together and the total is blank', () => {
    const glued = rows.map((cells) => (cells[0]?.startsWith('2.') === true ? [cells[0], '6', '00', '0', '0', '0', '6', ''] : cells));
    const lines = [['', ...columns], ['', ...columns].map(() => '---'), ...glued].map((cells) => `| ${cells.join(' | ')} |`);
    assert.deepEqual(reading(`三、收到和处理政府信息公开申请情况\n\n${lines.join('\n')}\n`, 'markdown', 'requests.denied.prohibitedByLaw').values, []);
  });

  it('are not read in the order of lines where a cell of section 四 stands half a line lower', () => {
    const five = '结果维持 结果纠正 其他结果 尚未审结 总计';
    const heads = `行政复议                                 行政诉讼\n${five} 未经复议直接起诉                         复议后起诉\n${' '.repeat(41)}${five} ${five}\n`;
    const line = '0                 0        0        0    0        0        0        27       27   0        0        0        41       41\n         0\n';
    const { values, codes } = reading(`四、政府信息公开行政复议、行政诉讼情况\n${heads}${line}`, 'plaintext', 'review');
    assert.deepEqual({ values, codes }, { values: [], codes: ['unreadable-table'] });
  });

  it('are not put in the order of columns that do not stand below each other', () => {
    const wide = (text: string): string => text.padEnd(24);
    const lines = [['', ...columns], ...rows].map((cells) => cells.map((cell, at) => (at === 0 ? wide(cell) : cell.padEnd(4))).join(' ').trimEnd());
    const at = lines.findIndex((line) => line.startsWith('1.'));
    const own = lines[at] ?? '';
    const from = wide('').length + 1;
    lines.splice(at, 1, `${own.slice(0, from + 15)}     ${own.slice(from + 20)}`, `${' '.repeat(from + 10)}0`);
    assert.deepEqual(reading(`三、收到和处理政府信息公开申请情况\n${lines.join('\n')}\n`, 'plaintext', 'requests.denied.stateSecret').values, []);
  });

  it('are not filled up at their end by one that stands lower in the first column, though the sum holds either way', () => {
    const lines = [['', ...columns], ...rows].map(([label = '', ...cells]) => `     ${label.padEnd(18)}${cells.map((cell) => cell.padEnd(5)).join(' ')}`.trimEnd());
    const at = lines.findIndex((line) => line.includes('2.其他法律'));
    lines.splice(at, 1, `     2.其他法律行政法规禁止公开          0     0     0     0     0     6`, `${' '.repeat(26)}6`);
    assert.deepEqual(reading(`三、收到和处理政府信息公开申请情况\n${lines.join('\n')}\n`, 'plaintext', 'requests.denied.prohibitedByLaw').values, []);
  });

  it('do not begin with a character of the label that stands for no number elsewhere', () => {
    const lines = [columns, ...rows].map((cells) => cells.map((cell) => (/\d$/u.test(cell) ? cell : [...cell].join(' '))).join('  '));
    const whole = '4 . 无 正 当 理 由 大 量 反 复 申 请  9  5  0  0  0  0  14';
    const valuesOf = (row: string): unknown[] => {
      const all = [...lines.slice(0, -2), row, ...lines.slice(-2)];
      return reading(`三、收到和处理政府信息公开申请情况\n${all.join('\n')}\n`, 'plaintext', 'requests.notProcessed.excessive').values;
    };
    assert.deepEqual(valuesOf(whole), [9, 5, 0, 0, 0, 0, 14]);
    assert.deepEqual(valuesOf(whole.replace('  14', '')), []);
  });
});
