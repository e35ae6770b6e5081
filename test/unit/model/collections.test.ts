import assert from 'node:assert/strict';
import { read } from '../../support/reading.ts';

const organs = [
  '青禾县水务局', '白石镇人民政府', '鹭屿区林海街道办事处', '霁川经济技术开发区管理委员会', '松萝县林业局', '云岫市公安局河西派出所', '枫泊县档案馆', '澄溪县总工会',
  '漪澜市粮食局', '石棠乡人民政府',
];

/** A title as the lines that it is written on. */
type Shape = (organ: string, year: number) => string[];

const shapes: Readonly<Record<string, Shape>> = {
  'on one line': (organ, year) => [`${organ}${year}年政府信息公开工作年度报告`],
  'with its year in brackets': (organ, year) => [`${organ}政府信息公开工作年度报告（${year}年）`],
  'on two lines, the organ first': (organ, year) => [organ, `${year}年政府信息公开工作年度报告`],
  'on two lines, organ and year first': (organ, year) => [`${organ}${year}年`, '政府信息公开工作年度报告'],
  'on two lines, broken behind 公开': (organ, year) => [`${organ}${year}年政府信息公开`, '工作年度报告'],
  'on two lines, broken behind 工作': (organ, year) => [`${organ}${year}年政府信息公开工作`, '年度报告'],
  'on two lines, the year before the organ': (organ, year) => [`${year}年度${organ}`, '政府信息公开工作年度报告'],
  'with its year below': (organ, year) => [`${organ}政府信息公开工作年度报告`, `（${year}年度）`],
  'on three lines, the year by itself': (organ, year) => [organ, `${year}年度`, '政府信息公开工作年度报告'],
  'on three lines, broken behind 公开': (organ, year) => [organ, `${year}年政府信息公开`, '工作年度报告'],
  'on three lines, its year the last': (organ, year) => [organ, '政府信息公开工作年度报告', `（${year}年度）`],
  'on four lines': (organ, year) => [organ, `${year}年`, '政府信息公开', '工作年度报告'],
};

const bodies: Readonly<Record<string, (year: number) => string[]>> = {
  'official sections': (year) => [
    '根据《中华人民共和国政府信息公开条例》要求，编制本报告。', '一、总体情况', `${year}年，全年公开信息96条。`, '二、主动公开政府信息情况', '无规章。',
    '三、收到和处理政府信息公开申请情况', '未收到申请。', '四、政府信息公开行政复议、行政诉讼情况', '无。', '五、存在的主要问题及改进情况', '公开形式单一。',
    '六、其他需要报告的事项', '无其他需要报告的事项。',
  ],
  'altered sections': (year) => [
    '一、工作概况', `${year}年，全年公开信息96条。`, '二、主动公开情况', '无规章。', '三、依申请公开情况', '未收到申请。', '四、复议诉讼情况', '无。',
    '五、存在问题及改进措施', '公开形式单一。', '六、其他事项', '无其他需要报告的事项。',
  ],
  'three sections': () => [
    '二、主动公开政府信息情况', '无规章。', '三、收到和处理政府信息公开申请情况', '未收到申请。', '六、其他需要报告的事项', '无其他需要报告的事项。',
  ],
};

function assertReports(named: readonly { organ: string; year: number }[], shape: Shape, body: (year: number) => string[], between: string, inTitle: string): void {
  const text = named.map(({ organ, year }) => [shape(organ, year).join(inTitle), ...body(year)].join(between)).join(`${between}\n`);
  assert.deepEqual(read(text, 'plaintext').reports.map(({ organ, year }) => ({ organ, year })), named, text);
}

describe('collections of reports: each begins at its title', () => {
  for (const [shapeName, shape] of Object.entries(shapes)) {
    for (const [bodyName, body] of Object.entries(bodies)) {
      it(`${shapeName}; ${bodyName}`, () => {
        for (const [between, inTitle] of [['\n', '\n'], ['\n\n', '\n'], ['\n\n', '\n\n'], ['\n\n', '\n　　']] as const) {
          assertReports(organs.slice(0, 3).map((organ) => ({ organ, year: 2023 })), shape, body, between, inTitle);
          assertReports([2020, 2021, 2022, 2023].map((year) => ({ organ: '青禾县水务局', year })), shape, body, between, inTitle);
        }
      });
    }

    it(`${shapeName}; ten reports`, () => {
      assertReports(organs.map((organ) => ({ organ, year: 2022 })), shape, bodies['official sections'] as (year: number) => string[], '\n\n', '\n\n');
    });
  }

  it('a title on top of each page begins none, be it on two lines', () => {
    const body = (bodies['official sections'] as (year: number) => string[])(2023);
    const header = ['青禾县水务局', '2023年政府信息公开工作年度报告'];
    const text = [...header, ...body.slice(0, 5), '', ...header, ...body.slice(5, 9), '', ...header, ...body.slice(9)].join('\n\n');
    assert.deepEqual(read(text, 'plaintext').reports.map(({ organ, year }) => [organ, year]), [['青禾县水务局', 2023]]);
  });
});
