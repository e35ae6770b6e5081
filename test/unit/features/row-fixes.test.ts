import assert from 'node:assert/strict';
import { applyEdits } from '../../support/checking.ts';
import { fixture } from '../../support/fixtures.ts';
import { base, open, service } from './reading.ts';

/** The fixes of the findings of a code. */
function fixesOf(text: string, code: string): readonly { readonly title: string; readonly text: string }[] {
  const document = open(text);
  return service.diagnostics(document).filter((finding) => finding.code === code)
    .flatMap(({ fixes }) => fixes).map(({ title, edits }) => ({ title, text: applyEdits(text, [...edits]) }));
}

function codesOf(text: string): string[] {
  return [...new Set(service.diagnostics(open(text)).map(({ code }) => code))].sort();
}

function without(text: string, word: string): string {
  const lines = text.split('\n');
  const row = lines.findIndex((line) => line.includes(word));
  assert.ok(row >= 0, word);
  return lines.toSpliced(row, 1).join('\n');
}

const row = base.split('\n').find((line) => line.includes('3.要求提供公开出版物')) ?? '';

describe('the fixes of rows', () => {
  for (const word of ['3.要求提供公开出版物', '4.保护第三方合法权益', '（七）总计', '四、结转下年度继续办理', '（二）部分公开', '2.没有现成信息需要另行制作']) {
    it(`put “${word}” back where it was, its figures blank`, () => {
      const [fix, ...others] = fixesOf(without(base, word), 'missing-row');
      assert.equal(others.length, 0);
      const line = base.split('\n').findIndex((one) => one.includes(word));
      const written = fix?.text.split('\n')[line] ?? '';
      const blank = (base.split('\n')[line] ?? '').replace(/\| \d+ (?=\|)/gu, '|  ');
      assert.equal(written.replace(/\s+/gu, ''), blank.replace(/\s+/gu, ''));
      assert.deepEqual(codesOf(fix?.text ?? '').filter((code) => code !== 'blank-cell' && code !== 'narrative-mismatch'), []);
    });
  }

  it('put back the first row of a group with the name of the group', () => {
    const [fix] = fixesOf(without(base, '1.信访举报投诉类申请'), 'missing-row');
    assert.ok(fix === undefined || fix.text.includes('（五）不予处理 | 1.信访举报投诉类申请 |'), fix?.text);
  });

  it('put no row into a layout whose rows have no line of their own, or where nothing beside tells its place', () => {
    assert.deepEqual(fixesOf(without(fixture('base-page-2023.html'), '3.要求提供公开出版物'), 'missing-row'), []);
    assert.deepEqual(fixesOf(without(base, '| 行政处罚 |'), 'missing-row').filter(({ text }) => text.indexOf('行政处罚') < text.indexOf('第二十条第（六）项')), []);
  });

  it('take away a second row that says the same, and no other', () => {
    const [fix] = fixesOf(base.replace(row, `${row}\n${row}`), 'duplicate-row');
    assert.equal(fix?.text, base);
    assert.deepEqual(fixesOf(base.replace(row, `${row}\n${row.replace('| 0 |', '| 5 |')}`), 'duplicate-row'), []);
  });

  it('take away a row of another name that counts nothing, and no other', () => {
    const other = row.replace('3.要求提供公开出版物', '9.领导交办事项');
    const [fix] = fixesOf(base.replace(row, `${row}\n${other}`), 'unknown-row');
    assert.equal(fix?.text, base);
    assert.deepEqual(fixesOf(base.replace(row, `${row}\n${other.replace('| 0 |', '| 5 |')}`), 'unknown-row'), []);
  });
});
