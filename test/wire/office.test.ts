import assert from 'node:assert/strict';
import { unzipSync } from 'fflate/browser';
import { fromBase64, toBase64 } from '../../server/src/lsp/base64.ts';
import type { ReadOfficeResult, WriteOfficeResult } from '../../server/src/lsp/protocol.ts';
import { officeUri } from '../../server/src/office-address.ts';
import { docxOf } from '../support/office/docx-of.ts';
import { workbook } from '../support/office/workbook.ts';
import { closeEditors, startEditor } from './editor.ts';
import { wrongReport } from './report.ts';

const uri = 'file:///reports/%E6%8A%A5%E5%91%8A.docx';

async function read(bytes: Uint8Array): Promise<ReadOfficeResult> {
  const editor = await startEditor();
  return editor.request('disclosureReport/readOffice', { uri, bytes: toBase64(bytes) });
}

async function write(bytes: Uint8Array, text: string): Promise<WriteOfficeResult> {
  const editor = await startEditor();
  return editor.request('disclosureReport/writeOffice', { uri, bytes: toBase64(bytes), text });
}

describe('the bytes of an office file', () => {
  afterEach(closeEditors);

  it('go over the wire as they are', () => {
    const bytes = Uint8Array.from({ length: 30_000 }, (_, at) => (at * 7) % 256);
    assert.deepEqual(fromBase64(toBase64(bytes)), bytes);
    assert.deepEqual(fromBase64(toBase64(new Uint8Array())), new Uint8Array());
  });

  it('are answered with the text that is in them', async () => {
    const answer = await read(docxOf(wrongReport));
    assert.ok('text' in answer, JSON.stringify(answer));
    const rows = (text: string): string[] => text.split('\n').filter((line) => /^\|.*\d/u.test(line));
    assert.ok(rows(wrongReport).length > 20);
    assert.deepEqual(rows(answer.text), rows(wrongReport));
  });

  it('are answered with the places of the text where they are wanted', async () => {
    const editor = await startEditor();
    const answer: ReadOfficeResult = await editor.request('disclosureReport/readOffice', { uri, bytes: toBase64(docxOf(wrongReport)), withPlaces: true });
    assert.ok('text' in answer);
    const at = answer.text.indexOf('99');
    const place = answer.places?.find(({ start, end }) => start <= at && at < end);
    assert.equal(place?.where, 'table 2 row 27 column 4');
    assert.ok(answer.places?.some(({ where }) => where === 'paragraph 1'));
  });

  it('tell what of the file is left out', async () => {
    const row = '<row r="1"><c r="A1"><v>1</v></c></row>';
    const answer = await read(workbook({ sheets: [{ xml: row }, { xml: row, state: 'hidden' }] }));
    assert.ok('text' in answer);
    assert.deepEqual(answer.leftOut, ['hidden sheets are not read']);
  });

  it('that cannot be read are answered with what to do', async () => {
    for (const bytes of [new Uint8Array(), docxOf('').slice(0, 100), Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0])]) {
      const answer = await read(bytes);
      assert.ok('unread' in answer && answer.unread !== '', JSON.stringify(answer));
    }
  });

  it('come back the same where the text is the same, or differs in what no file has', async () => {
    const bytes = docxOf(wrongReport);
    const answer = await read(bytes);
    assert.ok('text' in answer);
    const aligned = answer.text.replaceAll('| 项目 |', '|项目    |').replaceAll('| --- |', '| :------: |');
    assert.notEqual(aligned, answer.text);
    for (const text of [answer.text, aligned]) {
      const written = await write(bytes, text);
      assert.ok('bytes' in written, JSON.stringify(written));
      assert.deepEqual(fromBase64(written.bytes), bytes);
    }
  });

  it('come back with the changed cell in them and everything else as it was', async () => {
    const bytes = docxOf(wrongReport);
    const answer = await read(bytes);
    assert.ok('text' in answer);
    const text = answer.text.replace('| （七）总计 |  | 99 |', '| （七）总计 |  | 12 |');
    assert.notEqual(text, answer.text);
    const written = await write(bytes, text);
    assert.ok('bytes' in written, JSON.stringify(written));
    const changed = fromBase64(written.bytes);
    assert.deepEqual(await read(changed), { text });
    const [before, after] = [unzipSync(bytes), unzipSync(changed)];
    assert.deepEqual(Object.keys(after), Object.keys(before));
    assert.deepEqual(Object.keys(after).filter((name) => !Buffer.from(after[name] ?? []).equals(before[name] ?? new Uint8Array())), ['word/document.xml']);
  });

  it('are refused where a row was put in, and its line is named', async () => {
    const bytes = docxOf(wrongReport);
    const answer = await read(bytes);
    assert.ok('text' in answer);
    const row = '| （七）总计 |  | 99 |';
    const line = answer.text.slice(0, answer.text.indexOf(row)).split('\n').length - 1;
    const text = answer.text.split('\n').toSpliced(line, 0, '|  | （九）新的一行 |  | 1 | 0 | 0 | 0 | 0 | 0 | 1 |').join('\n');
    const written = await write(bytes, text);
    assert.ok('refused' in written, JSON.stringify(written));
    assert.deepEqual(written.refused.map((refused) => refused.line), [line]);
    assert.ok(written.refused.every(({ message }) => message !== ''));
  });

  it('are left alone where the text lost characters, and the line is named', async () => {
    const bytes = docxOf(wrongReport);
    const answer = await read(bytes);
    assert.ok('text' in answer);
    const written = await write(bytes, answer.text.replace('\n\n', '\n\n\uFFFD'));
    assert.ok('refused' in written, JSON.stringify(written));
    assert.deepEqual(written.refused.map(({ line }) => line), [answer.text.slice(0, answer.text.indexOf('\n\n') + 2).split('\n').length - 1]);
  });
});

describe('a document with the text of an office file', () => {
  afterEach(closeEditors);

  it('has the settings of the folder that the file is in, and no comments that silence', async () => {
    const files = new Map([['file:///reports/.disclosure-report.json', '{ "ignore": [{ "file": "*.docx", "code": "balance" }], "severity": { "results-total": "hint" } }']]);
    const editor = await startEditor({ files, folders: ['file:///reports'] });
    const document = officeUri(uri);
    await editor.open(document, wrongReport, 'disclosure-report');
    const { items } = await editor.request<{ items: { code: string; severity: number; range: object }[] }>('textDocument/diagnostic', { textDocument: { uri: document } });
    const finding = items.find(({ code }) => code === 'results-total');
    assert.equal(finding?.severity, 4);
    const actions = await editor.request<{ title: string; data?: object }[]>('textDocument/codeAction', {
      textDocument: { uri: document }, range: finding.range, context: { diagnostics: [finding], triggerKind: 1 },
    });
    const titles = actions.map(({ title }) => title);
    assert.ok(titles.some((title) => title.includes('settings file')), titles.join('\n'));
    assert.ok(!titles.some((title) => /comment|Convert|Align/u.test(title)), titles.join('\n'));
    const ignore = actions.find(({ title }) => title.includes('settings file'));
    const resolved = await editor.request<{ edit?: { documentChanges: { textDocument: { uri: string }; edits: { newText: string }[] }[] } }>('codeAction/resolve', ignore as object);
    const [change] = resolved.edit?.documentChanges ?? [];
    assert.equal(change?.textDocument.uri, 'file:///reports/.disclosure-report.json');
    assert.match(change.edits[0]?.newText ?? '', /"file": "报告\.docx"/u);
  });
});
