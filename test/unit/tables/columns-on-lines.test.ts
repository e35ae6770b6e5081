import assert from 'node:assert/strict';
import { read } from '../../support/reading.ts';

/** The third section of a report as a page shows it whose columns are kept by blanks; the figures of the first row are given. */
function page(...firstRow: readonly string[]): string {
  return `青禾县水务局2023年政府信息公开工作年度报告

三、收到和处理政府信息公开申请情况

                          申请人情况
                                  法人或其他组织
                          自然人  商业企业  科研机构  社会公益组织  法律服务机构  其他  总计
${firstRow.join('\n')}
二、上年结转政府信息公开  2       0         0         2             0             2     6
申请数量
四、结转下年度继续办理    0       3         0         0             0             3     6
`;
}

function received(text: string): (number | null | undefined)[] {
  const figures = read(text, 'plaintext').reports[0]?.figures ?? {};
  return ['naturalPerson', 'business', 'research', 'socialOrganization', 'legalService', 'otherOrganization', 'total']
    .map((column) => figures[`requests.received.${column}`]?.value);
}

const expected = [566, 320, 461, 688, 0, 966, 3001];

describe('figures of a row that stand on two lines', () => {
  it('are read by their columns, where one takes up two lines in its cell', () => {
    assert.deepEqual(received(page(
      '一、本年新收政府信息公开                                                                3001',
      '                          566     320       461       688           0             966',
      '申请数量                                                                                件',
    )), expected);
    assert.deepEqual(received(page(
      '一、本年新收政府信息公开          320',
      '                          566               461       688           0             966   3001',
      '申请数量',
    )), expected);
  });

  it('are read in their order, where the page breaks the row', () => {
    assert.deepEqual(received(page(
      '一、本年新收政府信息公开申请数量  566   320   461   688   0',
      '966   3001',
    )), expected);
  });
});

describe('the unit of amounts', () => {
  const amount = (head: readonly string[]): number | null | undefined => read(`青禾县水务局2023年政府信息公开工作年度报告

二、主动公开政府信息情况

第二十条第（五）项
信息内容        本年处理决定数量
行政许可        12
第二十条第（八）项
${head.join('\n')}
行政事业性收费  128.36
`, 'plaintext').reports[0]?.figures['proactive.fees.amount']?.value;

  it('is ten thousand yuan where a line ends between the two characters, whatever stands beside', () => {
    assert.equal(amount(['信息内容        本年收费金额（单位：万元）']), 128.36);
    assert.equal(amount(['信息内          本年收费金额（单位：万', '容              元）']), 128.36);
    assert.equal(amount(['信息内          本年收费金额（单位：', '容              万元）']), 128.36);
  });

  it('is yuan where nothing else is said', () => {
    assert.equal(amount(['信息内容        本年收费金额（单位：元）']), 0.012836);
  });
});
