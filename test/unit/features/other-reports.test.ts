import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { useLocale } from '../../../server/src/l10n.ts';
import { officialForms } from '../../../server/src/official-forms.ts';
import { createReportService } from '../../../server/src/service.ts';
import type { ReportDocument } from '../../../server/src/service-types.ts';
import { parseForm } from '../../../server/src/settings/index.ts';
import { root } from '../../docs/examples.ts';

const folder = join(root, 'samples', '自定格式');
const text = readFileSync(join(folder, '青禾县2025年政务服务便民热线工作年度报告.md'), 'utf8');
const { form } = parseForm(readFileSync(join(folder, '便民热线.disclosure-form.json'), 'utf8'), officialForms.map(({ data }) => data));
const ownForms = form ? [form] : [];
const name = '政务服务便民热线工作年度报告';
const service = createReportService({
  log: (message) => {
    throw new Error(message);
  },
});

function open(content: string): ReportDocument {
  const document = service.open('test:///report', 'markdown', 1, content);
  service.configure(document, { severity: {}, ignore: [], ownForms });
  return document;
}

/** The position behind a text. */
function behind(content: string, part: string): { line: number; character: number } {
  const before = content.slice(0, content.indexOf(part) + part.length).split('\n');
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}

describe('a report of another kind, on a form of one\'s own', () => {
  before(() => useLocale('zh-cn'));

  it('is none for who does not know the form', () => {
    assert.equal(service.isReport(service.open('test:///report', 'markdown', 1, text)), false);
  });

  it('has outline, states, hover, form and lists of identities', () => {
    const document = open(text);
    assert.deepEqual(service.outline(document).map((section) => section.name).slice(-3), ['一、热线运行情况', '二、诉求办理情况', '三、存在的不足与下一步安排']);
    assert.equal(service.states(document)[0]?.sections.length, 3);
    const hover = service.hover(document, behind(text, '| 256'));
    assert.match(hover?.markdown ?? '', /一、本年新收诉求数量/u);
    const [view] = service.formViews(document);
    assert.equal(view?.tables[0]?.figures.length, 7 * 4);
    assert.equal(service.identityLists(document)[0]?.identities.length, 7 + 4 + 4);
  });

  it('has its wrong total corrected by a fix and by an edit in the form', () => {
    const document = open(text);
    const [wrong] = service.diagnostics(document);
    assert.deepEqual(wrong?.fixes[0]?.edits.map(({ newText }) => newText), ['2559']);
    const { edits } = service.formEdits(document, { report: 0, figure: 'appeals.received.desk', expected: '96', rows: [['97']] });
    assert.equal(edits[0]?.newText, '97');
  });

  it('is told of an altered title, a missing row and last year\'s year as any report is', () => {
    const flawed = text.replace('二、诉求办理情况', '二、诉求办理').replace('统计期限为2025年', '统计期限为2024年').replace(/\| （三）不属受理范围.*\n/u, '');
    assert.deepEqual(service.diagnostics(open(flawed)).map(({ code }) => code).filter((code) => !code.endsWith('-total')).sort(),
      ['missing-row', 'report-period', 'section-title'].filter((code) => code !== 'report-period').concat('stale-year').sort());
  });

  it('is written anew, and turned into the next year\'s', () => {
    const made = service.newReport({ organ: '澄溪县', year: 2026, report: name }, { ownForms });
    assert.ok('text' in made);
    assert.match(made.text, /^# 澄溪县2026年政务服务便民热线工作年度报告\n\n本报告按照.*青便民〔2024〕7号.*2026年1月1日至12月31日。\n\n## 一、热线运行情况\n/u);
    assert.deepEqual(service.diagnostics(open(made.text)).map(({ code }) => code).filter((code) => !['blank-cell', 'empty-section'].includes(code)), []);
    const next = service.nextReport(open(text), { line: 0, character: 0 });
    assert.ok('text' in next);
    assert.match(next.text, /^# 青禾县2026年政务服务便民热线工作年度报告\n/u);
    assert.deepEqual(service.newReport({ organ: '澄溪县', year: 2026, report: '别的报告' }, { ownForms }), { refusal: '没有这种报告的格式。' });
  });

  it('leaves the report on disclosure as it was', () => {
    const made = service.newReport({ organ: '澄溪县', year: 2025 }, { ownForms });
    assert.ok('text' in made);
    assert.equal(service.summaries(open(made.text))[0]?.form, '2021');
  });
});
