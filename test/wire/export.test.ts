import assert from 'node:assert/strict';
import { fromBase64, toBase64 } from '../../server/src/lsp/base64.ts';
import type { ExportParams, ExportResult } from '../../server/src/lsp/protocol.ts';
import { officeUri } from '../../server/src/office-address.ts';
import { docxOf } from '../support/office/docx-of.ts';
import { readWell } from '../support/office/reading.ts';
import { closeEditors, startEditor } from './editor.ts';
import { wrongReport } from './report.ts';

const uri = 'file:///reports/%E6%8A%A5%E5%91%8A.md';

async function exported(params: Partial<ExportParams>, text = wrongReport, at = uri): Promise<ExportResult | null> {
  const editor = await startEditor();
  await editor.open(at, text);
  return editor.request('disclosureReport/export', { uri: at, position: { line: 0, character: 0 }, to: 'docx', ...params });
}

async function bytesOf(params: Partial<ExportParams>, text?: string, at?: string): Promise<Uint8Array> {
  const result = await exported(params, text, at);
  assert.ok(result && 'bytes' in result, JSON.stringify(result));
  return fromBase64(result.bytes);
}

const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString();

describe('an open report', () => {
  afterEach(closeEditors);

  it('is exported as a document that is called by its title', async () => {
    const result = await exported({});
    assert.ok(result && 'bytes' in result);
    assert.match(result.name, /年政府信息公开工作年度报告$/u);
    assert.deepEqual(result.remarks, []);
    assert.match((await readWell(fromBase64(result.bytes))).text, /99/u);
    assert.match(textOf(await bytesOf({ to: 'html' })), /^<!DOCTYPE html>/u);
  });

  it('gives its figures', async () => {
    assert.match(textOf(await bytesOf({ to: 'csv' })), /requests\.resultsTotal\.naturalPerson,99/u);
    const { files } = JSON.parse(textOf(await bytesOf({ to: 'json' })));
    assert.equal(files[0].path, '报告.md');
    assert.equal(files[0].reports[0].figures['requests.resultsTotal.naturalPerson'].value, 99);
    assert.match((await readWell(await bytesOf({ to: 'xlsx' }))).text, /99/u);
  });

  it('gives its check sheet, which names lines, and places in the file behind the text', async () => {
    assert.match(textOf(await bytesOf({ to: 'html', isCheckSheet: true })), /line \d+/u);
    const file = docxOf(wrongReport);
    const { text } = await readWell(file);
    const at = officeUri('file:///reports/%E6%8A%A5%E5%91%8A.docx');
    const html = textOf(await bytesOf({ to: 'html', isCheckSheet: true, file: toBase64(file) }, text, at));
    assert.match(html, /table \d+ row \d+ column \d+/u);
    assert.ok(html.includes('报告.docx'));
  });

  it('is not exported where it was read in a wrong encoding', async () => {
    const result = await exported({}, `${wrongReport}\n\uFFFD\n`);
    assert.ok(result && 'refusal' in result);
  });

  it('is asked for with its name: of others there is nothing', async () => {
    const editor = await startEditor();
    assert.equal(await editor.request('disclosureReport/export', { uri, position: { line: 0, character: 0 }, to: 'docx' }), null);
  });
});

describe('a report of last year in a Word file', () => {
  afterEach(closeEditors);

  it('begins the next one without being opened: what was carried out is carried in', async () => {
    const editor = await startEditor();
    const { text } = await readWell(docxOf(wrongReport));
    const result = await editor.request('disclosureReport/nextReport', { uri: officeUri('file:///a.docx'), position: { line: 0, character: 0 }, text });
    assert.ok(result && typeof result === 'object' && 'text' in result);
    const row = (content: string, label: string): string[] => (content.split('\n').find((line) => line.includes(label)) ?? '').split('|').map((cell) => cell.trim());
    const out = row(wrongReport, '四、结转下年度继续办理').filter((cell) => /^\d+$/u.test(cell));
    assert.ok(out.length > 6);
    assert.deepEqual(row(String(result.text), '二、上年结转政府信息公开申请数量').filter((cell) => /^\d+$/u.test(cell)), out);
  });
});
