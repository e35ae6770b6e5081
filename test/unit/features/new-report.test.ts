import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { createReportService } from '../../../server/src/service.ts';
import type { NewReportResult } from '../../../server/src/service-types.ts';
import { fixture } from '../../support/fixtures.ts';

const service = createReportService();
const start = { line: 0, character: 0 };
const mark = '<!-- 待修订 -->';
const fixtures = readdirSync(new URL('../../fixtures/', import.meta.url)).filter((name) => name.startsWith('base-'));

function textOf(result: NewReportResult): string {
  assert.ok('text' in result, 'refusal' in result ? result.refusal : '');
  return result.text;
}

function next(text: string): string {
  return textOf(service.nextReport(service.open('test:///report', 'markdown', 1, text), start));
}

function codes(text: string): string[] {
  return [...new Set(service.diagnostics(service.open('test:///new', 'markdown', 1, text)).map(({ code }) => code))].sort();
}

function figures(text: string): Record<string, number | null> {
  const [report] = service.extract(service.open('test:///new', 'markdown', 1, text));
  return Object.fromEntries(Object.entries(report?.figures ?? {}).map(([id, { value }]) => [id, value]));
}

describe('a new report', () => {
  for (const year of [2019, 2020, 2021, 2025]) {
    it(`lacks nothing but what is to be written: ${year}`, () => {
      const text = textOf(service.newReport({ organ: '澄溪县档案局', year }));
      assert.match(text, new RegExp(`^# 澄溪县档案局${year}年政府信息公开工作年度报告\\n`, 'u'));
      assert.deepEqual(codes(text), ['blank-cell', 'empty-section']);
      assert.deepEqual(new Set(Object.values(figures(text))), new Set([null]));
    });
  }

  it('is in the form of its year', () => {
    assert.match(textOf(service.newReport({ organ: '甲局', year: 2020 })), /国办公开办函〔2019〕60号[^]*政府集中采购/u);
    assert.match(textOf(service.newReport({ organ: '甲局', year: 2021 })), /国办公开办函〔2021〕30号/u);
  });

  it('is refused for years before the first form', () => {
    assert.ok('refusal' in service.newReport({ organ: '甲局', year: 2018 }));
  });

  for (const year of [2026, 2027, 2040]) {
    it(`is written in the newest form for a year that none is known for yet: ${year}`, () => {
      const text = textOf(service.newReport({ organ: '澄溪县档案局', year }));
      assert.match(text, /国办公开办函〔2021〕30号/u);
      assert.deepEqual(codes(text), year > 2026 ? ['blank-cell', 'empty-section', 'unsupported-year'] : ['blank-cell', 'empty-section']);
    });
  }

  it('of the year after the last that a form is known for can be made of the one before', () => {
    const last = fixture('base-2021.md').replaceAll('2025', '2027').replaceAll('2024', '2026');
    assert.match(next(last), /^# 澄溪县档案局2027年政府信息公开工作年度报告\n/u);
    assert.match(next(next(last)), /^# 澄溪县档案局2028年政府信息公开工作年度报告\n/u);
  });
});

describe('a report turned into the next year\'s', () => {
  for (const name of fixtures) {
    it(`carries requests over and leaves all other figures blank: ${name}`, () => {
      const before = figures(fixture(name));
      const carried = Object.entries(figures(next(fixture(name)))).filter(([, value]) => value !== null);
      assert.deepEqual(Object.fromEntries(carried), Object.fromEntries(Object.entries(before)
        .filter(([id]) => id.startsWith('requests.carriedOut.'))
        .map(([id, value]) => [id.replace('carriedOut', 'carriedIn'), value])));
    });

    it(`has no finding that the old text does not explain: ${name}`, () => {
      // `leftover` tells of the marks of paragraphs that are to be revised.
      const known = ['blank-cell', 'narrative-mismatch', 'information-fee', 'stale-year', 'leftover'];
      assert.deepEqual(codes(next(fixture(name))).filter((code) => !known.includes(code)), []);
    });
  }

  it('is told of the sentences that still begin with the old year', () => {
    assert.ok(codes(next(fixture('base-2021.md'))).includes('stale-year'));
  });

  const text = next(fixture('base-2021.md'));

  it('keeps every paragraph, each below a mark', () => {
    assert.ok(text.includes(`${mark}\n2024年，澄溪县档案局公开各类政府信息86条。`));
    assert.ok(text.includes(`${mark}\n档案利用类信息的解读材料偏少。2025年将按季度补充查档指南和常见问题解答。`));
    assert.ok(text.includes(`${mark}\n本年度未收取信息处理费，无其他需要报告的事项。`));
    assert.equal(text.split(mark).length - 1, 4);
  });

  it('parts the paragraphs of a text that has no empty lines between them, and no wrapped line', () => {
    const paragraphs = ['　　2020年，本局公开信息\n276条。', '　　（一）主动公开。', '（二）依申请公开，\n（三）项除外。'];
    const word = fixture('base-word-2020.txt');
    const [, body = ''] = /一、总体情况\r?\n([^]*?)二、主动公开/u.exec(word) ?? [];
    assert.notEqual(body, '');
    const [, overview] = /一、总体情况\n\n([^]*?)\n\n## 二/u.exec(next(word.replace(body, `${paragraphs.join('\n')}\n`))) ?? [];
    assert.equal(overview, paragraphs.map((paragraph) => `${mark}\n${paragraph}`).join('\n\n'));
  });

  it('changes the year in the title and in the period, and nowhere else', () => {
    assert.match(text, /^# 澄溪县档案局2025年政府信息公开工作年度报告\n/u);
    assert.ok(text.includes('统计期限自2025年1月1日至2025年12月31日'));
    assert.ok(text.includes('2024年，澄溪县档案局公开'));
  });

  it('takes the form of the new year where another one comes into force', () => {
    const report = service.open('test:///new', 'markdown', 1, next(fixture('base-pipe-2020.md')));
    assert.equal(service.summaries(report)[0]?.form, '2021');
    assert.deepEqual(new Set(Object.values(service.summaries(report)[0]?.tables ?? {})), new Set(['2021']));
  });

  it('puts no mark twice', () => {
    const year = /2025年(?=政府信息公开工作)/u.exec(text);
    assert.ok(year);
    assert.equal(next(text).split(mark).length, text.split(mark).length);
  });

  it('writes the year in the digits of the title', () => {
    const chinese = fixture('base-2021.md').replace('档案局2024年政府信息公开工作年度报告', '档案局二〇二四年政府信息公开工作年度报告');
    assert.match(next(chinese), /^# 澄溪县档案局二〇二五年政府信息公开工作年度报告\n/u);
  });

  it('carries over no figure that cannot be read', () => {
    const unread = fixture('base-2021.md').replace('四、结转下年度继续办理 |  |  | 1 |', '四、结转下年度继续办理 |  |  | / |');
    assert.equal(figures(next(unread))['requests.carriedIn.naturalPerson'], null);
    assert.equal(figures(next(unread))['requests.carriedIn.total'], 1);
  });
});
