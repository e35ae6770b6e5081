import assert from 'node:assert/strict';
import { createRecogniser } from '../../../server/src/recogniser.ts';
import { officialForms } from '../../../server/src/official-forms.ts';
import { createReportService } from '../../../server/src/service.ts';
import { printMark } from '../../../server/src/syntax/print-mark.ts';
import { fixture } from '../../support/fixtures.ts';

const page = fixture('base-page-2023.html');
const looksLikeReport = createRecogniser(officialForms);
const service = createReportService();

/** The same page as the form preview writes it for print. */
const printed = `<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n${printMark}\n<title>表</title>\n</head>\n<body>${page}</body>\n</html>\n`;

describe('a page that was made of a report for print', () => {
  it('is no report to the editor, and none to the engine', () => {
    assert.equal(looksLikeReport(printed.replace(printMark, '')), true);
    assert.equal(looksLikeReport(printed), false);
    assert.equal(service.isReport(service.open('test:///a', 'html', 1, printed.replace(printMark, ''))), true);
    assert.equal(service.isReport(service.open('test:///b', 'html', 1, printed)), false);
  });

  it('is one again once the mark is taken away', () => {
    const document = service.open('test:///c', 'html', 1, printed);
    assert.equal(service.isReport(document), false);
    service.edit(document, [{ range: { start: { line: 4, character: 0 }, end: { line: 5, character: 0 } }, text: '' }], 2);
    assert.equal(service.isReport(document), true);
    service.edit(document, [{ range: { start: { line: 4, character: 0 }, end: { line: 4, character: 0 } }, text: `${printMark}\n` }], 3);
    assert.equal(service.isReport(document), false);
  });

  it('does not hide a report that only names it further down', () => {
    assert.equal(looksLikeReport(`${page}\n${printMark}`), true);
  });
});
