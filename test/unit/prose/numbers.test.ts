import assert from 'node:assert/strict';
import fc from 'fast-check';
import { formatChinese, formatNumber, readProse, type NumberStyle } from '../../../server/src/model/prose/index.ts';

const plain: NumberStyle = { script: 'digits', wide: false, separator: '', liang: false };

function counted(number: string): number | null {
  const text = `全年共收到政府信息公开申请${number}件。`;
  const [mention] = readProse(text).mentions;
  if (mention === undefined || mention.approximate) {
    return null;
  }
  assert.equal(text.slice(mention.start, mention.end), number);
  return mention.value;
}

describe('numbers in running text', () => {
  const counts = fc.integer({ min: 0, max: 999_999_999 });

  it('are read back as they are written', () => {
    const styles: NumberStyle[] = [
      plain,
      { ...plain, separator: ',' },
      { ...plain, separator: '，' },
      { ...plain, wide: true },
      { ...plain, wide: true, separator: '，' },
    ];
    fc.assert(
      fc.property(counts, fc.constantFrom(...styles), (value, style) => counted(formatNumber(value, style)) === value),
    );
  });

  it('are read back from Chinese numerals, exact ones and round ones', () => {
    fc.assert(
      fc.property(counts, (value) => {
        const [mention] = readProse(`全年共收到政府信息公开申请${formatChinese(value)}件。`).mentions;
        return mention?.value === value;
      }),
    );
  });

  const chinese: [string, number][] = [
    ['零', 0],
    ['两', 2],
    ['十', 10],
    ['十五', 15],
    ['一十五', 15],
    ['二十', 20],
    ['一百零五', 105],
    ['一百五十四', 154],
    ['一千零五十', 1050],
    ['两千零一', 2001],
    ['一万零三', 10_003],
    ['三十二万四千', 324_000],
  ];
  for (const [text, value] of chinese) {
    it(`${text} is ${value}`, () => {
      assert.equal(readProse(`全年收到政府信息公开申请${text}件。`).mentions[0]?.value, value);
    });
  }

  for (const text of [
    '一百五',
    '一万二',
    '十十',
    '百五十',
    '一二三',
    '十几',
    '几十',
    '数百',
    '三分之一',
    '第三',
    '1.5',
    '3—5',
    '1/3',
    '12 345',
  ]) {
    it(`${text} is no count`, () => {
      assert.deepEqual(readProse(`全年收到政府信息公开申请${text}件。`).mentions, []);
    });
  }

  it('are approximate with 余, 多, 约, 近, 超过 and 万', () => {
    for (const text of [
      '100余',
      '100多',
      '约100',
      '大约100',
      '近100',
      '超过100',
      '逾100',
      '1.4万',
      '1.4万余',
      '一万多',
    ]) {
      const [mention] = readProse(`全年收到政府信息公开申请${text}件。`).mentions;
      assert.ok(mention?.approximate, text);
      assert.ok(mention.lower < mention.upper, text);
    }
  });

  it('keep their style when another is put in their place', () => {
    assert.equal(formatNumber(14_069, { ...plain, separator: '，' }), '14，069');
    assert.equal(formatNumber(12, { ...plain, wide: true }), '１２');
    assert.equal(formatNumber(154, { ...plain, script: 'chinese' }), '一百五十四');
    assert.equal(formatNumber(2, { ...plain, script: 'chinese', liang: true }), '两');
    assert.equal(formatNumber(10_010, { ...plain, script: 'chinese' }), '一万零一十');
  });
});

describe('hostile prose', () => {
  const units = [
    '1,234',
    '1',
    '2020年',
    '一百',
    '（',
    '受理1件，',
    '受理1件',
    '其中1件',
    '未收到',
    '均已办结',
    '《',
    '（一）',
    '1-',
    '统计期限2020年1月1日至',
    '\ud800',
    '政府信息公开申请',
  ];
  for (const unit of units) {
    it(`is read to its end: ${JSON.stringify(unit)} over and over`, () => {
      readProse(unit.repeat(Math.ceil(100_000 / unit.length)));
    }).timeout(20_000);
  }

  it('is read to its end: a megabyte of digits and commas', () => {
    readProse('1,234'.repeat(200_000));
  }).timeout(20_000);

  it('never throws, and every place lies in the text', () => {
    const words = fc.constantFrom(
      '受理',
      '申请',
      '10',
      '件',
      '，',
      '。',
      '（',
      '）',
      '其中',
      '2020年',
      '1月',
      '1日',
      '至',
      '未收到',
      '%',
      '一',
      '十',
      '万',
      '行政复议',
      '共',
      '、',
      '；',
      '办结率',
      ' ',
      '《',
      '结转',
      '\n',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(words, fc.string()), { maxLength: 40 }), (parts) => {
        const text = parts.join('');
        const { mentions, totals, percentages, denials, years, periods } = readProse(text);
        return [...mentions, ...totals, ...percentages, ...denials, ...years, ...periods].every(
          ({ start, end }) => 0 <= start && start < end && end <= text.length,
        );
      }),
    );
  });
});
