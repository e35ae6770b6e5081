import assert from 'node:assert/strict';
import { read } from '../../support/reading.ts';
import { applyDiff, readBase } from '../../support/suites.ts';

const received = '| 一、本年新收政府信息公开申请数量 |  |  | 12 | 2 | 0 | 0 | 0 | 0 | 14 |';

/** The figures that are read of a row, and the codes of errors and warnings. */
function reading(diff: string, row: string): { values: (number | null)[]; codes: string[] } {
  const { reports, diagnostics } = read(applyDiff(readBase('2021.md'), diff), 'markdown');
  return {
    values: Object.entries(reports[0]?.figures ?? {}).flatMap(([id, { value }]) => (id.startsWith(row) ? [value] : [])),
    codes: diagnostics.filter(({ severity }) => severity !== 'information' && severity !== 'hint').map(({ code }) => code),
  };
}

describe('a row whose figures end in their sum before a blank total', () => {
  it('lost a cell, and none of its figures is read', () => {
    for (const figures of ['12 | 2 | 0 | 0 | 0 | 14 | ', '12 | 2 | 1 | 4 | 3 | 25 | ']) {
      assert.deepEqual(reading(`-${received}\n+| 一、本年新收政府信息公开申请数量 |  |  | ${figures}|\n`, 'requests.received'), { values: [], codes: ['cell-count'] });
    }
  });

  it('is read where the last figure is less than the others', () => {
    const { values, codes } = reading(`-${received}\n+| 一、本年新收政府信息公开申请数量 |  |  | 12 | 2 | 0 | 0 | 0 | 1 |  |\n`, 'requests.received');
    assert.deepEqual(values, [12, 2, 0, 0, 0, 1, null]);
    assert.ok(codes.includes('blank-cell'));
  });
});

describe('a row without a label', () => {
  it('is said to be unread between two rows of the form', () => {
    const { values, codes } = reading(`-${received}\n+${received}\n+|  |  |  | 7 | 1 | 0 | 0 | 0 | 0 | 8 |\n`, 'requests.received');
    assert.deepEqual(values, [12, 2, 0, 0, 0, 0, 14]);
    assert.deepEqual(codes, ['unreadable-table']);
  });
});

describe('a label that begins as one row and ends as another', () => {
  it('is that of neither', () => {
    const { values, codes } = reading(`-${received}\n+${received.replace('一、本年新收政府信息公开申请数量', '一、本年新收政<br>转下年度继续办理')}\n`, 'requests.received');
    assert.deepEqual(values, []);
    assert.deepEqual(codes, ['unreadable-table']);
  });
});
