import assert from 'node:assert/strict';
import { check } from '../../support/checking.ts';
import { applyDiff, readBase } from '../../support/suites.ts';

/** Whether each fix of a code in a changed report is safe, that is, made without being looked at. */
function safetyOf(base: string, language: string, diff: string, code: string): boolean[] {
  return check(applyDiff(readBase(base), diff), language).filter((one) => one.code === code).flatMap(({ fixes }) => fixes.map(({ isSafe }) => isSafe));
}

describe('a fix that writes official words', () => {
  it('is not safe where it would lose an explanation in brackets', () => {
    const page = '-<tr><td>规章</td><td>0</td><td>0</td><td>0</td></tr>\n+<tr><td>规章（县级无此项）</td><td>0</td><td>0</td><td>0</td></tr>\n';
    assert.deepEqual(safetyOf('page-2023.html', 'html', page, 'row-label'), [false]);
    const pipe = '-| 行政规范性文件 | 2 | 1 | 9 |\n+| 规范性文件(标题采用“规定”“办法”等字样的公文) | 2 | 1 | 9 |\n';
    assert.deepEqual(safetyOf('2021.md', 'markdown', pipe, 'row-label'), [false]);
  });

  it('is not safe where it would lose words beside the title', () => {
    assert.deepEqual(safetyOf('2021.md', 'markdown', '-## 一、总体情况\n+## 一、总体情况和主要成效\n', 'section-title'), [false]);
  });

  it('is safe where other words for the same, marks or the kept text are all that goes', () => {
    assert.deepEqual(safetyOf('2021.md', 'markdown', '-## 五、存在的主要问题及改进情况\n+## 五、存在的主要问题和改进措施\n', 'section-title'), [true]);
    assert.deepEqual(safetyOf('word-2020.txt', 'plaintext', '-一、总体情况\n+1、总体情况：\n', 'section-title'), [true]);
    assert.deepEqual(safetyOf('word-2020.txt', 'plaintext', '-一、总体情况\n+Ⅰ．总体情况\n', 'section-title'), [true]);
    assert.deepEqual(safetyOf('2021.md', 'markdown', '-## 一、总体情况\n+## 一、总体情况（含局属事业单位）\n', 'section-title'), [true]);
    assert.deepEqual(safetyOf('word-2020.txt', 'plaintext', '-\t5.属于三类内部事务信息\n+\t5.属于三类内容事务信息\n', 'row-label'), [true]);
    assert.deepEqual(safetyOf('2021.md', 'markdown', '-|  |  | 2.其他法律行政法规禁止公开 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n+|  |  | 2.其他法律法规禁止公开 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n', 'row-label'), [true]);
  });
});
