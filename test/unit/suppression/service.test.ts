import assert from 'node:assert/strict';
import { createReportService } from '../../../server/src/service.ts';
import type { Settings } from '../../../server/src/service-types.ts';
import { flawedReport, wrongTotalsRow } from '../cli/call.ts';

const comment = '<!-- disclosure-report-disable-line results-total -->';
const suppressed = flawedReport.replace(wrongTotalsRow, wrongTotalsRow.replace('14 |', `14 ${comment} |`));

function codes(text: string, settings: Partial<Settings> = {}): string[] {
  const service = createReportService();
  const document = service.open('file:///a.md', 'markdown', 1, text);
  service.configure(document, { severity: {}, ignore: [], ...settings });
  return service.diagnostics(document).map(({ code }) => code);
}

describe('silencing in the engine', () => {
  it('leaves every other finding and every figure as it is', () => {
    assert.deepEqual(codes(flawedReport), ['results-total']);
    assert.deepEqual(codes(suppressed), []);
    assert.deepEqual(codes(suppressed.replace(' 2 |', ' 3 |')), codes(flawedReport.replace(' 2 |', ' 3 |')).filter((code) => code !== 'results-total'));
  });

  it('calls no comment unused whose code is switched off, or whose finding the settings silence as well', () => {
    assert.deepEqual(codes(suppressed, { severity: { 'results-total': 'off' } }), []);
    assert.deepEqual(codes(suppressed, { ignore: [{ code: 'results-total' }] }), []);
  });

  it('lets the settings silence what is said of comments', () => {
    const unused = `${flawedReport}\n${comment}\n`;
    assert.deepEqual(codes(unused), ['results-total', 'unused-silence']);
    assert.deepEqual(codes(unused, { ignore: [{ code: 'unused-silence' }] }), ['results-total']);
    assert.deepEqual(codes(unused, { severity: { 'unused-silence': 'off', 'results-total': 'hint' } }), ['results-total']);
  });

  it('gives findings in the order of the text', () => {
    const text = flawedReport.replace('\n\n本报告', `\n\n${comment}\n\n本报告`);
    assert.deepEqual(codes(text), ['unused-silence', 'results-total']);
  });
});
