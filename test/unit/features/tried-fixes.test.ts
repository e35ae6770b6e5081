import assert from 'node:assert/strict';
import type { Diagnostic, ReportDocument } from '../../../server/src/service-types.ts';
import { applyEdits } from '../../support/checking.ts';
import { base, open, service } from './reading.ts';

const start = { line: 0, character: 0 };

function findingsOf(document: ReportDocument, code: string): readonly Diagnostic[] {
  return service.diagnostics(document).filter((one) => one.code === code);
}

function replaced(text: string, ...changes: readonly (readonly [was: string, is: string])[]): string {
  return changes.reduce((result, [was, is]) => {
    assert.equal(result.split(was).length, 2, `“${was}” stands once`);
    return result.replace(was, is);
  }, text);
}

const review = '| 1 | 0 | 0 | 0 | 1 | 0 | 0 | 1 | 0 | 1 |';
const told = replaced(base, ['结转下年度1件。', '结转下年度1件。全年发生行政复议1件。']);

describe('fixes that are not offered', () => {
  it('a total that follows its parts, where the text then contradicts it', () => {
    const mistaken = '| 4 | 0 | 0 | 0 | 1 | 0 | 0 | 1 | 0 | 1 |';
    const wrong = replaced(told, [review, mistaken]);
    const silent = replaced(base, [review, mistaken]);
    assert.deepEqual(findingsOf(open(wrong), 'review-total').map(({ fixes }) => fixes.length), [0]);
    // Offered, and not preferred: a total below one of its parts may be right, and the part wrong.
    assert.deepEqual(findingsOf(open(silent), 'review-total').map(({ fixes }) => fixes.map(({ isPreferred }) => isPreferred)), [[false]]);
  });

  it('cells at the end of a row whose cells stand on lines of their own: they would begin another row', () => {
    const short = replaced(cellsOnLines(base), ['| 行政规范性文件\n| 2\n| 1\n| 9\n|', '| 行政规范性文件\n| 2\n| 1\n|']);
    assert.deepEqual(findingsOf(open(short), 'cell-count').map(({ fixes }) => fixes), [[]]);
  });

  it('comments that would not silence, as between the cells of such a row', () => {
    const document = open(replaced(cellsOnLines(base), ['| 4.无正当理由大量反复申请', '| 4.无正当理由大量反付申请']));
    const [finding] = findingsOf(document, 'row-label');
    assert.ok(finding);
    for (const { fix } of service.quickFixes(document, finding.range).filter(({ fix: { title } }) => title.includes('row-label'))) {
      const copy = open(document.text);
      service.edit(copy, fix.edits.map(({ range, newText }) => ({ range, text: newText })), 2);
      assert.deepEqual(service.diagnostics(copy), []);
      assert.deepEqual(figuresOf(copy), figuresOf(document));
    }
  });
});

/** Each cell of a Markdown table on a line of its own, and a bar alone at the end of a row. */
function cellsOnLines(text: string): string {
  return text.split('\n').filter((line) => !/^\| -/u.test(line)).map((line) => line.replace(/(?<=.) \|/gu, '\n|')).join('\n');
}

function figuresOf(document: ReportDocument): unknown {
  return service.extract(document).map(({ figures }) => Object.entries(figures).map(([id, { value }]) => [id, value]));
}

describe('what is tried', () => {
  it('leaves the document as it was', () => {
    const text = replaced(base, ['三类内部事务信息', '三类内容事务信息'], ['## 五、存在的主要问题及改进情况', '']);
    const document = open(text);
    for (const { fixes, range } of service.diagnostics(document)) {
      assert.ok(fixes.length > 0);
      service.quickFixes(document, range);
    }
    assert.equal(document.text, text);
    assert.deepEqual(service.extract(document), service.extract(open(text)));
    assert.deepEqual(service.outline(document), service.outline(open(text)));
    service.edit(document, [{ range: { start, end: start }, text: '年报\n\n' }], 2);
    assert.deepEqual(service.extract(document), service.extract(open(`年报\n\n${text}`)));
  });

  it('is written with the line end that the text has when it is asked for', () => {
    const document = open(replaced(base, ['## 五、存在的主要问题及改进情况', '']));
    assert.equal(findingsOf(document, 'missing-section')[0]?.fixes[0]?.edits[0]?.newText.includes('\r\n'), false);
    service.edit(document, [{ range: { start, end: start }, text: '\r\n' }], 2);
    assert.equal(findingsOf(document, 'missing-section')[0]?.fixes[0]?.edits[0]?.newText.includes('\r\n'), true);
  });
});

describe('commands that write', () => {
  it('fill what nothing contradicts, and leave a blank that the text gives a number for', () => {
    const blank = replaced(told, ['| 行政强制 | 0 |', '| 行政强制 |  |'], [review, '| 0 |  |  |  |  | 0 | 0 | 1 | 0 | 1 |']);
    const document = open(blank);
    const lines = service.fillBlanks(document).map(({ range }) => blank.split('\n')[range.start.line]);
    assert.deepEqual(lines, ['| 行政强制 |  |  |  |']);
  });

  it('fill the parts that are blank where a table says what there was and nothing else, and then its totals', () => {
    // What was there is typed, and neither noughts nor totals.
    const typed = base.replace(/^\| 一、本年新收[^]*^\| 四、结转下年度.*$/mu, (rows) => rows.split('\n')
      .map((row) => row.replace(/\d+ \|$/u, ' |').replace(row.includes('（七）总计') ? /(?<=\| )\d+(?= \|)/gu : /(?<=\| )0(?= \|)/gu, '')).join('\n'));
    assert.ok(typed.includes('| 一、本年新收政府信息公开申请数量 |  |  | 12 | 2 |  |  |  |  |  |'));
    const filled = applyEdits(typed, service.fillBlanks(open(typed)));
    assert.ok(filled.includes('| 一、本年新收政府信息公开申请数量 |  |  | 12 | 2 | 0 | 0 | 0 | 0 |  |'), filled);
    assert.equal(applyEdits(filled, service.recomputeTotals(open(filled))), base);
    // One that is missing shows in the sums: which of the blanks it is cannot be told.
    const lacking = typed.replace('| 四、结转下年度继续办理 |  |  | 1 |', '| 四、结转下年度继续办理 |  |  |  |');
    assert.notEqual(lacking, typed);
    assert.deepEqual(service.fillBlanks(open(lacking)), []);
  });

  it('set totals whatever the text says, for that is what was asked for', () => {
    const document = open(replaced(told, [review, '| 4 | 0 | 0 | 0 | 1 | 0 | 0 | 1 | 0 | 1 |']));
    assert.deepEqual(service.recomputeTotals(document).map(({ newText }) => newText), ['4']);
  });
});
