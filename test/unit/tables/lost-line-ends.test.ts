import assert from 'node:assert/strict';
import { readBase } from '../../support/suites.ts';
import { read, type Reading } from '../../support/reading.ts';

const base = readBase('2021.md');
const plain = base.replace(/^#+ /gmu, '');

function codesOf({ diagnostics }: Reading): string[] {
  return diagnostics.map(({ code }) => code);
}

function figuresOf({ reports }: Reading): unknown {
  return Object.entries(reports[0]?.figures ?? {}).map(([id, { value }]) => [id, value]);
}

describe('a report with bars that has lost all its line ends', () => {
  const whole = figuresOf(read(base, 'markdown'));

  it('is read as it was, with what Markdown draws below heads or without', () => {
    for (const text of [plain, plain.replace(/^[|\s-]+-[|\s-]+$/gmu, '')]) {
      const reading = read(text.replace(/\s*\n+\s*/gu, ' '), 'plaintext');
      assert.deepEqual(figuresOf(reading), whole);
      assert.deepEqual(codesOf(reading), []);
      assert.equal(reading.reports[0]?.organ, '澄溪县档案局');
    }
  });

  it('is read where bars stand between its lines as well', () => {
    const reading = read(plain.replace(/\s*\n+\s*/gu, ' | '), 'plaintext');
    assert.deepEqual(figuresOf(reading), whole);
    assert.deepEqual(codesOf(reading), []);
  });

  it('has its title in the line that it begins, without bars too', () => {
    const reading = read(plain.replace(/^[|\s-]+-[|\s-]+$/gmu, '').replace(/[|]/gu, ' ').replace(/\s+/gu, ' '), 'plaintext');
    assert.ok(!codesOf(reading).includes('report-title'));
  });
});

it('leaves a long row of a table, in which one title is a cell, to its table', () => {
  const marks = `| 一、总体情况 | 20 | ${'五个方面缺一项扣四分，'.repeat(40)} |\n| 二、主动公开政府信息情况 | 20 | ${'表格错一处扣两分，'.repeat(50)} |\n| 三、收到和处理政府信息公开申请情况 | 30 | ${'不平扣十分，'.repeat(70)} |`;
  assert.deepEqual(read(`# 年报质量考核细则\n\n| 考核内容 | 分值 | 评分标准 |\n|---|---|---|\n${marks}\n`, 'markdown').reports, []);
});

it('knows the title of a report in LaTeX', () => {
  const reading = read(base.replace(/^# (.*)$/mu, '\\title{$1}'), 'plaintext');
  assert.deepEqual(codesOf(reading), []);
  assert.equal(reading.reports[0]?.organ, '澄溪县档案局');
});

it('knows the headings of Textile, Texinfo and LaTeX', () => {
  const marked = [(words: string) => `h2. ${words}`, (words: string) => `@chapter ${words}`, (words: string) => `\\section{${words}}`, (words: string) => `\\section*{${words}}`];
  for (const mark of marked) {
    assert.deepEqual(codesOf(read(base.replace(/^## (.*)$/gmu, (_, words: string) => mark(words)), 'plaintext')), []);
  }
});
