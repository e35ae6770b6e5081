import assert from 'node:assert/strict';

import { read } from '../../support/reading.ts';

const above = `# 2023年青石县政府信息公开工作年度报告

## 一、总体情况

2023年，青石县扎实推进政府信息公开工作。

## 四、政府信息公开行政复议、行政诉讼情况

`;
const five = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
const repeated = (words: string): string[] => five.map(() => words);
const below = '\n## 五、存在的主要问题及改进情况\n\n政策解读形式单一，将增加图文解读。\n';

function found(table: string, language: 'markdown' | 'plaintext'): { values: (number | null)[]; codes: string[] } {
  const { reports, diagnostics } = read(above + table + below, language);
  const lines = above.split('\n').length;
  return {
    values: Object.entries(reports[0]?.figures ?? {}).filter(([id]) => id.startsWith('review.')).map(([, { value }]) => value),
    codes: diagnostics.filter(({ range }) => range.start.line >= lines - 3 && range.start.line < lines + 4).map(({ code }) => code).filter((code) => code !== 'missing-section'),
  };
}

describe('the table of section 四 with blanks', () => {
  it('is read where its first cell alone in all rows is a figure, and five are blank', () => {
    const rows = [
      [...repeated('行政复议'), ...repeated('行政诉讼'), ...repeated('行政诉讼')], five.map(() => '---').concat(repeated('---'), repeated('---')),
      [...five, ...repeated('未经复议直接起诉'), ...repeated('复议后起诉')], [...five, ...five, ...five],
      ['27', '3', '0', '2', '32', '', '', '', '', '', '6', '', '', '', '6'],
    ];
    const { values, codes } = found(rows.map((cells) => `| ${cells.join(' | ')} |\n`).join(''), 'markdown');
    assert.deepEqual(values, [27, 3, 0, 2, 32, null, null, null, null, null, 6, null, null, null, 6]);
    assert.deepEqual([...new Set(codes)], ['blank-cell']);
  });

  it('lacks no row where its heads stand far apart and nothing stands below them: its figures are missing', () => {
    const gap = ' '.repeat(25);
    const heads = [`行政复议${gap}    行政诉讼`, `${five.join('   ')}   未经复议直接起诉${gap}复议后起诉`, `${gap}        ${five.join('   ')}   ${five.join('   ')}`];
    const { codes } = found(`${[...heads, ' '.repeat(94), ''].join('\n')}\n`, 'plaintext');
    assert.deepEqual(codes, ['unreadable-table']);
  });

  it('is told where nothing is left of it but heads, in texts that show no blanks', () => {
    const heads = [['行政复议', '行政诉讼'], [...five, '未经复议直接起诉', '复议后起诉'], [...five, ...five]];
    for (const table of [heads.flat().join('\n'), heads.flat().join('\n\n'), heads.map((row) => row.join(' ')).join('\n')]) {
      assert.deepEqual(found(`${table}\n`, 'plaintext').codes, ['unreadable-table'], table);
    }
  });
});
