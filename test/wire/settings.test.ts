import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { CodeAction, FullDocumentDiagnosticReport, RegistrationParams, TextEdit } from 'vscode-languageserver-protocol';
import type { ReportState } from '../../server/src/service-types.ts';
import { closeEditors, plain, startEditor, type Editor } from './editor.ts';
import { asOf } from '../unit/cli/call.ts';
import { applyEdits, rangeOf, rightReport, uri, wrongRange, wrongReport } from './report.ts';

async function severities(editor: Editor, of = uri): Promise<(number | undefined)[]> {
  const report = await editor.request<FullDocumentDiagnosticReport>('textDocument/diagnostic', { textDocument: { uri: of } });
  return report.items.map(({ severity }) => severity);
}

const hint = '{ "severity": { "results-total": "hint" } }';

describe('settings', () => {
  afterEach(closeEditors);

  it('of the editor count from the first answer on', async () => {
    const editor = await startEditor({ settings: { severity: { 'results-total': 'warning' } } });
    await editor.open(uri, wrongReport);
    assert.deepEqual(await severities(editor), [2]);
  });

  it('are watched: the editor is asked to tell of changes', async () => {
    const editor = await startEditor();
    await editor.until(() => editor.notifications.filter(({ method }) => method === 'client/registerCapability').length === 2);
    const registered = editor.notifications.filter(({ method }) => method === 'client/registerCapability')
      .flatMap(({ params }) => (params as RegistrationParams).registrations.map(({ method }) => method));
    assert.deepEqual(registered, ['workspace/didChangeConfiguration', 'workspace/didChangeWatchedFiles']);
  });

  it('of the nearest file count, and the editor overrides them', async () => {
    const files = new Map([
      ['file:///.disclosure-report.json', '{ "severity": { "results-total": "off" } }'],
      ['file:///reports/.disclosure-report.json', hint],
    ]);
    const editor = await startEditor({ files });
    await editor.open(uri, wrongReport);
    assert.deepEqual(await severities(editor), [4]);
    const other = await startEditor({ files, settings: { severity: { 'results-total': 'information' } } });
    await other.open(uri, wrongReport);
    assert.deepEqual(await severities(other), [3]);
  });

  it('are looked for up to the folder that is open, and no higher', async () => {
    const above = new Map([['file:///.disclosure-report.json', hint]]);
    const inFolder = await startEditor({ files: above, folders: ['file:///reports'] });
    await inFolder.open(uri, wrongReport);
    assert.deepEqual(await severities(inFolder), [1]);
    const alone = await startEditor({ files: above });
    await alone.open(uri, wrongReport);
    assert.deepEqual(await severities(alone), [1]);
    const open = await startEditor({ files: above, folders: ['file:///'] });
    await open.open(uri, wrongReport);
    assert.deepEqual(await severities(open), [4]);
  });

  it('silence what a file names, and come anew when the file is written', async () => {
    const files = new Map([['file:///reports/.disclosure-report.json',
      '{ "ignore": [{ "file": "report.md", "code": "results-total" }] }']]);
    const editor = await startEditor({ files });
    await editor.open(uri, wrongReport);
    await editor.open('file:///reports/other.md', asOf('澄溪县水务局', wrongReport));
    assert.deepEqual(await severities(editor), []);
    assert.deepEqual(await severities(editor, 'file:///reports/other.md'), [1]);
    files.clear();
    await editor.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [] });
    await editor.until(() => editor.notifications.some(({ method }) => method === 'workspace/diagnostic/refresh'));
    assert.deepEqual(await severities(editor), [1]);
  });

  it('name forms of one\'s own, which reports are read against as soon as their file is there', async () => {
    const missing = 'Row "（三）9.属于工作秘密事项" of the form is missing.';
    const form = readFileSync(new URL('../fixtures/forms/2031.disclosure-form.json', import.meta.url), 'utf8').replace('"from": 2031', '"from": 2022');
    const files = new Map([['file:///reports/.disclosure-report.json', '{ "forms": ["表样/2031.disclosure-form.json"] }']]);
    const editor = await startEditor({ files });
    await editor.open(uri, rightReport);
    assert.deepEqual(await severities(editor), []);
    assert.ok(editor.messages.some((message) => message.includes('.disclosure-report.json:1:13 The form file 表样/2031.disclosure-form.json cannot be read.')));
    files.set(`file:///reports/${encodeURIComponent('表样')}/2031.disclosure-form.json`, form);
    await editor.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [] });
    await editor.until(() => editor.notifications.some(({ method }) => method === 'workspace/diagnostic/refresh'));
    const report = await editor.request<FullDocumentDiagnosticReport>('textDocument/diagnostic', { textDocument: { uri } });
    assert.ok(report.items.some(({ message }) => message === missing), JSON.stringify(report.items));
  });

  it('of virtual folders are read through the editor', async () => {
    const files = new Map([['vscode-vfs://github/reports/.disclosure-report.json', hint]]);
    const editor = await startEditor({ files, folders: ['vscode-vfs://github/reports'], initializationOptions: { readFile: true } });
    const virtual = 'vscode-vfs://github/reports/a/report.md';
    await editor.open(virtual, wrongReport);
    assert.deepEqual(await severities(editor, virtual), [4]);
  });

  it('count in every answer from the first one on: nothing is said of a document whose settings are being read', async () => {
    const editor = await startEditor({ settings: { severity: { 'results-total': 'warning' } }, initializationOptions: { states: true } });
    await editor.open(uri, wrongReport);
    const [state] = await editor.request<readonly ReportState[]>('disclosureReport/states', { uri });
    assert.deepEqual(state?.counts, { error: 0, warning: 1, information: 0, hint: 0 });
  });

  it('that change are told to who shows the states of reports', async () => {
    const editor = await startEditor({ initializationOptions: { states: true } });
    await editor.open(uri, wrongReport);
    const told = (): number => editor.notifications.filter(({ method }) => method === 'disclosureReport/statesChanged').length;
    await editor.until(() => told() === 1);
    editor.settings = { severity: { 'results-total': 'hint' } };
    await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await editor.until(() => told() === 2);
    const [state] = await editor.request<readonly ReportState[]>('disclosureReport/states', { uri });
    assert.deepEqual(state?.counts, { error: 0, warning: 0, information: 0, hint: 1 });
  });

  it('of each folder count for its own reports, of folders that come later too', async () => {
    const editor = await startEditor({
      folders: ['file:///reports', 'file:///reports/b'],
      folderSettings: { 'file:///reports/b': { severity: { 'results-total': 'warning' } }, 'file:///c': { severity: { 'results-total': 'hint' } } },
    });
    for (const [of, organ] of [['file:///reports/a.md', '澄溪县水务局'], ['file:///reports/b/b.md', '澄溪县民政局'], ['file:///c/c.md', '澄溪县财政局']] as const) {
      await editor.open(of, asOf(organ, wrongReport));
    }
    assert.deepEqual(await severities(editor, 'file:///reports/a.md'), [1]);
    assert.deepEqual(await severities(editor, 'file:///reports/b/b.md'), [2]);
    assert.deepEqual(await severities(editor, 'file:///c/c.md'), [1]);
    await editor.connection.sendNotification('workspace/didChangeWorkspaceFolders',
      { event: { added: [{ uri: 'file:///c', name: 'c' }], removed: [{ uri: 'file:///reports/b', name: 'b' }] } });
    await editor.until(() => editor.notifications.some(({ method }) => method === 'workspace/diagnostic/refresh'));
    assert.deepEqual(await severities(editor, 'file:///c/c.md'), [4]);
    assert.deepEqual(await severities(editor, 'file:///reports/b/b.md'), [1]);
  });

  it('of the first folder count for a document that has none', async () => {
    const files = new Map([['file:///reports/.disclosure-report.json', hint]]);
    const editor = await startEditor({ files, folders: ['file:///reports'] });
    await editor.open('untitled:Untitled-1', wrongReport);
    assert.deepEqual(await severities(editor, 'untitled:Untitled-1'), [4]);
  });

  it('that are faulty are named with their place, and the rest counts', async () => {
    const files = new Map([['file:///reports/.disclosure-report.json',
      '{\n  "nonsense": 1,\n  "severity": { "results-total": "hint", "no-such-rule": "off" }\n}']]);
    const editor = await startEditor({ files });
    await editor.open(uri, wrongReport);
    assert.deepEqual(await severities(editor), [4]);
    assert.equal(editor.messages.length, 1);
    assert.match(editor.messages[0] ?? '', /reports\/\.disclosure-report\.json:2:3 .*nonsense/);
    assert.ok(editor.log.some((line) => /json:3:\d+ .*no-such-rule/.test(line)));
  });

  it('of the editor that are unknown are named in the log', async () => {
    const editor = await startEditor({ settings: { severity: { 'no-such-rule': 'off', 'results-total': 'loud' } } });
    await editor.open(uri, wrongReport);
    assert.deepEqual(await severities(editor), [1]);
    assert.ok(editor.log.some((line) => line.includes('no-such-rule')));
    assert.ok(editor.log.some((line) => line.includes('"results-total"')));
  });

  it('in an open settings file are checked as a text of their own', async () => {
    const editor = await startEditor();
    const file = 'file:///reports/.disclosure-report.json';
    await editor.open(file, '{ "severity": [] }', 'json');
    const report = await editor.request<FullDocumentDiagnosticReport>('textDocument/diagnostic', { textDocument: { uri: file } });
    assert.deepEqual(report.items.map(({ code, severity }) => ({ code, severity })), [{ code: 'settings-file', severity: 2 }]);
    assert.deepEqual(await editor.request('textDocument/documentSymbol', { textDocument: { uri: file } }), []);
  });

  it('come with the notification of an editor that cannot be asked', async () => {
    const editor = await startEditor({ capabilities: plain });
    await editor.open(uri, wrongReport);
    await editor.until(() => editor.published.length > 0);
    await editor.connection.sendNotification('workspace/didChangeConfiguration',
      { settings: { disclosureReport: { severity: { 'results-total': 'off' } } } });
    await editor.until(() => editor.published.at(-1)?.diagnostics.length === 0);
  });
});

