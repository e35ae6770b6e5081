import assert from 'node:assert/strict';
import type { TextEdit } from 'vscode-languageserver-protocol';
import type { ConvertTableResult, EditsResult, FiguresResult } from '../../server/src/lsp/protocol.ts';
import { closeEditors, startEditor } from './editor.ts';
import { applyEdits, rightReport, uri, wrongRange, wrongReport } from './report.ts';

const textDocument = { uri };
const options = { tabSize: 2, insertSpaces: true };
const position = wrongRange.start;

describe('editing tables', () => {
  afterEach(closeEditors);

  it('formats the document or a range', async () => {
    const editor = await startEditor();
    assert.equal(editor.initialized.capabilities.documentFormattingProvider, true);
    await editor.open(uri, rightReport);
    const edits = await editor.request<TextEdit[]>('textDocument/formatting', { textDocument, options });
    const text = applyEdits(rightReport, edits);
    assert.match(text, /^\| 行政许可 +\| +26 \|/mu);
    const range = { start: { line: position.line, character: 0 }, end: position };
    const some = await editor.request<TextEdit[]>('textDocument/rangeFormatting', { textDocument, options, range });
    assert.ok(some.length > 0 && some.length < edits.length);
  });

  it('does not announce formatting to an editor that asks for it itself', async () => {
    const editor = await startEditor({ initializationOptions: { asksForFormatting: true } });
    assert.equal(editor.initialized.capabilities.documentFormattingProvider, undefined);
  });

  it('converts a table, and says why it does not', async () => {
    const editor = await startEditor({ locale: 'zh-cn' });
    await editor.open(uri, rightReport);
    const { version, edits } = await editor.request<ConvertTableResult>('disclosureReport/convertTable', { uri, position, layout: 'html' });
    assert.equal(version, 1);
    assert.match(edits[0]?.newText ?? '', /^<table/u);
    const refused = await editor.request<ConvertTableResult>('disclosureReport/convertTable', { uri, position, layout: 'pipe' });
    assert.deepEqual(refused.edits, []);
    assert.match(refused.refusal ?? '', /样式/u);
  });

  it('lets totals follow a figure', async () => {
    const editor = await startEditor();
    await editor.open(uri, wrongReport);
    const { edits } = await editor.request<EditsResult>('disclosureReport/followTotals',
      { uri, range: { start: { line: position.line - 2, character: 0 }, end: { line: position.line - 1, character: 200 } } });
    assert.ok(edits.some(({ range, newText }) => range.start.line === position.line && newText === '12'));
  });

  it('lists the figures of each table in the order of the text', async () => {
    const editor = await startEditor();
    await editor.open(uri, rightReport);
    const { tables } = await editor.request<FiguresResult>('disclosureReport/figures', { uri });
    assert.equal(tables.length, 3);
    assert.ok(tables.flat().some(({ range, value }) => value === 12 && range.start.line === position.line));
  });

  it('makes a table of what was copied', async () => {
    const editor = await startEditor();
    await editor.open(uri, rightReport);
    const start = { line: rightReport.split('\n').length, character: 0 };
    const params = { uri, range: { start, end: start }, pasted: { text: '渠道\t件数\n网站\t62' } };
    assert.equal(await editor.request('disclosureReport/pasteTable', params), '| 渠道 | 件数 |\n| --- | --- |\n| 网站 | 62 |');
    assert.equal(await editor.request('disclosureReport/pasteTable', { ...params, pasted: { text: '网站' } }), null);
  });

  it('never changes a document that was read in a wrong encoding', async () => {
    const editor = await startEditor();
    await editor.open(uri, `${wrongReport}\n\uFFFD\n`);
    assert.deepEqual(await editor.request('textDocument/formatting', { textDocument, options }), []);
    const converted = await editor.request<ConvertTableResult>('disclosureReport/convertTable', { uri, position, layout: 'html' });
    assert.deepEqual([converted.edits, converted.wrongEncoding], [[], true]);
    const followed = await editor.request<EditsResult>('disclosureReport/followTotals', { uri, range: wrongRange });
    assert.deepEqual([followed.edits, followed.wrongEncoding], [[], true]);
  });
});
