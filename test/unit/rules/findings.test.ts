import assert from 'node:assert/strict';
import { useLocale } from '../../../server/src/l10n.ts';
import { officialForms } from '../../../server/src/official-forms.ts';
import { createReportService } from '../../../server/src/service.ts';
import { check, placed } from '../../support/checking.ts';
import { applyDiff, readBase } from '../../support/suites.ts';

describe('a finding', () => {
  before(() => useLocale('zh-cn'));

  it('of a sum shows the identity in figures, then its other operands that are not 0, each at its cell', () => {
    const text = applyDiff(readBase('word-2020.txt'), ' \t（七）总计\n-\t7\n+\t5\n');
    const [finding] = check(text, 'plaintext').filter(({ code }) => code === 'results-total');
    const shown = finding?.related.map(({ range, message }) => {
      const { start, end } = placed(text, range);
      return `${text.slice(start, end)} | ${message}`;
    });
    assert.deepEqual(shown?.slice(0, 4), [
      '5 | “自然人”列的合计：5 ≠ 4 + 2 + 1',
      '4 | “（一）予以公开”行“自然人”列：4',
      '2 | “（四）1.本机关不掌握相关政府信息”行“自然人”列：2',
      '1 | “（五）2.重复申请”行“自然人”列：1',
    ]);
    assert.ok(shown?.some((line) => line.endsWith('7 + 1 ≠ 5 + 1')));
  });

  it('of a wrong total with many parts shows the identities that it breaks and their formulas, not each of the parts', () => {
    const text = applyDiff(readBase('2021.md'), '-|  | （七）总计 |  | 12 | 2 | 0 | 0 | 0 | 0 | 14 |\n+|  | （七）总计 |  | 21 | 2 | 0 | 0 | 0 | 0 | 14 |\n');
    const [finding] = check(text, 'markdown').filter(({ code }) => code === 'results-total');
    assert.deepEqual(finding?.related.map(({ message }) => message), [
      '“自然人”列的合计：21 ≠ 5 + 1 + 1 + 3 + 1 + 1',
      '“自然人”列的收支平衡：12 + 1 ≠ 21 + 1',
      '“一、本年新收政府信息…”行“自然人”列：12',
      '“二、上年结转政府信息…”行“自然人”列：1',
      '“四、结转下年度继续办理”行“自然人”列：1',
      '“（七）总计”行的合计：14 ≠ 21 + 2',
      '“（七）总计”行“总计”列：14',
      '“（七）总计”行“商业企业”列：2',
    ]);
  });

  it('about table 四 names its sums as it names its cells, since no rows stand there', () => {
    const text = applyDiff(readBase('2021.md'), '-| 1 | 0 | 0 | 0 | 1 | 0 | 0 | 1 | 0 | 1 | 0 | 0 | 0 | 0 | 0 |\n+| 1 | 0 | 0 | 0 | 2 | 0 | 0 | 1 | 0 | 1 | 0 | 0 | 0 | 0 | 0 |\n');
    const [finding] = check(text, 'markdown').filter(({ code }) => code === 'review-total');
    assert.deepEqual(finding?.related.map(({ message }) => message), ['“行政复议”的合计：2 ≠ 1', '“行政复议”的“结果维持”：1']);
  });

  it('of a row shows each identity that it breaks at a figure of that row', () => {
    const text = applyDiff(readBase('2021.md'), [
      '-| 一、本年新收政府信息公开申请数量 |  |  | 12 | 2 | 0 | 0 | 0 | 0 | 14 |\n+| 一、本年新收政府信息公开申请数量 |  |  | 12 | 5 | 0 | 0 | 0 | 0 | 17 |\n',
      '-| 四、结转下年度继续办理 |  |  | 1 | 0 | 0 | 0 | 0 | 0 | 1 |\n+| 四、结转下年度继续办理 |  |  | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n',
    ].join('@@\n'));
    const [finding] = check(text, 'markdown').filter(({ code }) => code === 'balance');
    assert.ok(finding !== undefined && finding.related.length > 1);
    assert.deepEqual([...new Set(finding.related.map(({ range }) => range.start.line))], [finding.range.start.line]);
  });

  it('about one figure names it', () => {
    const text = applyDiff(readBase('2021.md'), '-| 行政强制 | 0 |  |  |\n+| 行政强制 | / |  |  |\n');
    assert.equal(check(text, 'markdown')[0]?.figure, 'proactive.coercion.decisions');
  });

  it('about the form is one level milder in a year in which the form was only encouraged, and never less than a hint', () => {
    const changes = '-二、主动公开政府信息情况\n+二、主动公开情况\n@@\n-行政处罚\t44\t2\t17\n-行政强制\t6\t0\t3\n+行政处罚\t44\t2\t/\n';
    const severities = (text: string): Record<string, string> =>
      Object.fromEntries(check(text, 'plaintext').map(({ code, severity }) => [code, severity]));
    const text = applyDiff(readBase('tabs-2019.txt'), changes);
    assert.deepEqual(severities(text), { 'section-title': 'hint', 'missing-row': 'warning', 'not-a-number': 'warning' });
    const later = text.replaceAll('2020', '2021').replaceAll('2019', '2020');
    assert.deepEqual(severities(later), { 'section-title': 'information', 'missing-row': 'error', 'not-a-number': 'warning' });
  });

  it('of a year without a form is the only one', () => {
    const text = applyDiff(readBase('2021.md'), '-| 行政强制 | 0 |  |  |\n').replaceAll('2024', '2016').replaceAll('2025', '2017');
    assert.deepEqual(check(text, 'markdown').map(({ code }) => code), ['unsupported-year']);
  });

  it('of a later year than any form says up to when the latest one is, and the report is checked on that', () => {
    const forms = officialForms.filter(({ data }) => Number(data.id) <= 2021);
    const service = createReportService({ forms });
    const found = (text: string): string[][] =>
      service.diagnostics(service.open('test:///r', 'markdown', 1, text)).map(({ code, message }) => [code, message]);
    const later = readBase('2021.md').replaceAll('2025', '2099').replaceAll('2024', '2098');
    const said = ['unsupported-year', `尚无适用于2098年度报告的格式，按最新的格式（适用至${forms.at(-1)?.data.years.to}年度）检查。`];
    assert.deepEqual(found(later), [said]);
    assert.deepEqual(found(later.replace('| 行政许可 | 26 |', '| 行政许可 | -26 |')).map(([code]) => code), ['unsupported-year', 'negative-count']);
  });

  it('is told once for each report of a collection', () => {
    const text = readBase('2021.md');
    const mistaken = applyDiff(text, '-| 行政许可 | 26 |  |  |\n+| 行政许可 | -26 |  |  |\n');
    const found = check(`${mistaken}\n${mistaken.replaceAll('2024', '2023').replaceAll('2025', '2024')}`, 'markdown');
    assert.deepEqual(found.map(({ code, report }) => `${report} ${code}`), ['0 negative-count', '1 negative-count']);
  });
});