describe('silencing in the settings file', () => {
  afterEach(closeEditors);
  const file = 'file:///reports/.disclosure-report.json';

  async function silence(editor: Editor): Promise<CodeAction> {
    const actions = await editor.request<CodeAction[]>('textDocument/codeAction',
      { textDocument: { uri }, range: wrongRange, context: { diagnostics: [], only: ['quickfix'] } });
    const action = actions.find(({ title }) => title.includes('settings file'));
    assert.ok(action && action.edit === undefined);
    return editor.request('codeAction/resolve', action);
  }

  it('makes the file where there is none, at the top of the folder', async () => {
    const editor = await startEditor({ folders: ['file:///reports'] });
    await editor.open(uri, wrongReport);
    const { edit } = await silence(editor);
    const [create, change] = edit?.documentChanges ?? [];
    assert.deepEqual(create, { kind: 'create', uri: file, options: { ignoreIfExists: true } });
    assert.ok(change && 'edits' in change);
    assert.deepEqual(JSON.parse(applyEdits('', change.edits as TextEdit[])), {
      ignore: [{ file: 'report.md', code: 'results-total', figure: 'requests.resultsTotal.naturalPerson', text: '99' }],
    });
  });

  it('adds to the file that there is, and the text of an open one counts at once', async () => {
    const text = '{\n  // ours\n  "severity": { "results-total": "warning" }\n}\n';
    const editor = await startEditor({ files: new Map([[file, text]]) });
    await editor.open(uri, wrongReport);
    assert.deepEqual(await severities(editor), [2]);
    const { edit } = await silence(editor);
    const [change, ...others] = edit?.documentChanges ?? [];
    assert.deepEqual(others, []);
    assert.ok(change && 'edits' in change);
    assert.equal(change.textDocument.uri, file);
    const changed = applyEdits(text, change.edits as TextEdit[]);
    assert.ok(changed.includes('// ours'));
    await editor.open(file, changed, 'jsonc');
    await editor.until(() => editor.notifications.some(({ method }) => method === 'workspace/diagnostic/refresh'));
    assert.deepEqual(await severities(editor), []);
    await editor.close(file);
    await editor.until(() => editor.notifications.filter(({ method }) => method === 'workspace/diagnostic/refresh').length === 2);
    assert.deepEqual(await severities(editor), [2]);
  });

  it('leaves a broken file as it is, and says why', async () => {
    const editor = await startEditor({ files: new Map([[file, '{ "severity": ']]) });
    await editor.open(uri, wrongReport);
    assert.equal((await silence(editor)).edit, undefined);
    assert.ok(editor.messages.some((message) => message.includes('no valid JSON')));
  });

  it('leaves a file alone in which the entry would not count, and says so', async () => {
    const editor = await startEditor({ files: new Map([[file, '{ "ignore": [], "ignore": [] }']]) });
    await editor.open(uri, wrongReport);
    assert.equal((await silence(editor)).edit, undefined);
    assert.ok(editor.messages.some((message) => message.includes('would not count')));
  });

  it('says how many findings an entry silences, where others say the same', async () => {
    const blanks = rightReport.replace('| 12 | 2 | 0 | 0 | 0 | 0 | 14 |\n| 二', '| 12 | 2 |  |  |  |  | 14 |\n| 二')
      .replace('重复申请 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |', '重复申请 | 1 |  |  |  |  | 0 | 1 |');
    const one = rangeOf(blanks, blanks.indexOf('| 12 | 2 |  |') + 10, 1);
    const editor = await startEditor({ locale: 'en' });
    await editor.open(uri, blanks);
    const actions = await editor.request<CodeAction[]>('textDocument/codeAction', { textDocument: { uri }, range: one, context: { diagnostics: [], only: ['quickfix'] } });
    assert.deepEqual(actions.map(({ title }) => title).filter((title) => title.includes('settings file')),
      ['Ignore the 2 findings “blank-cell” with the same text in the settings file']);
  });
});
