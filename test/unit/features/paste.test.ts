import assert from 'node:assert/strict';
import { createReportService } from '../../../server/src/service.ts';
import { fixture } from '../../support/fixtures.ts';
import { at, base, open, service } from './reading.ts';

const end = at(base, '## 三、收到和', '#');
const here = { start: end, end };
const sheet = '渠道\t件数\n网站\t62\n新媒体\t24\n';
const page = '<html><body><!--StartFragment--><table><tr><td colspan="2">公开渠道</td></tr><tr><td>网站|门户</td><td>62</td></tr></table><!--EndFragment--></body></html>';

describe('pasting', () => {
  it('makes a Markdown table of cells between tabs', () => {
    const text = service.pasteTable(open(base), here, { text: sheet });
    assert.equal(text, '| 渠道 | 件数 |\n| --- | --- |\n| 网站 | 62 |\n| 新媒体 | 24 |\n\n');
  });

  it('makes one of a table of a web page, merged cells and bars and all', () => {
    const text = service.pasteTable(open(base), here, { html: page, text: '公开渠道\n网站|门户\t62' });
    assert.equal(text, '| 公开渠道 |  |\n| --- | --- |\n| 网站\\|门户 | 62 |\n\n');
  });

  it('keeps merged cells merged where the layout can', () => {
    const html = '<table><tr><td rowspan=2>公开<br>渠道</td><td colspan=2>件数</td></tr><tr><td>2023年</td><td>2024年</td></tr></table>';
    const text = service.pasteTable(open('<h1>澄溪县档案局2024年政府信息公开工作年度报告</h1>\n\n', 'html'),
      { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } }, { html });
    assert.equal(text?.trim(), [
      '<table border="1">', '<tr><td rowspan="2">公开渠道</td><td colspan="2">件数</td></tr>', '<tr><td>2023年</td><td>2024年</td></tr>',
      '</table>',
    ].join('\n'));
  });

  it('takes the layout that the document has', () => {
    const word = fixture('base-word-2020.txt');
    const { lineCount } = { lineCount: word.split('\n').length };
    const last = { line: lineCount, character: 0 };
    const text = service.pasteTable(open(word, 'plaintext'), { start: last, end: last }, { text: sheet });
    assert.ok(text?.includes('\t渠道\n\t件数\n\n\t网站\n\t62'), text ?? 'null');
  });

  it('parts the table from the words around it', () => {
    const place = at(base, '2024年，澄溪县档案局公开', '，');
    const text = service.pasteTable(open(base), { start: place, end: place }, { text: sheet });
    assert.match(text ?? '', /^\n\n\|[^]*\|\n\n$/u);
  });

  it('offers nothing for words, for a single row, and within a table', () => {
    const document = open(base);
    assert.equal(service.pasteTable(document, here, { text: '全年公开86条。' }), null);
    assert.equal(service.pasteTable(document, here, { text: '1\t2\t3' }), null);
    assert.equal(service.pasteTable(document, here, { html: '<p>全年公开86条。</p><p>完</p>', text: '全年公开86条。\n完' }), null);
    const place = at(base, '| 行政许可 | 26 |', '26');
    assert.equal(service.pasteTable(document, { start: place, end: place }, { text: sheet }), null);
    assert.equal(createReportService().pasteTable(document, here, { text: sheet }), null);
  });
});
