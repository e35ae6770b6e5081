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

  const page = fixture('base-page-2023.html');
  const told = new Set(['blank-cell', 'narrative-mismatch', 'cell-count']);

  /** The line of a page without its figures. */
  function blankLine(text: string, word: string): string {
    return (text.split('\n').find((line) => line.includes(word)) ?? '').replace(/(<td[^>]*>)\d+(?=<\/td>)/gu, '$1');
  }

  for (const word of ['3.要求提供公开出版物', '8.属于行政查询事项', '（七）总计', '四、结转下年度继续办理', '行政强制', '（二）部分公开']) {
    for (const isTold of [false, true]) {
      it(`put “${word}” back into a page whose merged cells ${isTold ? 'reach over one row less since' : 'still reach over it'}`, () => {
        const rest = without(page, word);
        const group = groupOf(page, word);
        const text = isTold ? group.reduce((changed, name) => shrunk(changed, name), rest) : rest;
        const [fix, ...others] = fixesOf(text, 'missing-row');
        assert.equal(others.length, 0);
        assert.ok(fix);
        assert.ok(fix.text.split('\n').some((line) => line.includes(blankLine(page, word))), fix.text);
        assert.equal(fix.text.split('\n').findIndex((line) => line.includes(word)), page.split('\n').findIndex((line) => line.includes(word)));
        for (const name of group) {
          assert.ok(fix.text.includes(cellOf(page, name)), `${name} reaches as far as before`);
        }
        assert.deepEqual(codesOf(fix.text).filter((code) => !told.has(code)), codesOf(page).filter((code) => !told.has(code)));
      });
    }
  }

  it('take a second row, or one that counts nothing, out of a page, and let merged cells reach over one row less', () => {
    const line = page.split('\n').find((one) => one.includes('2.重复申请')) ?? '';
    const grown = ['三、本年度办理结果', '（五）不予处理'].reduce((changed, name) => shrunk(changed, name, 1), page);
    const [second] = fixesOf(grown.replace(line, `${line}\n${line}`), 'duplicate-row');
    assert.equal(second?.text, page);
    const none = line.replace('2.重复申请', '9.领导交办事项').replace(/\d+(?=<)/gu, '0');
    const [unknown] = fixesOf(grown.replace(line, `${line}\n${none}`), 'unknown-row');
    assert.equal(unknown?.text, page);
  });

  it('leave a row alone whose tags hold the name of a group, or are not closed', () => {
    const first = page.split('\n').find((one) => one.includes('1.信访举报投诉类申请')) ?? '';
    assert.deepEqual(fixesOf(page.replace(first, `${first}\n${first}`), 'duplicate-row'), []);
    const open = page.replaceAll('</tr>', '');
    const line = open.split('\n').find((one) => one.includes('2.重复申请')) ?? '';
    assert.deepEqual(fixesOf(open.replace(line, `${line}\n${line}`), 'duplicate-row'), []);
  });

  /** The names of the groups that a row of the page stands in. */
  function groupOf(text: string, word: string): string[] {
    const lines = text.split('\n');
    const at = lines.findIndex((line) => line.includes(word));
    return lines.slice(0, at + 1).flatMap((line, from) => [...line.matchAll(/rowspan="(\d+)">([^<]+)</gu)]
      .filter(([, rows]) => from + Number(rows) > at).map(([, , name = '']) => name));
  }

  function cellOf(text: string, name: string): string {
    return text.match(new RegExp(`<td rowspan="\\d+">${name}</td>`, 'u'))?.[0] ?? '';
  }

  /** A page in which the name of a group reaches over another number of rows. */
  function shrunk(text: string, name: string, by = -1): string {
    return text.replace(new RegExp(`rowspan="(\\d+)">${name}<`, 'u'), (_, rows: string) => `rowspan="${Number(rows) + by}">${name}<`);
  }

  it('put no row where nothing beside tells its place', () => {
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
