import assert from 'node:assert/strict';
import { read } from '../../support/reading.ts';

const columns = ['naturalPerson', 'business', 'research', 'socialOrganization', 'legalService', 'otherOrganization', 'total'];

/** A table of the rows of one group whose numbers are written otherwise than in the form. */
function tableWith(number: (digit: string) => string): string {
  return ['| 项目 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |', '| --- | --- | --- | --- | --- | --- | --- | --- |',
    '| （六）其他处理 |  |  |  |  |  |  |  |',
    `| ${number('1')}申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请 | 1 | 2 | 3 | 4 | 5 | 6 | 21 |`,
    `| ${number('2')}申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请 | 2 | 3 | 4 | 5 | 6 | 7 | 27 |`,
    `| ${number('3')}其他 | 3 | 4 | 5 | 6 | 7 | 8 | 33 |`].join('\n');
}

describe('the number before the label of a row', () => {
  it('names the row in any of its dresses, however short the label is', () => {
    for (const number of [(digit: string) => `（${digit}）`, (digit: string) => `(${digit}) `, (digit: string) => `${digit}）`, (digit: string) => '①②③'[Number(digit) - 1] ?? '', (digit: string) => digit]) {
      const { reports, diagnostics } = read(tableWith(number), 'markdown');
      assert.deepEqual(columns.map((column) => reports[0]?.figures[`requests.otherResult.other.${column}`]?.value), [3, 4, 5, 6, 7, 8, 33], number('3'));
      assert.ok(diagnostics.every(({ code }) => code !== 'unknown-row'), number('3'));
    }
  });
});
