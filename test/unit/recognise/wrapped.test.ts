import assert from 'node:assert/strict';
import { createRecogniser } from '../../../server/src/recogniser.ts';
import { officialForms } from '../../../server/src/official-forms.ts';
import { fixture } from '../../support/fixtures.ts';
import { read } from '../../support/reading.ts';

const base = fixture('base-2021.md');
const page = fixture('base-page-2023.html');
const [title = '', ...rest] = base.split('\n');
const body = rest.join('\n');
const name = title.replace('# ', '');
const isReport = createRecogniser(officialForms);

const navigation = ['首页 > 政务公开 > 政府信息公开年报', '通知公告', '政策解读', '图解', '工作安排', '一图读懂2022年政府信息公开工作年度报告', '年报编制工作通知'].join('\n');
const below = ['上一篇：图解：2023年政府信息公开工作年度报告', '下一篇：2024年上半年政府信息公开工作总结'].join('\n');

/** Reports as they are sent, published and kept, each in something else. */
const wrapped: Readonly<Record<string, string>> = {
  'navigation that names pictures and half-yearly reports': `${navigation}\n${base}\n${below}`,
  'a letter and its subject': `发件人：王某\n主题：转发：年报定稿\n\n李主任：年报定稿附后，请审。\n\n${base}`,
  'an official letter with the report attached': `澄溪县档案局文件\n澄档〔2025〕3号\n\n关于报送2024年政府信息公开工作年度报告的函\n\n县政府办：\n现将年度报告报上，请审阅。\n\n附件：${name}\n\n${base}`,
  'a table of contents': `目录\n${[...body.matchAll(/^## (.*)$/gmu)].map(([, section], at) => `${section}……${at + 1}`).join('\n')}\n\n${base}`,
  'a cover': `澄溪县档案局\n\n2024年\n\n政府信息公开工作年度报告\n\n二〇二五年一月\n\n${body}`,
  'a yearbook': `澄溪年鉴2025\n\n第十二章 政务公开\n\n概况\n全县设政务公开专区42个。\n\n${base}`,
  'a message': `点击上方蓝字关注我们\n\n${base}\n\n来源：县档案局\n编辑：小李`,
  'front matter': `---\ntitle: 年报\ndate: 2025-01-20\n---\n\n${base}`,
  'no title': body,
  'quotation marks around the title': `“${name}”\n\n${body}`,
  'a title of twelve months': base.replace('2024年政府信息', '2024年1—12月政府信息'),
  'a remark on pictures': base.replace(title, `${title}（附图解）`),
  'half a year in its sentences': base.replace('## 一、总体情况\n', '## 一、总体情况\n\n上半年政府信息公开工作总结已按时上报。\n'),
  'figures of two years compared in the first section': base.replace('## 二、', [
    '| 项目 | 2023年 | 2024年 | 增减 |', '| --- | --- | --- | --- |', '| 本年新收政府信息公开申请数量 | 10 | 14 | 4 |', '| 予以公开 | 5 | 6 | 1 |', '', '## 二、'].join('\n')),
  'a street office': base.replaceAll('澄溪县档案局', '桥北街道办事处'),
  'a court': base.replaceAll('澄溪县档案局', '澄溪县人民法院'),
  'a company': base.replaceAll('澄溪县档案局', '澄溪县水务投资有限公司'),
};

describe('a report that stands in something else', () => {
  for (const [what, text] of Object.entries(wrapped)) {
    it(`is one: ${what}`, () => {
      assert.ok(isReport(text));
      const { reports } = read(text, 'markdown');
      assert.equal(reports.length, 1);
      assert.equal(reports[0]?.figures['requests.received.total']?.value, 14);
    });
  }

  it('is one: a page with a link to the pictures above its title', () => {
    const text = page.replace('<body>', '<body><ul><li><a>图解</a></li><li><a>解读</a></li></ul><p><a href="tj.html">【图解】2023年政府信息公开工作年度报告</a></p>');
    assert.ok(isReport(text));
    assert.equal(read(text, 'html').reports[0]?.organ, '漪澜市粮食局');
  });
});
