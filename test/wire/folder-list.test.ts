import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { strToU8 } from 'fflate';
import type { SymbolInformation, WorkspaceEdit } from 'vscode-languageserver-protocol';
import { checkFileMethod, folderExportMethod, folderPageMethod, forgetFilesMethod, fromBase64, reviewMethod, settingsChangedMethod, type FolderPage, type FolderView } from '../../server/src/lsp/protocol.ts';
import { fixture } from '../support/fixtures.ts';
import { closeEditors, modern, startEditor, type Editor } from './editor.ts';

const uri = 'file:///reports/a.md';
const settingsUri = 'file:///reports/.disclosure-report.json';
const text = fixture('base-2021.md').replace('|  | （七）总计 |  | 12 |', '|  | （七）总计 |  | 10 |');

describe('the list of findings over the wire', () => {
  let editor: Editor;

  const files = [{ uri, path: 'a.md' }];
  const check = (): Promise<unknown> => editor.request(checkFileMethod, { uri, languageId: 'markdown', text });
  const page = (view: FolderView = 'list'): Promise<FolderPage> => editor.request(folderPageMethod, { files, view });

  afterEach(closeEditors);

  it('has a row a finding; what a reviewer decides stands in the settings file and in the list from then on', async () => {
    const onDisk = new Map<string, string>();
    editor = await startEditor({ capabilities: modern, initializationOptions: { readFile: true, checksFiles: true }, folders: ['file:///reports'], files: onDisk });
    await check();
    const [before] = (await page()).files;
    const [row] = before?.rows ?? [];
    assert.deepEqual([before?.path, before?.rows.length, row?.code, row?.text, row?.status], ['a.md', 1, 'results-total', '10', undefined]);
    const decision = { status: 'kept', note: '已函询' };
    const edit: WorkspaceEdit = await editor.request(reviewMethod, { uri, code: row?.code, figure: row?.figure, text: row?.text, decision });
    const [, change] = edit.documentChanges ?? [];
    assert.ok(change && 'edits' in change);
    onDisk.set(settingsUri, change.edits.map((one) => ('newText' in one ? one.newText : '')).join(''));
    assert.deepEqual(await tellsOfSettings(), { areFindingsOthers: false });
    const [after] = (await page()).files[0]?.rows ?? [];
    assert.deepEqual([after?.code, after?.status, after?.note], ['results-total', 'kept', '已函询']);
    onDisk.set(settingsUri, JSON.stringify({ ignore: [{ code: 'results-total' }] }));
    assert.deepEqual(await tellsOfSettings(), { areFindingsOthers: true });
  });

  /** What the client is told after settings files were written. */
  async function tellsOfSettings(): Promise<unknown> {
    const told = new Promise((resolve) => editor.connection.onNotification(settingsChangedMethod, resolve));
    await editor.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [] });
    return told;
  }

  it('names the files that were not checked, and shows open reports as they stand', async () => {
    editor = await startEditor({ capabilities: modern, folders: ['file:///reports'] });
    const before = await page();
    assert.deepEqual([before.files, before.unknown], [[], [uri]]);
    await check();
    assert.equal((await page()).files[0]?.rows.length, 1);
    await editor.open(uri, fixture('base-2021.md'));
    assert.equal((await page()).files[0]?.rows.length, 0);
    await editor.request(forgetFilesMethod, {});
    assert.deepEqual((await page()).unknown, []);
  });

  it('holds reports on a form of one\'s own, which only the settings tell to be reports', async () => {
    const own = (name: string): string => readFileSync(new URL(`../../samples/自定格式/${name}`, import.meta.url), 'utf8');
    const onDisk = new Map(['.disclosure-report.json', '便民热线.disclosure-form.json'].map((name) => [`file:///reports/${encodeURIComponent(name)}`, own(name)]));
    editor = await startEditor({ capabilities: modern, initializationOptions: { readFile: true }, folders: ['file:///reports'], files: onDisk });
    await editor.request(checkFileMethod, { uri, languageId: 'markdown', text: own('青禾县2025年政务服务便民热线工作年度报告.md') });
    assert.equal((await page()).files[0]?.rows.length, 1);
  });

  it('comes as the body of a page, and as files', async () => {
    editor = await startEditor({ capabilities: modern, folders: ['file:///reports'] });
    await check();
    assert.match((await page()).body, /data-at="0,0"[\s\S]*data-does="review"/u);
    assert.match((await page('page')).body, /<svg class="chart"/u);
    const csv = fromBase64(await editor.request(folderExportMethod, { files, to: 'csv', language: 'en' }));
    assert.deepEqual([...csv.slice(0, 3)], [...strToU8('\uFEFF')]);
  });
});

describe('symbols of the workspace', () => {
  afterEach(closeEditors);

  it('are reports by organ and year, those of files that are not open too, and the rows of open ones', async () => {
    const editor = await startEditor({ capabilities: modern, initializationOptions: { checksFiles: true }, folders: ['file:///reports'] });
    await editor.open(uri, text);
    const other = text.replaceAll('澄溪县档案局', '青禾县民政局');
    await editor.request('disclosureReport/checkFile', { uri: 'file:///reports/b.md', languageId: 'markdown', text: other });
    const find = async (query: string): Promise<unknown> => (await editor.request<SymbolInformation[]>('workspace/symbol', { query }))
      .map(({ name, containerName, location }) => [name, containerName, location.uri.split('/').at(-1)]);
    assert.deepEqual(await find('民政局'), [['青禾县民政局, year 2024', undefined, 'b.md']]);
    assert.deepEqual(await find('档案局 结转下年度'), [['四、结转下年度继续办理', '澄溪县档案局, year 2024', 'a.md']]);
    assert.deepEqual(await find('没有的'), []);
  });
});
