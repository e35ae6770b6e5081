import assert from 'node:assert/strict';
import { read } from '../../support/reading.ts';
import { readBase } from '../../support/suites.ts';

const title = '# 澄溪县档案局2024年政府信息公开工作年度报告\n';
const period = '本报告所列数据的统计期限自2024年1月1日至2024年12月31日。';
const overview = '2024年，澄溪县档案局公开各类政府信息86条。全年新收政府信息公开申请14件，上年结转1件；办结14件，结转下年度1件。';
const requests = '## 三、收到和处理政府信息公开申请情况\n';
const problems = '档案利用类信息的解读材料偏少。2025年将按季度补充查档指南和常见问题解答。';
const other = '本年度未收取信息处理费，无其他需要报告的事项。';

/** Sentences of a report of 2024 that name another year for good reason. */
const sentences = [
  '已于2024年1月公布2023年度报告。',
  '我局已于2024年1月公布2023年度政府信息公开工作年度报告。',
  '我局于2024年1月25日按时公布了《澄溪县档案局2023年政府信息公开工作年度报告》。',
  '2024年1月，编制并公布《澄溪县档案局2023年政府信息公开工作年度报告》。',
  '编制发布《2023年政府信息公开工作年度报告》。',
  '按要求编制发布了2023年政府信息公开工作年度报告。',
  '完成2023年度政府信息公开工作年度报告的编制和公布。',
  '公布2023年政府信息公开工作年度报告1份。',
  '按时报送2023年度政府信息公开工作年度报告。',
  '2023年度政府信息公开工作年度报告已在门户网站公开。',
  '发布2023年度报告的图解。',
  '2024年编制2023年度政府信息公开工作年度报告1份，按期公开。',
  '2023年政府信息公开工作年度报告经审核后于2024年1月31日前公开。',
  '上一年度即2023年度的年度报告已按期公布。',
  '开展2023年政府信息公开工作年度报告编制培训1次。',
  '《澄溪县档案局2023年政府信息公开工作年度报告》已于年初公布。',
  '在编制《2023年政府信息公开工作年度报告》过程中，加强数据核对。',
  '《2023年政府信息公开工作年度报告》编制工作按时完成。',
  '参照《澄溪县2023年政府信息公开工作年度报告》格式编制。',
  '2021年、2022年、2023年年度报告均可在网站查阅。',
  '信息公开年报栏目集中展示2019年以来年度报告6份。',
  '公开2023年度部门决算和2024年度部门预算。',
  '公开了2023年财政决算、2024年财政预算。',
  '公开2023年国民经济和社会发展统计公报。',
  '向社会公开《政府工作报告（2023年）》。',
  '新增2023年政府采购项目3个。',
  '2023年预算执行情况已公开。',
  '印发《澄溪县2023年政务公开工作要点》。',
  '根据《澄溪县2023年政务公开工作实施方案》，持续推进重点领域信息公开。',
  '落实《国务院办公厅政府信息与政务公开办公室关于2023年政府信息公开工作年度报告有关事项的通知》要求。',
  '组织学习《2023年政务公开工作要点》。',
  '根据国办公开办函〔2021〕30号要求编制本报告。',
  '对照《2023年政务公开评估结果》反馈问题逐项整改。',
  '对2023年年度报告中提出的问题逐项整改。',
  '针对2023年度报告提出的“解读形式单一”问题，制定整改措施。',
  '现将2023年度报告指出问题的整改情况说明如下。',
  '2023年存在的问题已全部整改到位。',
  '县政府办公室通报2023年政务公开评估情况，我局排名靠前。',
  '2023年度考核结果为优秀。',
  '在2023年度政务公开考核中获评优秀等次。',
  '2023年，我局在全县政务公开考核中名列前茅。',
  '2023年，国务院办公厅部署开展相关工作，我局认真落实。',
  '2023年，我局因机构改革暂停更新部分栏目，2024年已恢复。',
  '2023年7月机构改革后，我局公开事项有所增加。',
  '2023年12月修订了政府信息公开指南。',
  '与2023年相比，申请量增长8%。',
  '较2023年增加2件。',
  '2023年12月31日前结转的申请1件已办结。',
  '2023年结转的1件申请已于2024年1月办结。',
  '办理2023年度跨年申请1件。',
  '2022年以来，持续推进标准化规范化建设。',
  '自2019年5月15日新《条例》施行以来，公开工作不断规范。',
  '“十四五”期间（2021-2025年），公开信息500条。',
  '截至2023年底，平台累计发布信息1万条。',
  '对2020年至2023年发布的文件进行了清理。',
  '全面梳理2023年及以前的规范性文件，废止1件。',
  '2023-2024学年招生信息全部公开。',
  '2025年，我局将继续推进政务公开工作。',
  '2025年，我局重点抓好以下工作：一是完善制度。',
  '下一步，2025年我局将从三个方面改进。',
];

/** By name, the report with the sentence in one place; in some without the period, so that the title stands alone. */
const places: Readonly<Record<string, (text: string, sentence: string) => string>> = {
  'above the sections': (text, sentence) => text.replace(period, `${sentence}\n\n${period}`),
  'above the sections, without a period': (text, sentence) => text.replace(period, sentence),
  'first in the overview': (text, sentence) => text.replace(overview, `${sentence}\n\n${overview}`),
  'behind a sentence of the overview': (text, sentence) => text.replace(overview, overview + sentence),
  'last in the overview, without a period': (text, sentence) => text.replace(overview, `${overview}\n\n${sentence}`).replace(period, ''),
  'alone in the overview': (text, sentence) => text.replace(overview, sentence),
  'among the requests': (text, sentence) => text.replace(requests, `${requests}\n${sentence}\n`),
  'before the problems': (text, sentence) => text.replace(problems, `${sentence}${problems}`),
  'above the problems': (text, sentence) => text.replace(problems, `${sentence}\n\n${problems}`),
  'above the last section’s text, without a period': (text, sentence) => text.replace(other, `${sentence}\n\n${other}`).replace(period, ''),
};

const codes = new Set(['stale-year', 'report-period', 'report-title']);

describe('other years in a report', () => {
  for (const [place, put] of Object.entries(places)) {
    it(`are no leftovers: ${place}`, () => {
      const base = readBase('2021.md');
      assert.ok([title, period, overview, requests, problems, other].every((words) => base.includes(words)));
      for (const sentence of sentences) {
        const { diagnostics, reports } = read(put(base, sentence), 'markdown');
        assert.deepEqual(diagnostics.filter(({ code }) => codes.has(code)).map(({ message }) => message), [], sentence);
        assert.deepEqual(reports.map(({ organ, year }) => [organ, year]), [['澄溪县档案局', 2024]], sentence);
      }
    });
  }
});
