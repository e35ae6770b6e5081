import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { strToU8 } from 'fflate';
import type { SymbolInformation, WorkspaceEdit } from 'vscode-languageserver-protocol';
import type { FolderFile } from '../../server/src/folder/index.ts';
import { folderExportMethod, folderFileMethod, folderPageMethod, fromBase64, reviewMethod } from '../../server/src/lsp/protocol.ts';
import { fixture } from '../support/fixtures.ts';
import { closeEditors, modern, startEditor, type Editor } from './editor.ts';

const uri = 'file:///reports/a.md';
const settingsUri = 'file:///reports/.disclosure-report.json';
const text = fixture('base-2021.md').replace('|  | （七）总计 |  | 12 |', '|  | （七）总计 |  | 10 |');

describe('the list of findings over the wire', () => {
  let editor: Editor;

  const entryOf = (): Promise<FolderFile> => editor.request(folderFileMethod, { uri, languageId: 'markdown', text, path: 'a.md' });

  afterEach(closeEditors);

  it('has a row a finding; what a reviewer decides stands in the settings file and in the list from then on', async () => {
    const files = new Map<string, string>();
    editor = await startEditor({ capabilities: modern, initializationOptions: { readFile: true }, folders: ['file:///reports'], files });
    const before = await entryOf();
    const [row] = before.rows;
    assert.deepEqual([before.path, before.rows.length, row?.code, row?.text, row?.status], ['a.md', 1, 'results-total', '10', undefined]);
    const decision = { status: 'kept', note: '已函询' };
    const edit: WorkspaceEdit = await editor.request(reviewMethod, { uri, code: row?.code, figure: row?.figure, text: row?.text, decision });
    const [, change] = edit.documentChanges ?? [];
    assert.ok(change && 'edits' in change);
    files.set(settingsUri, change.edits.map((one) => ('newText' in one ? one.newText : '')).join(''));
    await editor.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [] });
    const [after] = (await entryOf()).rows;
    assert.deepEqual([after?.code, after?.status, after?.note], ['results-total', 'kept', '已函询']);
  });

  it('holds reports on a form of one\'s own, which only the settings tell to be reports', async () => {
    const own = (name: string): string => readFileSync(new URL(`../../samples/自定格式/${name}`, import.meta.url), 'utf8');
    const files = new Map(['.disclosure-report.json', '便民热线.disclosure-form.json'].map((name) => [`file:///reports/${encodeURIComponent(name)}`, own(name)]));
    editor = await startEditor({ capabilities: modern, initializationOptions: { readFile: true }, folders: ['file:///reports'], files });
    const entry: FolderFile = await editor.request(folderFileMethod, {
      uri: 'file:///reports/b.md', languageId: 'markdown', text: own('青禾县2025年政务服务便民热线工作年度报告.md'), path: 'b.md',
    });
    assert.equal(entry.rows.length, 1);
  });

  it('comes as the body of a page, and as files', async () => {
    editor = await startEditor({ capabilities: modern, folders: ['file:///reports'] });
    const files = [await entryOf()];
    const list: string = await editor.request(folderPageMethod, { files, view: 'list' });
    assert.match(list, /data-at="0,0"[\s\S]*data-does="review"/u);
    const page: string = await editor.request(folderPageMethod, { files, view: 'page' });
    assert.match(page, /<svg class="chart"/u);
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
