import assert from 'node:assert/strict';
import { createReportService } from '../../../server/src/service.ts';

describe('a figure behind a tab, at the end of a text', () => {
  it('ends the reading of its table', () => {
    const service = createReportService();
    for (const text of ['\t3\r\n', '\t3', '规章\t3\n4', '\t3\n4\n5\n']) {
      assert.equal(service.open('test:///report', 'markdown', 1, text).text, text);
      assert.equal(service.isReport(service.open('test:///report', 'markdown', 1, text)), false);
    }
  });
});
