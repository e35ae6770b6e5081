import assert from 'node:assert/strict';
import { read } from '../../support/reading.ts';

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
