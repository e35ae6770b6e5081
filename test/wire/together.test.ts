import assert from 'node:assert/strict';
import type { CodeAction, Diagnostic, FullDocumentDiagnosticReport, PublishDiagnosticsParams } from 'vscode-languageserver-protocol';
import type { CheckFileParams, CheckFileResult } from '../../server/src/lsp/protocol.ts';
import { carryMore, filesOf, planted, plantedBook } from '../support/planted-book.ts';
import { makeYearbook, textOf, unitNames } from '../support/yearbook.ts';
import { closeEditors, plain, startEditor, type Editor } from './editor.ts';
import { rangeOf } from './report.ts';

const [, , , unit = ''] = unitNames(4);
const book = makeYearbook({ seed: 3, units: 4, years: [2022, 2023], changes: new Map([[`${unit} 2023`, carryMore]]) });
const [last, now] = [2022, 2023].map((year) => textOf(book.reports.find((report) => report.unit === unit && report.year === year) as never).text) as [string, string];
const [lastUri, nowUri] = ['file:///reports/2022.md', 'file:///reports/2023.md'];

/** Where last year's report carries out requests of natural persons, and how many. */
const carriedOut = cellOf(last, '四、结转下年度继续办理');
const carriedIn = cellOf(now, '二、上年结转政府信息公开申请数量');

function cellOf(text: string, label: string): { readonly range: ReturnType<typeof rangeOf>; readonly value: number } {
  const line = text.indexOf(label);
  const [, gap = '', number = ''] = /^([^\n]*?\|\s*)(\d+)/u.exec(text.slice(line + label.length)) ?? [];
  const start = line + label.length + gap.length;
  return { range: rangeOf(text, start, number.length), value: Number(number) };
}

async function pull(editor: Editor, uri: string): Promise<readonly Diagnostic[]> {
  return (await editor.request<FullDocumentDiagnosticReport>('textDocument/diagnostic', { textDocument: { uri } })).items;
}

const codes = (diagnostics: readonly Diagnostic[]): unknown[] => diagnostics.map(({ code }) => code);

describe('two years\' reports that are open', () => {
  afterEach(closeEditors);

  it('are compared at once when either changes, and the editor is told to ask again', async () => {
    const editor = await startEditor();
    await editor.open(nowUri, now);
    assert.deepEqual(codes(await pull(editor, nowUri)), []);
    await editor.open(lastUri, last);
    await editor.until(() => editor.notifications.some(({ method }) => method === 'workspace/diagnostic/refresh'));
    const [found, ...others] = await pull(editor, nowUri);
    assert.deepEqual([found?.code, others], ['carry-over', []]);
    assert.deepEqual(found?.range, carriedIn.range);
    assert.deepEqual(found.relatedInformation?.map(({ location }) => location), [{ uri: lastUri, range: carriedOut.range }]);
    await editor.change(lastUri, 2, carriedOut.range, String(carriedIn.value));
    assert.deepEqual(codes(await pull(editor, nowUri)), []);
    await editor.close(lastUri);
    assert.deepEqual(codes(await pull(editor, nowUri)), []);
  });

  it('are pushed to an editor that does not ask', async () => {
    const editor = await startEditor({ capabilities: plain });
    await editor.open(nowUri, now);
    await editor.open(lastUri, last);
    const lastOf = (uri: string): PublishDiagnosticsParams | undefined => editor.published.findLast((one) => one.uri === uri);
    await editor.until(() => lastOf(nowUri)?.diagnostics.length === 1);
    await editor.change(lastUri, 2, carriedOut.range, String(carriedIn.value));
    await editor.until(() => lastOf(nowUri)?.diagnostics.length === 0);
  });

  it('offer at the title to say in the settings file what the organ was called, and which units a government has', async () => {
    const files = new Map([['file:///reports/.disclosure-report.json', '{ "organs": {} }']]);
    const editor = await startEditor({ files });
    const former = last.replaceAll(unit, `${unit.slice(0, 4)}体育中心`);
    await editor.open(nowUri, now);
    await editor.open(lastUri, former);
    const ask = async (uri: string): Promise<CodeAction[]> => editor.request('textDocument/codeAction', {
      textDocument: { uri }, range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, context: { diagnostics: [] },
    });
    const [action] = (await ask(nowUri)).filter(({ title }) => title.includes('was called'));
    assert.ok(action);
    assert.ok(action.title.includes(`${unit.slice(0, 4)}体育中心`), action.title);
    const { edit } = await editor.request<CodeAction>('codeAction/resolve', action);
    assert.match(JSON.stringify(edit), /体育中心/u);

    await editor.open('file:///reports/whole.md', now.replaceAll(unit, '青禾县人民政府'));
    const [units] = (await ask('file:///reports/whole.md')).filter(({ title }) => title.includes('to check the sums'));
    const resolved = await editor.request<CodeAction>('codeAction/resolve', units as CodeAction);
    assert.match(JSON.stringify(resolved.edit), new RegExp(`hierarchy.*青禾县.*${unit}`, 'u'));
  });

  it('show in a figure what it was last year', async () => {
    const editor = await startEditor();
    await editor.open(nowUri, now);
    await editor.open(lastUri, last);
    const received = cellOf(now, '一、本年新收政府信息公开申请数量');
    const before = cellOf(last, '一、本年新收政府信息公开申请数量').value;
    const hover = await editor.request<{ contents: { value: string } }>('textDocument/hover', { textDocument: { uri: nowUri }, position: received.range.start });
    assert.match(hover.contents.value, new RegExp(`Last year: ${before}\\b`, 'u'));
  });
});

