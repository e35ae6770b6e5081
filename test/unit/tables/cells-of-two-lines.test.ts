import assert from 'node:assert/strict';

import { read } from '../../support/reading.ts';

/** A table in columns by white space; one cell of a row holds two lines, of which the second stands below. */
const text = `青石县2023年政府信息公开工作年度报告

一、总体情况
2023年，青石县扎实推进政府信息公开工作。

三、收到和处理政府信息公开申请情况
                                       自然人  商业企业  科研机构  社会公益组织  法律服务机构  其他  总计
一、本年新收政府信息公开申请数量       60      9         3         0             0             2     74
二、上年结转政府信息公开申请数量       0       0         0         0             0             0     0
（一）予以公开                         54      0         0                       0             0     54
                                                         0
（二）部分公开                         0       9         3         0             0             2     14
1.属于国家秘密                         6       0         0         0             0             0     6
（七）总计                             60      9         3         0             0             2     74
四、结转下年度继续办理                 0       0         0         0             0             0     0
`;

describe('a figure on the second line of a cell, in columns by white space', () => {
  const { reports, diagnostics } = read(text, 'plaintext');
  const valueOf = (id: string): number | null | undefined => reports[0]?.figures[`requests.${id}`]?.value;

  it('does not move those behind it', () => {
    assert.deepEqual(['otherOrganization', 'total'].map((column) => valueOf(`granted.${column}`)), [undefined, undefined]);
    assert.deepEqual(['naturalPerson', 'business', 'total'].map((column) => valueOf(`partlyGranted.${column}`)), [0, 9, 14]);
  });

  it('is said once', () => {
    assert.deepEqual(diagnostics.filter(({ figure, range }) => figure?.startsWith('requests.') || (range.start.line > 5 && range.start.line < 18))
      .filter(({ severity }) => severity === 'error' || severity === 'warning')
      .map(({ code, range }) => [code, range.start.line]).filter(([code]) => code !== 'missing-row'), [['unreadable-table', 6]]);
  });
});
