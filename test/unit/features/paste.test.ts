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

  /** The cells of the line on which `line` stood, after pasting. */
  const rowAfter = (line: string, pasted: Parameters<typeof service.pasteFigures>[2]): string => {
    const { edits = [], refusal } = pasteAt(line, '12', pasted) ?? {};
    assert.equal(refusal, undefined);
    const after = applyEdits(base, [...edits]).split('\n');
    assert.equal(after.length, base.split('\n').length);
    return after[base.slice(0, base.indexOf(line)).split('\n').length - 1] ?? '';
  };

  it('fills in one number of a spreadsheet, which ends its line', () => {
    assert.match(rowAfter(received, { text: '33\r\n' }), /\| 33 \| 2 \|/u);
    assert.match(rowAfter(received, { text: '33\r\n', html: '<table><tr><td>33</td></tr></table>' }), /\| 33 \| 2 \|/u);
  });

  it('fills in a row that was copied with its label and the blanks of merged cells', () => {
    const label = '一、本年新收政府信息公开申请数量';
    assert.match(rowAfter(received, { text: `${label}\t\t\t9\t1\t0\t0\t0\t0\t10\r\n` }), /\| 9 \| 1 \| 0 \| 0 \| 0 \| 0 \| 10 \|/u);
    const open = pasteAt(received, '12', { text: `${label}\t\t\t9\t1\t0\t0\t0\r\n` });
    assert.deepEqual(open?.edits, []);
    assert.match(open?.refusal ?? '', /which of the blank cells|哪些空白单元格/u);
  });

  it('fills in a plain column, its blanks too', () => {
    assert.match(rowAfter(received, { text: '9\r\n4\r\n' }), /\| 9 \| 2 \|/u);
    assert.match(rowAfter(received, { text: '9\n\n' }), /\| 9 \| 2 \|/u);
  });

  it('fills in the cells of another Markdown table', () => {
    assert.match(rowAfter(received, { text: '| 9 | 1 |\n| --- | --- |\n| 3 | 4 |\n' }), /\| 9 \| 1 \| 0 \|/u);
  });

  it('refuses dashes, words of several lines, and a column that is too long', () => {
    assert.match(pasteAt(received, '12', { text: '9\t—\t2\r\n' })?.refusal ?? '', /—/u);
    assert.match(pasteAt(received, '12', { text: '-\t9\t2\r\n' })?.refusal ?? '', /“-”/u);
    assert.ok(pasteAt(received, '12', { text: '全年公开86条。\r\n收到申请12件。\r\n' })?.refusal);
    assert.ok(pasteAt(received, '12', { text: '1\n'.repeat(40) })?.refusal);
  });

  it('takes the blanks around a number for its cell, and a selection of several cells for none', () => {
    const start = at(base, received, '12');
    const end = { ...start, character: start.character + 3 };
    assert.equal(service.pasteFigures(open(base), { start: end, end }, { text: '33\r\n' })?.edits.length, 1);
    const further = { ...start, character: start.character + 8 };
    assert.equal(service.pasteFigures(open(base), { start, end: further }, { text: '33\r\n' }), null);
  });

  it('leaves single numbers, words and other places to plain text', () => {
    assert.equal(pasteAt(received, '12', { text: '9' }), null);
    assert.equal(pasteAt(received, '12', { text: '全年公开86条。' }), null);
    assert.equal(pasteAt(received, '一', { text: '9\t1' }), null);
  });
});
