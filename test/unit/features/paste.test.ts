import assert from 'node:assert/strict';
import { createReportService } from '../../../server/src/service.ts';
import { fixture } from '../../support/fixtures.ts';
import { applyEdits } from '../../support/checking.ts';
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

describe('pasting into the cells of a table', () => {
  const pasteAt = (line: string, cell: string, pasted: Parameters<typeof service.pasteFigures>[2]) => {
    const start = at(base, line, cell);
    return service.pasteFigures(open(base), { start, end: start }, pasted);
  };
  const received = '| 一、本年新收政府信息公开申请数量 |  |  | 12 |';

  it('changes the figures from the caret on, beside it and below it, and nothing else', () => {
    const { edits = [], refusal } = pasteAt(received, '12', { text: '9\t1\r\n3\t4\r\n' }) ?? {};
    assert.equal(refusal, undefined);
    const lines = applyEdits(base, [...edits]).split('\n');
    const row = lines.findIndex((line) => line.startsWith('| 一、本年新收'));
    assert.match(lines[row] ?? '', /^\| 一、本年新收政府信息公开申请数量 \|  \|  \| 9 \| 1 \| 0 \|/u);
    assert.match(lines[row + 1] ?? '', /^\| 二、上年结转政府信息公开申请数量 \|  \|  \| 3 \| 4 \|/u);
    assert.deepEqual(lines.filter((line, index) => index !== row && index !== row + 1 && !base.split('\n').includes(line)), []);
  });

  it('takes a row as a spreadsheet puts it on the clipboard as a page', () => {
    const html = '<html><body><!--StartFragment--><table><tr><td>9</td><td>1</td><td>0</td></tr></table><!--EndFragment--></body></html>';
    assert.equal(pasteAt(received, '12', { html, text: '9\t1\t0' })?.edits.length, 2);
  });

  it('says why a block has no place there', () => {
    assert.match(pasteAt(received, '12', { text: '1\t2\t3\t4\t5\t6\t7\t8' })?.refusal ?? '', /8/u);
    assert.match(pasteAt(received, '12', { text: '9\t约1\t2' })?.refusal ?? '', /约1/u);
  });

  it('leaves single numbers, words and other places to plain text', () => {
    assert.equal(pasteAt(received, '12', { text: '9' }), null);
    assert.equal(pasteAt(received, '12', { text: '全年公开86条。' }), null);
    assert.equal(pasteAt(received, '一', { text: '9\t1' }), null);
  });
});
