import assert from 'node:assert/strict';
import { read } from '../../support/reading.ts';
import { readBase } from '../../support/suites.ts';

const title = '# 澄溪县档案局2024年政府信息公开工作年度报告';
const period = '本报告所列数据的统计期限自2024年1月1日至2024年12月31日。\n';
const lead = '2024年，澄溪县';

/** The base report under another title, with no other sign of its year. */
function under(lines: string, language: string): string {
  const text = readBase('2021.md').replace(title, lines).replace(period, '').replace(lead, '澄溪县');
  return language === 'markdown' ? text : text.replace(/^#+ /gmu, '');
}

function names(lines: string, organ: string | null, year: number | null): void {
  for (const language of ['markdown', 'plaintext']) {
    it(`${lines.replaceAll('\n', '⏎')} in ${language}`, () => {
      const { reports } = read(under(lines, language), language);
      assert.deepEqual(reports.map((report) => [report.organ, report.year]), [[organ, year]]);
    });
  }
}

describe('a title with its year on a line below', () => {
  names('# 澄溪县档案局政府信息公开工作年度报告\n\n（2024年度）', '澄溪县档案局', 2024);
  names('# 澄溪县档案局政府信息公开工作年度报告\n（2024年）', '澄溪县档案局', 2024);
  names('# 澄溪县档案局政府信息公开工作年度报告\n\n2024年度', '澄溪县档案局', 2024);
  names('# 澄溪县档案局政府信息公开工作年度报告\n\n——２０２４ 年', '澄溪县档案局', 2024);
  names('# 澄溪县档案局政府信息公开工作年度报告\n\n（二〇二四年度）', '澄溪县档案局', 2024);
  names('# 澄溪县档案局政府信息公开工作年度报告\n\n（2024年1月1日至12月31日）', '澄溪县档案局', 2024);
  names('# 政府信息公开工作年度报告\n\n澄溪县档案局\n\n（2024年度）', null, 2024);
});

describe('a line below a title that does not give its year', () => {
  names('# 澄溪县档案局政府信息公开工作年度报告\n\n（2025年1月20日）', '澄溪县档案局', null);
  names('# 澄溪县档案局政府信息公开工作年度报告\n\n2025年1月', '澄溪县档案局', null);
  names('# 澄溪县档案局政府信息公开工作年度报告\n\n2024', '澄溪县档案局', null);
  names('# 澄溪县档案局政府信息公开工作年度报告\n\n2024年\n\n2023年', '澄溪县档案局', null);
  names('# 澄溪县档案局政府信息公开工作年度报告\n\n2024年1月1日至2025年12月31日', '澄溪县档案局', null);
  names('# 澄溪县档案局政府信息公开工作年度报告\n\n2024年12月，本局公开信息86条。', '澄溪县档案局', null);
  names('# 澄溪县档案局2024年政府信息公开工作年度报告\n\n（2023年度）', '澄溪县档案局', 2024);
});

describe('a title of several years', () => {
  names('# 澄溪县档案局2023-2024年政府信息公开工作年度报告', '澄溪县档案局', null);
  names('# 澄溪县档案局2023年至2024年政府信息公开工作年度报告', '澄溪县档案局', null);
  names('# 澄溪县档案局二〇二三—二〇二四年度政府信息公开工作年度报告', '澄溪县档案局', null);
  names('# 澄溪县档案局2024年政府信息公开工作年度报告（2025年1月发布）', '澄溪县档案局', 2024);
  names('# 澄溪县档案局政府信息公开工作年度报告（2024年1月—2024年12月）', '澄溪县档案局', 2024);
});

describe('a title in other words', () => {
  names('# 关于澄溪县档案局2024年度政府信息公开工作情况的报告', '澄溪县档案局', 2024);
  names('# 澄溪县档案局关于2024年政府信息公开工作情况的报告', '澄溪县档案局', 2024);
  names('# 澄溪县自来水公司2024年信息公开工作年度报告', '澄溪县自来水公司', 2024);
  names('# 澄溪县档案局2024年政府信息公开工作总结', '澄溪县档案局', 2024);
  names('# 澄溪县档案局2024年度政务公开工作情况报告', '澄溪县档案局', 2024);
  names('# 澄溪县档案局\n# 2024年政府信息公开工作情况报告（公开版）', '澄溪县档案局', 2024);
  names('2023年信息公开年报\n澄溪县档案局2024年信息公开年报\n\n', '澄溪县档案局', 2024);
  names('# 关于做好2024年政府信息公开工作年度报告编制工作的通知', null, null);
  names('# 2024年政府信息公开工作情况见下文：', null, null);
});

describe('an organ that a line end cuts in the midst of a word', () => {
  names('澄溪县人力资源和社会保\n障局2024年政府信息公开工作年度报告', '澄溪县人力资源和社会保障局', 2024);
  names('澄溪县自然资源和规划局白石\n分局2024年政府信息公开工作年度报告', '澄溪县自然资源和规划局白石分局', 2024);
  names('澄溪县文化广电旅\n游体育局2024年政府信息公开\n工作年度报告', '澄溪县文化广电旅游体育局', 2024);
  // What stands above without being cut belongs to the page.
  names('澄溪县政务公开\n档案局2024年政府信息公开工作年度报告', '档案局', 2024);
  names('澄溪县人力资源和社会保\n\n障局2024年政府信息公开工作年度报告', '障局', 2024);
});

describe('the name of the site right before that of the organ', () => {
  names('# 澄溪县人民政府门户网站澄溪县档案局2024年政府信息公开工作年度报告', '澄溪县档案局', 2024);
  names('# 澄溪县政府网澄溪县档案局2024年政府信息公开工作年度报告', '澄溪县档案局', 2024);
  names('# 澄溪县政府网站管理中心2024年政府信息公开工作年度报告', '澄溪县政府网站管理中心', 2024);
});

describe('a document with such a title', () => {
  it('is no report by its title alone', () => {
    assert.deepEqual(read('# 关于澄溪县档案局2024年度政府信息公开工作情况的报告\n\n工作总体平稳。\n', 'markdown').reports, []);
  });
});