describe('a folder of files that are not open', () => {
  afterEach(closeEditors);

  const ask = (editor: Editor, uri: string, text: string): Promise<CheckFileResult> =>
    editor.request('disclosureReport/checkFile', { uri, languageId: 'markdown', text } satisfies CheckFileParams);

  it('shows what the command line shows, in whatever order its files come', async () => {
    const files = filesOf(plantedBook());
    const texts = new Map(Object.entries(files).filter(([path]) => path.endsWith('.md')).map(([path, text]) => [`file:///folder/${path}`, text]));
    const editor = await startEditor({
      initializationOptions: { checksFiles: true }, folders: ['file:///folder'],
      files: new Map([['file:///folder/.disclosure-report.json', files['.disclosure-report.json'] ?? '']]),
    });
    const found = new Map<string, readonly Diagnostic[]>();
    for (const [uri, text] of [...texts].reverse()) {
      found.set(uri, (await ask(editor, uri, text)).diagnostics);
    }
    for (const uri of await editor.request<readonly string[]>('disclosureReport/staleFiles', {})) {
      found.set(uri, (await ask(editor, uri, texts.get(uri) ?? '')).diagnostics);
    }
    assert.deepEqual(await editor.request('disclosureReport/staleFiles', {}), []);
    assert.deepEqual([...found].flatMap(([uri, some]) => codes(some).map((code) => `${uri.replace('file:///folder/', '')} ${String(code)}`)).sort(),
      planted.map((one) => one.split(' ').slice(0, 2).join(' ')).sort());
  }).timeout(120_000);

  it('is told of when an open report changes what is found in one of its files', async () => {
    const editor = await startEditor({ initializationOptions: { checksFiles: true } });
    assert.deepEqual(codes((await ask(editor, nowUri, now)).diagnostics), []);
    await editor.open(lastUri, last);
    await editor.settled();
    editor.rest();
    await editor.until(() => editor.notifications.some(({ method }) => method === 'disclosureReport/filesConcerned'));
    assert.deepEqual(await editor.request('disclosureReport/staleFiles', {}), [nowUri]);
    assert.deepEqual(codes((await ask(editor, nowUri, now)).diagnostics), ['carry-over']);
    await editor.request('disclosureReport/forgetFiles', { uris: [nowUri] });
    assert.deepEqual(await editor.request('disclosureReport/staleFiles', {}), []);
  });
});
