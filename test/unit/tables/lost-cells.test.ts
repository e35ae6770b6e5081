import assert from 'node:assert/strict';
import { read } from '../../support/reading.ts';
import { readBase } from '../../support/suites.ts';

interface Found {
  /** The values read of the rows whose ids begin with some words, blanks as null. */
  readonly values: readonly (number | null)[];
  readonly codes: readonly string[];
}

function reading(text: string, language: string, row: string): Found {
  const { reports, diagnostics } = read(text, language);
  return {
    values: Object.entries(reports[0]?.figures ?? {}).flatMap(([id, { value }]) => (id.startsWith(row) ? [value] : [])),
    codes: diagnostics.filter(({ severity }) => severity === 'error' || severity === 'warning').map(({ code }) => code),
  };
}

/** The pipe table of 2020 with other lines from one to another, which has to be there. */
function pipes(from: string, to: string, lines: string): string {
  const base = readBase('pipe-2020.md');
  const start = base.indexOf(from);
  const end = base.indexOf(to);
  assert.ok(start >= 0 && end > start);
  return base.slice(0, start) + lines + base.slice(end + to.length);
}

const fees = '| 行政事业性收费 | 2 | 0 |  |';
const purchases = '| 政府集中采购 | 9 | 126.4 |  |';

/** Section 二 cut by a page break before the row of fees. */
function cutBeforeFees(lines: string): string {
  return pipes(fees, purchases, `\n${lines}`);
}

describe('a column that a page break added among the figures', () => {
  const heads = '| 第二十条第（九）项 |  |\n| 信息内容 | 采购项目数量 |  | 采购总金额 |\n';

  it('is no figure, and each figure is read', () => {
    const text = cutBeforeFees(`| 行政事业性收费 | 2 |  | 0 |\n${heads}| 政府集中采购 | 9 |  | 126.4 |`);
    assert.deepEqual(reading(text, 'markdown', 'proactive.fees'), { values: [2, 0], codes: [] });
    assert.deepEqual(reading(text, 'markdown', 'proactive.procurement'), { values: [9, 126.4], codes: [] });
  });

  it('is no blank of a row that has lost a figure', () => {
    const text = cutBeforeFees(`| 行政事业性收费 | 2 |  | 0 |\n${heads}| 政府集中采购 | 9 |  |`);
    assert.deepEqual(reading(text, 'markdown', 'proactive.procurement'), { values: [], codes: ['cell-count'] });
  });
});

describe('a column that a page break added before the labels', () => {
  it('leaves the copies of merged cells below their heads', () => {
    const base = pipes('| 信息内容 | 上一年项目数量 | 本年增/减 |  |', fees, [
      '| 信息内容 | 上一年项目数量 | 本年增/减 | 本年增/减 |', '', '|  | 行政事业性收费 | 2 | 0 | 0 |',
    ].join('\n'));
    const text = base.replace(/\| 第二十条第（九）项 [^]+?\| 政府集中采购 .+/u, [
      '|  | 第二十条第（九）项 | 第二十条第（九）项 | 第二十条第（九）项 | 第二十条第（九）项 |',
      '|  | 信息内容 | 采购项目数量 | 采购总金额 | 采购总金额 |',
      '|  | 政府集中采购 | 9 | 126.4 | 126.4 |',
    ].join('\n'));
    assert.deepEqual(reading(text, 'markdown', 'proactive.fees'), { values: [2, 0], codes: [] });
    assert.deepEqual(reading(text, 'markdown', 'proactive.procurement'), { values: [9, 126.4], codes: [] });
  });
});

describe('a row without a cell that its heads have', () => {
  it('is not read by the width of another block, whose heads are narrower', () => {
    const text = pipes('| 第二十条第（八）项 |', purchases, [
      '| 第二十条第（八）项 ||||||', '',
      '| 信息内容 | 上一年项目数量 | 本年增/减 ||||', '| --- | --- | --- | --- | --- | --- |', '| 行政事业性收费 | 2 | 0 ||||',
      '| 第二十条第（九）项 |||||', '| 信息内容 | 采购项目数量 | 采购总金额 |||||', '| 政府集中采购 | 126.4 |||||',
    ].join('\n'));
    assert.deepEqual(reading(text, 'markdown', 'proactive.procurement'), { values: [], codes: ['cell-count'] });
  });
});

describe('a blank cell behind a label', () => {
  it('is no blank figure for certain where other labels cover cells, and their rows do not', () => {
    const base = readBase('pipe-2020.md').replaceAll(/^(\|.*?[^| ] \|)(?:  \|)+(?= \d)/gmu, '$1');
    const partly = '（二）部分公开（区分处理的，只计这一情形，不计其他情形） |';
    const text = base.replace(partly, `${partly}  |`)
      .replace(/\|  \| （七）总计 .+\n.+/u, '\n|  |  | （七）总计 |  | 7 | 1 | 0 | 0 | 0 | 8 |\n|  | 四、结转下年度继续办理 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |');
    assert.ok(text.includes('\n\n|  |  | （七）总计 |') && text.includes(`${partly}  | 0`));
    assert.deepEqual(reading(text, 'markdown', 'requests.resultsTotal'), { values: [], codes: ['cell-count'] });
    assert.deepEqual(reading(text, 'markdown', 'requests.carriedOut').values, [1, 0, 0, 0, 0, 0, 1]);
  });
});

describe('figures on lines of their own between labels broken over lines', () => {
  const row = (label: string, figures: string): string => `${label}\n${figures}`;

  it('are those of no row for certain where a row above has lost one', () => {
    const base = readBase('spaces-2021.txt');
    const start = base.indexOf('8.属于行政查询事项');
    const end = base.indexOf('3.补正后申请内容仍不明确');
    const text = base.slice(0, start) + [
      row('8.属于行政查询事 0 0 0 0', '0 0\n项'), '（四）无法提供',
      row('1.本机关不掌握相\n关政府信息', '2 0\n0 0 0 0 2'), row('2.没有现成信息需\n要另行制作', '0 0\n0 0 0 0 0'), '',
    ].join('\n') + base.slice(end);
    const { values, codes } = reading(text, 'plaintext', 'requests.unavailable.needsCreation');
    assert.ok(values.every((value) => value === 0), values.join());
    assert.ok(!codes.includes('duplicate-row') && codes.length > 0, codes.join());
  });
});
