import assert from 'node:assert/strict';
import { createReportService } from '../../../server/src/service.ts';
import type { ReportDocument } from '../../../server/src/service-types.ts';

const service = createReportService();

function open(text: string): ReportDocument {
  return service.open('test:///begun', 'markdown', 1, text);
}

function titlesOffered(text: string): string[] {
  const document = open(text);
  const lines = text.split('\n');
  const position = { line: lines.length - 1, character: (lines.at(-1) ?? '').length };
  return service.completions(document, position).map(({ label }) => label);
}

describe('a report that is begun', () => {
  it('is offered all section titles', () => {
    assert.deepEqual(titlesOffered('# 白石镇2024年政府信息公开工作年度报告\n\n'), [
      '一、总体情况', '二、主动公开政府信息情况', '三、收到和处理政府信息公开申请情况', '四、政府信息公开行政复议、行政诉讼情况',
      '五、存在的主要问题及改进情况', '六、其他需要报告的事项',
    ]);
    assert.deepEqual(titlesOffered('# 白石镇2024年政府信息公开工作年度报告\n\n一'), ['一、总体情况']);
  });

  it('is offered the titles of a form that is the newest for years that none is known for yet', () => {
    assert.equal(titlesOffered('# 白石镇2035年政府信息公开工作年度报告\n\n').length, 6);
  });

  it('shows its organ, its year and the sections to come in the side bar', () => {
    const [state] = service.states(open('# 白石镇2024年政府信息公开工作年度报告\n'));
    assert.deepEqual([state?.organ, state?.year, state?.sections.length, state?.sections.every(({ range }) => range === undefined)], ['白石镇', 2024, 6, true]);
    assert.deepEqual(state?.counts, { error: 0, warning: 0, information: 0, hint: 1 });
  });

  it('becomes a report with its first section, and is one no more without it', () => {
    const document = open('# 白石镇2024年政府信息公开工作年度报告\n\n');
    service.edit(document, [{ range: { start: { line: 2, character: 0 }, end: { line: 2, character: 0 } }, text: '## 一、总体情况\n' }], 2);
    assert.equal(service.isBegun(document), false);
    assert.equal(service.isReport(document), true);
    service.edit(document, [{ range: { start: { line: 2, character: 0 }, end: { line: 3, character: 0 } }, text: '' }], 3);
    assert.equal(service.isBegun(document), true);
  });

  it('stays a report while each of its headings is typed anew', () => {
    const titles = ['一、总体情况', '二、主动公开政府信息情况', '三、收到和处理政府信息公开申请情况', '四、政府信息公开行政复议、行政诉讼情况'];
    const lines = ['白石镇2024年政府信息公开工作年度报告', '', ...titles.flatMap((title) => [title, '略。'])];
    lines.forEach((line, at) => {
      for (let length = 0; length <= line.length; length += 1) {
        const document = open([...lines.slice(0, at), line.slice(0, length), ...lines.slice(at + 1)].join('\n'));
        assert.deepEqual([service.isReport(document), service.isBegun(document)], [true, false], line.slice(0, length));
      }
    });
  });

  it('is told of no more once a whole report stands in the same text', () => {
    const text = '# 白石镇2024年政府信息公开工作年度报告\n\n## 一、总体情况\n\n略。\n\n## 六、其他需要报告的事项\n\n无。\n\n# 白石镇2023年政府信息公开工作年度报告\n\n## 一、总体要求\n\n略。\n';
    assert.ok(!service.diagnostics(open(text)).some(({ code }) => code === 'report-begun'));
  });
});
