import assert from 'node:assert/strict';
import { isSameOrgan } from '../../../server/src/settings/organs.ts';
import { createReportService } from '../../../server/src/service.ts';
import { readBase } from '../../support/suites.ts';

const organs = { 澄溪县档案馆: ['澄溪县档案局', '澄溪县教育局'] };

describe('organs of the settings', () => {
  it('are one under all names of an entry, with an office of their own as well', () => {
    assert.ok(isSameOrgan(organs, '澄溪县档案局', '澄溪县档案馆'));
    assert.ok(isSameOrgan(organs, '澄溪县教育局', '澄溪县档案局办公室'));
    assert.ok(!isSameOrgan(organs, '澄溪县水务局', '澄溪县档案馆'));
    assert.ok(!isSameOrgan({ 澄溪县档案馆: [''] }, '澄溪县水务局', '澄溪县档案馆'));
  });

  it('are no other organ in the report of one of them, as soon as they are known', () => {
    const service = createReportService();
    const text = readBase('2021.md').replace('本报告所列数据', '本报告由澄溪县教育局编制，所列数据');
    const document = service.open('test:///report', 'markdown', 1, text);
    const codes = (): string[] => service.diagnostics(document).map(({ code }) => code);
    assert.deepEqual(codes(), ['other-organ']);
    service.configure(document, { severity: {}, ignore: [], organs });
    assert.deepEqual(codes(), []);
    service.configure(document, { severity: {}, ignore: [] });
    assert.deepEqual(codes(), ['other-organ']);
  });
});
