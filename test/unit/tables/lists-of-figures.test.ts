import assert from 'node:assert/strict';

import { read } from '../../support/reading.ts';

const text = `青石县2023年政府信息公开工作年度报告

一、总体情况
2023年，青石县扎实推进政府信息公开工作。

三、收到和处理政府信息公开申请情况
一、本年新收政府信息公开申请数量：17、2、0、0、0、0、19
二、上年结转政府信息公开申请数量：0、0、0、0、0、0、0
（五）不予处理 1.信访举报投诉类申请：0、0、0、0、0、0、0
2.重复申请：17、2、0、0、0、0、19
3.要求提供公开出版物：0、0、0、0、0、0、0
`;

describe('a label with a list of figures behind it', () => {
  it('is a row, however much its words are like the title of a section', () => {
    const { reports, diagnostics } = read(text, 'plaintext');
    const figures = reports[0]?.figures ?? {};
    assert.deepEqual(['naturalPerson', 'business', 'total'].map((column) => figures[`requests.notProcessed.duplicate.${column}`]?.value), [17, 2, 19]);
    assert.deepEqual(['naturalPerson', 'business', 'total'].map((column) => figures[`requests.received.${column}`]?.value), [17, 2, 19]);
    assert.deepEqual(diagnostics.filter(({ code, message }) => code === 'missing-row' && message.includes('重复申请')), []);
  });
});
