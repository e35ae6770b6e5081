import assert from 'node:assert/strict';
import { read } from '../../support/reading.ts';
import { readBase } from '../../support/suites.ts';

const text = readBase('2021.md');
const heading = '## 四、政府信息公开行政复议、行政诉讼情况';
const [before = '', behind = ''] = text.split(heading);
const from = behind.indexOf('|');
const to = behind.indexOf('\n\n', from);
const table = behind.slice(from, to);
const lastYears = table.replace(/\d+/gu, '77');

/** The report with other lines in place of the table of section 四. */
function withTables(...lines: readonly string[]): string {
  return `${before}${heading}\n\n${lines.join('\n\n')}${behind.slice(to)}`;
}

function figuresOf(text: string): (number | null)[] {
  const { reports, diagnostics } = read(text, 'markdown');
  assert.deepEqual(diagnostics.filter(({ severity }) => severity === 'error' || severity === 'warning').map(({ code }) => code), []);
  return Object.entries(reports[0]?.figures ?? {}).flatMap(([id, { value }]) => (id.startsWith('review.') ? [value] : []));
}

const own = figuresOf(text);

describe('a table under a line of its year', () => {
  it("is not the report's where another one stands for the year of the report", () => {
    for (const line of ['2020年数据：', '（2020年）', '2020年', '2020年度行政复议、行政诉讼情况', '附表1：2020 年情况', '上年度数据：', '二〇二〇年数据']) {
      assert.deepEqual(figuresOf(withTables(line, lastYears, line.replace('2020', '2021').replace('二〇二〇', '二〇二一').replace('上年', '本年'), table)), own, line);
      assert.deepEqual(figuresOf(withTables(table, line, lastYears)), own, line);
    }
  });

  it("is not the report's where this year's follows without a line", () => {
    assert.deepEqual(figuresOf(withTables('2020年数据：', lastYears, '', table)), own);
  });

  it('is the report\'s where it stands alone: the line is left from last year', () => {
    assert.deepEqual(figuresOf(withTables('2020年数据：', table)), own);
  });

  it('is the latest where all are of other years', () => {
    assert.deepEqual(figuresOf(withTables('2019年数据：', lastYears, '2020年数据：', table)), own);
  });

  it('is none that a sentence of another year stands above', () => {
    assert.deepEqual(figuresOf(withTables('与2020年相比，变化如下：', table)), own);
  });
});

describe('rows of several years in one table', () => {
  const lines = table.split('\n');
  const row = lines.findLast((line) => /\d/u.test(line)) ?? '';
  /** The codes of errors, and how many figures of section 四 are read. */
  const outcome = (text: string): [string[], number] => {
    const { reports, diagnostics } = read(text, 'markdown');
    return [
      diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code),
      Object.entries(reports[0]?.figures ?? {}).filter(([id, { value }]) => id.startsWith('review.') && value !== null).length,
    ];
  };
  /** The table with a column of words before it. */
  const withYears = (...rows: readonly [string, string][]): string => [
    ...lines.slice(0, lines.indexOf(row)).map((line, at) => (at === 1 ? `| --- ${line}` : `| 年度 ${line}`)), ...rows.map(([year, figures]) => `| ${year} ${figures}`),
  ].join('\n');

  it('are not read, since none is certain to be the report\'s', () => {
    for (const [last, own] of [['2020年', '2021年'], ['2020', '2021'], ['2020年度', '2021年度'], ['上年', '本年'], ['二〇二〇年', '二〇二一年']] as const) {
      assert.deepEqual(outcome(withTables(withYears([last, row.replace(/\d+/gu, '0')], [own, row]))), [['unreadable-table'], 0], last);
    }
  });

  it('hide nothing where there is one year', () => {
    assert.equal(outcome(withTables(withYears(['2021年', row])))[1], own.length);
  });

  it('are no figures where the year is one, and a number alone', () => {
    const { reports } = read(withTables(withYears(['2021', row])), 'markdown');
    const values = Object.entries(reports[0]?.figures ?? {}).flatMap(([id, { value }]) => (id.startsWith('review.') ? [value] : []));
    assert.ok(values.length === 0 || values.join() === own.join(), values.join());
  });

  it('are not read below lines of their years either', () => {
    const from = text.indexOf('| 一、本年新收');
    const rows = text.slice(from, text.indexOf('\n\n', from));
    const width = (rows.split('\n')[0] ?? '').split('|').length - 3;
    const line = (year: string): string => `| ${year} |${' |'.repeat(width)}`;
    const { reports, diagnostics } = read(text.replace(rows, [line('2020年'), rows.replace(/\d+(?= \|)/gu, '0'), line('2021年'), rows].join('\n')), 'markdown');
    assert.deepEqual(Object.keys(reports[0]?.figures ?? {}).filter((id) => id.startsWith('requests.')), []);
    assert.deepEqual(diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code), ['unreadable-table']);
  });

  it('are not read where the year stands beside the label of each, whichever of them comes first', () => {
    const from = text.indexOf('| 规章 |');
    const rules = text.slice(from, text.indexOf('\n', from));
    const others = rules.replace(/\d+/gu, '77');
    const named = (line: string, name: string): string => line.replace('规章', name);
    for (const [last, own] of [['规章（2020年）', '规章（2021年）'], ['2020年规章', '2021年规章'], ['2020年 | 规章', '2021年 | 规章'], ['规章 上年', '规章 本年'], ['规章（上年数）', '规章'], ['规章2020年度', '规章']] as const) {
      for (const rows of [[named(others, last), named(rules, own)], [named(rules, own), named(others, last)]]) {
        const { reports, diagnostics } = read(text.replace(rules, rows.join('\n')), 'markdown');
        assert.deepEqual(Object.keys(reports[0]?.figures ?? {}).filter((id) => id.startsWith('proactive.')), [], last);
        assert.deepEqual(diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code), ['unreadable-table'], last);
      }
    }
  });

  it('are one where each label names the same', () => {
    const dated = text.replace('| 规章 |', '| 规章（2021年） |').replace('| 行政许可 |', '| 行政许可（2021年） |');
    const count = (one: string): number => Object.keys(read(one, 'markdown').reports[0]?.figures ?? {}).length;
    assert.equal(count(dated), count(text));
  });
});
