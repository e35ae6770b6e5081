import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { looksLikeReport } from '../../../server/src/lsp/protocol.ts';

function isReport(...lines: string[]): void {
  assert.equal(looksLikeReport(lines.join('\n')), true, lines.join('\n'));
}

function isNone(...lines: string[]): void {
  assert.equal(looksLikeReport(lines.join('\n')), false, lines.join('\n'));
}

describe('recognising a report', () => {
  it('by a title line, however it is marked', () => {
    isReport('# 青禾县水务局2024年政府信息公开工作年度报告');
    isReport('青禾县水务局 2024 年度政府信息公开工作年报', '', '正文');
    isReport('2022年青禾县政府信息公开工作年度报告');
    isReport('附件：青禾县水务局2019年政府信息公开工作年度报告');
    isReport('青禾縣水務局2020年政府信息公開工作年度報告');
    isReport('<html><body><h1>青禾县<span>2024</span>年政府信息公开工作年度报告</h1></body></html>');
  });

  it('by a title over two lines', () => {
    isReport('青禾县水务局', '2020年政府信息公开工作年度报告');
    isReport('青禾县水务局2020年政府信息公开', '', '　　工作年度报告');
  });

  it('by three section titles, altered ones too, one of them of this kind of report alone', () => {
    isReport('一、总体情况', '略', '二、主动公开政府信息情况', '略', '三、收到和处理政府信息公开申请情况');
    isReport('## 四、行政复议、行政诉讼情况', '## 五、存在问题及改进情况', '## 六、其它需要报告的事项');
    isReport('<p>一、总体情况</p><p>二、主动公开情况</p><p>五、存在的主要问题及改进情况</p>');
    isNone('一、总体情况', '二、存在的主要问题', '三、其他需要报告的事项');
    isNone('一、总体情况', '二、主动公开政府信息情况');
  });

  it('by three labels of a table, in any layout', () => {
    isReport('| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |');
    isReport('\t一、本年新收政府信息公开申请数量', '\t3', '\t二、上年结转政府信息公开申请数量', '\t0', '\t（一）予以公开');
    isReport('（一）予以公开 3 0 0 0 0 0 3', '1.属于国家秘密  0  0', '2.重复申请 0 0', '3.要求提供公开出版物');
    isReport('<table><tr><td><p>结果<b>维持</b></p></td><td>结果纠正</td><td>尚未&nbsp;审结</td></tr></table>');
  });

  it('not by words in sentences, lists, code or quotations', () => {
    isNone('按照要求，编制本政府信息公开工作年度报告。');
    isNone('- 2023年政府信息公开工作年度报告', '- 2024年政府信息公开工作年度报告');
    isNone('```', '青禾县2024年政府信息公开工作年度报告', '```');
    isNone('> 青禾县2024年政府信息公开工作年度报告');
    isNone('- 行政许可', '- 行政处罚', '- 行政强制', '- 总计');
    isNone('# Read me', 'annual report');
    isNone('');
  });

  it('goes on behind fenced code', () => {
    isReport('~~~js', 'const x = 1;', '~~~', '青禾县2024年政府信息公开工作年度报告');
  });

  it('looks at the beginning of a text only', () => {
    isNone(`${'会议记录。\n'.repeat(60_000)}青禾县2024年政府信息公开工作年度报告`);
  });

  it('answers for any text', () => {
    isNone('表'.repeat(2_000_000));
    isNone('<'.repeat(2_000_000), '情况');
    isNone('\uD800\uDC00\uD800'.repeat(1000), '\u0000二');
    isNone(`${'1 '.repeat(500_000)}表`);
  });
});
