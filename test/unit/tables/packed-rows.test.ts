import assert from 'node:assert/strict';

import { read } from '../../support/reading.ts';

/** Rows of 表三 as a converter leaves them that gives merged cells no place: each figure right behind its label, the row filled up at its end. */
const rows = [
  ['一、本年新收政府信息公开申请数量', '31', '6', '', '2', '', '', '39', ''],
  ['二、上年结转政府信息公开申请数量', '', '', '', '4', '', '', '4', ''],
  ['三、本年度办理结果', '（一）予以公开', '17', '', '', '', '', '', '17'],
  ['（二）部分公开（区分处理的，只计这一情形，不计其他情形）', '', '5', '', '', '', '', '5', ''],
  ['（三）不予公开', '1.属于国家秘密', '', '', '', '3', '', '', '3'],
  ['2.其他法律行政法规禁止公开', '9', '', '', '', '', '', '9', ''],
  ['3.危及“三安全一稳定”', '', '', '', '3', '', '', '3', ''],
  ['4.保护第三方合法权益', '5', '1', '', '', '', '', '6', ''],
  ['（七）总计', '31', '6', '', '6', '', '', '43', ''],
  ['四、结转下年度继续办理', '', '', '', '', '', '', '', ''],
];
const text = `# 2023年青石县政府信息公开工作年度报告

## 一、总体情况

2023年，青石县扎实推进政府信息公开工作。

## 三、收到和处理政府信息公开申请情况

| 申请人情况 |  |  |  |  |  |  |  |  |
| - | - | - | - | - | - | - | - | - |
| 自然人 | 法人或其他组织 | 总计 |  |  |  |  |  |  |
| 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 |  |  |  |  |
${rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}
`;

describe('rows whose figures stand right behind labels of different depth', () => {
  it('are not read by the columns of those with deeper labels, where some of theirs are blank', () => {
    const figures = read(text, 'markdown').reports[0]?.figures ?? {};
    const values = Object.entries(figures).filter(([id]) => /\.(?:carriedIn|prohibitedByLaw|endangersSecurity|partlyGranted)\./u.test(id))
      .flatMap(([id, { value }]) => (value === null ? [] : [[id.replace('requests.', ''), value]]));
    const right: Record<string, number> = {
      'carriedIn.socialOrganization': 4, 'carriedIn.total': 4, 'partlyGranted.business': 5, 'partlyGranted.total': 5, 'denied.prohibitedByLaw.naturalPerson': 9,
      'denied.prohibitedByLaw.total': 9, 'denied.endangersSecurity.socialOrganization': 3, 'denied.endangersSecurity.total': 3,
    };
    assert.deepEqual(values.filter(([id, value]) => right[String(id)] !== value), []);
  });
});
