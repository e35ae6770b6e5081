import assert from 'node:assert/strict';
import { createReportService } from '../../../server/src/service.ts';
import type { CompletionEntry } from '../../../server/src/service-types.ts';
import { applyEdits } from '../../support/checking.ts';
import { fixture } from '../../support/fixtures.ts';

const service = createReportService();
const report = fixture('base-2021.md');

/** What is offered at `<|>`, and the text without it. */
function complete(marked: string): { readonly text: string; readonly entries: readonly CompletionEntry[] } {
  const at = marked.indexOf('<|>');
  const before = marked.slice(0, at).split('\n');
  const text = marked.replace('<|>', '');
  const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  return { text, entries: service.completions(service.open('test:///report', 'markdown', 1, text), position) };
}

function labels(marked: string): string[] {
  return complete(marked).entries.map(({ label }) => label);
}

function replaced(from: string, to: string): string {
  assert.equal(report.split(from).length, 2, `${from} stands once`);
  return report.replace(from, to);
}

function codesAfter(marked: string): string[] {
  const { text, entries: [entry] } = complete(marked);
  assert.ok(entry);
  const after = applyEdits(text, [{ range: entry.range, newText: entry.newText }]);
  return service.diagnostics(service.open('test:///after', 'markdown', 1, after)).map(({ code }) => code);
}

describe('completion of section titles', () => {
  it('offers those that the report lacks, marked as the others are', () => {
    const marked = replaced('## 五、存在的主要问题及改进情况', '五<|>');
    assert.deepEqual(labels(marked), ['五、存在的主要问题及改进情况']);
    assert.deepEqual(codesAfter(marked), []);
  });

  it('offers nothing where none is missing', () => {
    assert.deepEqual(labels(replaced('\n## 五、', '\n#<|>\n\n## 五、')), []);
  });

  it('offers nothing within a sentence', () => {
    assert.deepEqual(labels(replaced('## 五、存在的主要问题及改进情况', '').replace('档案利用类', '档案利<|>用类')), []);
  });
});

describe('completion of row labels', () => {
  const row = '| 行政处罚 | 3 |  |  |';

  it('offers those that the table lacks', () => {
    assert.deepEqual(labels(replaced(row, '| 行<|> | 3 |  |  |')), ['行政处罚']);
    assert.deepEqual(codesAfter(replaced(row, '| <|> | 3 |  |  |')), []);
  });

  it('offers nothing in a cell of figures, nor in a row that has its label', () => {
    assert.deepEqual(labels(replaced(row, '|  | 3<|> |  |  |')), []);
    assert.deepEqual(labels(replaced(`${row}\n`, '').replace('| 行政许可 |', '| 行政<|>许可 |')), []);
  });

  it('offers nothing in a table that is whole', () => {
    assert.deepEqual(labels(replaced('| 行政强制 | 0 |', '| <|>行政强制 | 0 |')), []);
  });
});

describe('completion of sentences', () => {
  const place = '全年新收政府信息公开申请14件，上年结转1件；办结14件，结转下年度1件。';

  it('takes the figures from the tables', () => {
    assert.deepEqual(labels(replaced(place, '全年<|>')), [
      '全年制发行政规范性文件2件，废止1件，现行有效9件。',
      '全年新收政府信息公开申请14件，上年结转1件；办结14件，结转下年度继续办理1件。',
      '全年新收政府信息公开申请14件，其中自然人申请12件。',
    ]);
  });

  it('contradicts no table', () => {
    const { text, entries } = complete(replaced(place, '<|>'));
    assert.equal(entries.length, 5);
    for (const { range, newText } of entries) {
      const after = service.open('test:///after', 'markdown', 1, applyEdits(text, [{ range, newText }]));
      assert.deepEqual(service.diagnostics(after).map(({ code }) => code), [], newText);
    }
  });

  it('says nothing of a figure that is blank, or whose identity fails', () => {
    const blank = replaced(place, '全年制<|>').replace('| 行政规范性文件 | 2 |', '| 行政规范性文件 |  |');
    assert.deepEqual(labels(blank), []);
    const wrong = replaced(place, '全年新收<|>').replace('办理 |  |  | 1 | 0 | 0 | 0 | 0 | 0 | 1 |', '办理 |  |  | 1 | 0 | 0 | 0 | 0 | 0 | 2 |');
    assert.deepEqual(labels(wrong), []);
  });

  it('tells of lawsuits, of what did not happen, and of fees', () => {
    const marked = (section: string): string => report.replace(section, `${section}\n\n<|>`);
    assert.ok(labels(marked('## 四、政府信息公开行政复议、行政诉讼情况')).some((label) => /行政诉讼，其中未经复议直接起诉\d件，复议后起诉\d件/u.test(label)));
    assert.deepEqual(labels(marked('## 六、其他需要报告的事项')), ['2024年，本机关未收取政府信息公开信息处理费。']);
    const none = '未发生因政府信息公开工作被申请行政复议、提起行政诉讼的情况。';
    const quiet = report.replace(/^\|(?: \d+ \|){15}$/mu, `|${' 0 |'.repeat(15)}`).replace(/^.*行政复议\d.*$/gmu, '');
    const at = quiet.replace('## 四、政府信息公开行政复议、行政诉讼情况', '## 四、政府信息公开行政复议、行政诉讼情况\n\n<|>');
    assert.ok(labels(at).includes(none), labels(at).join());
    assert.ok(!labels(marked('## 四、政府信息公开行政复议、行政诉讼情况')).includes(none));
    const { text, entries } = complete(at);
    const entry = entries.find(({ label }) => label === none);
    assert.ok(entry);
    const after = service.open('test:///after', 'markdown', 1, applyEdits(text, [{ range: entry.range, newText: entry.newText }]));
    assert.ok(!service.diagnostics(after).some(({ code, message }) => code === 'narrative-mismatch' && message.includes('复议')));
  });

  it('is offered in the sections that it fits', () => {
    assert.deepEqual(labels(replaced('档案利用类信息的解读材料偏少。', '<|>')), []);
  });
});
