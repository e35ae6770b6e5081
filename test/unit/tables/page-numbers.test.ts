import assert from 'node:assert/strict';
import { read } from '../../support/reading.ts';

const columns = ['naturalPerson', 'business', 'research', 'socialOrganization', 'legalService', 'otherOrganization', 'total'];

describe('a page number in a table of bars without outer ones', () => {
  it('is no piece of the figure above it', () => {
    const { reports, diagnostics } = read([' |  | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计', '--- | --- | --- | --- | --- | --- | --- | --- | ---',
      '（三）不予公开 | 1.属于国家秘密 | 1 | 2 | 3 | 4 | 5 | 6 | 21', ' | 2.其他法律行政法规禁止公开 | 2 | 3 | 4 | 5 | 6 | 7 | 27', '5',
      ' | 3.危及“三安全一稳定” | 3 | 4 | 5 | 6 | 7 | 8 | 33'].join('\n'), 'markdown');
    assert.deepEqual(columns.map((column) => reports[0]?.figures[`requests.denied.prohibitedByLaw.${column}`]?.value), [2, 3, 4, 5, 6, 7, 27]);
    assert.ok(diagnostics.every(({ code }) => code !== 'not-a-number'));
  });
});
