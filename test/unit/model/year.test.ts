import assert from 'node:assert/strict';
import { read } from '../../support/reading.ts';
import { readBase } from '../../support/suites.ts';

const sections = (overview: string, problems = '解读形式不多，将补充图解。'): string => [
  '一、总体情况', overview, '二、主动公开政府信息情况', '三、收到和处理政府信息公开申请情况', '四、政府信息公开行政复议、行政诉讼情况',
  '五、存在的主要问题及改进情况', problems, '六、其他需要报告的事项', '本年度未收取信息处理费。',
].join('\n');

function yearOf(text: string): number | null | undefined {
  return read(text, 'plaintext').reports[0]?.year;
}

describe('the year of a report without title and period', () => {
  it('is the one that its sentences tell of from the beginning on', () => {
    assert.equal(yearOf(sections('2024年，梓溪镇围绕群众关切公开政府信息，全年公开86条。')), 2024);
    assert.equal(yearOf(sections('2024年，我镇公开政府信息86条。\n（一）主动公开。2024年，我镇开设专栏2个。\n（二）依申请公开。较2023年减少2件。')), 2024);
    assert.equal(yearOf(sections('2024年，我镇公开政府信息86条。', '2025年，我镇将补充图解。')), 2024);
    assert.equal(yearOf(`梓溪镇政府信息公开工作年度报告\n${sections('2024年，我镇公开政府信息86条。')}`), 2024);
  });

  it('is not known where they tell of several years, or of one further on only', () => {
    assert.equal(yearOf(sections('2024年，我镇公开政府信息86条。\n\n2023年，我镇开设专栏2个。')), null);
    assert.equal(yearOf(sections('我镇公开政府信息86条。\n\n2024年，我镇开设专栏2个。')), null);
    assert.equal(yearOf(`梓溪镇2023-2024年政府信息公开工作年度报告\n${sections('2024年，我镇公开政府信息86条。')}`), null);
    assert.equal(yearOf(sections('2024年，市政府印发实施方案，我镇认真落实。')), null);
    assert.equal(yearOf(sections('2024年，我镇公开政府信息86条。', '2026年，我镇将补充图解。')), null);
  });
});

describe('the organ of a report without title', () => {
  const base = readBase('2021.md').split('\n').slice(2).join('\n');
  const lead = '2024年，澄溪县档案局公开各类政府信息86条。全年新收政府信息公开申请14件';
  const mismatches = (opening: string, sentence: string): number => {
    const text = base.replace('本报告所列', `${opening}本报告所列`).replace(lead, sentence);
    return read(text, 'markdown').diagnostics.filter(({ code }) => code === 'narrative-mismatch').length;
  };

  it('is the one in its own name, or the one that it begins with: whose sentences are compared', () => {
    assert.equal(mismatches('现公布澄溪县档案局2024年政府信息公开工作年度报告。', '2024年，县档案局共收到政府信息公开申请17件'), 1);
    assert.equal(mismatches('现发布《澄溪县档案局2024年政府信息公开工作年度报告》。', '2024年，县档案局共收到政府信息公开申请17件'), 1);
    assert.equal(mismatches('', '2024年，县档案局认真落实条例。2024年，县档案局共收到政府信息公开申请17件'), 1);
  });

  it('is not known by an organ in the midst of a sentence', () => {
    assert.equal(mismatches('', '2024年，县档案局共收到政府信息公开申请14件。县水务局共收到政府信息公开申请17件'), 0);
    assert.equal(mismatches('', '2024年，落实县政府要求，公开信息86条。县政府共收到政府信息公开申请17件'), 0);
    assert.equal(mismatches('', '2024年，配合县档案局在网站公开信息。县档案局共收到政府信息公开申请17件'), 0);
  });
});
