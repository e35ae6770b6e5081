import assert from 'node:assert/strict';

import { read } from '../../support/reading.ts';

/** A table of 第二十条第（五）项 whose rows want one figure, in two parts. */
const table = (head: string, first: string, second: string): string => `# 2023年青石县政府信息公开工作年度报告

## 一、总体情况

2023年，青石县扎实推进政府信息公开工作。

## 二、主动公开政府信息情况

| 第二十条第（五）项 |  |  |
| --- | --- | --- |
${head}
${first}
| 第二十条第（六）项 |  |  |
${head}
${second}

## 三、收到和处理政府信息公开申请情况
`;

function decisions(text: string): (number | null | undefined)[] {
  const { reports } = read(text, 'markdown');
  return ['licensing', 'penalties'].map((row) => reports[0]?.figures[`proactive.${row}.decisions`]?.value);
}

describe('two like figures in a row that wants one', () => {
  it('are copies of a merged cell where its head is repeated as often', () => {
    assert.deepEqual(decisions(table('| 信息内容 | 本年处理决定数量 | 本年处理决定数量 |', '| 行政许可 | 1 | 1 |', '| 行政处罚 | 2 | 2 |')), [1, 2]);
  });

  it('are none where one head stands above them', () => {
    assert.deepEqual(decisions(table('| 信息内容 | 本年处理决定数量 | |', '| 行政许可 | 1 | 1 |', '| 行政处罚 | 2 |  |')), [undefined, 2]);
  });
});
