import assert from 'node:assert/strict';
import type {
  FullDocumentDiagnosticReport, WorkspaceDiagnosticReport, WorkspaceDocumentDiagnosticReport, WorkspaceFullDocumentDiagnosticReport,
} from 'vscode-languageserver-protocol';
import { closeEditors, modern, startEditor, unreadable, type Editor, type EditorOptions } from './editor.ts';
import { rightReport, wrongRange, wrongReport } from './report.ts';

const folder = 'file:///reports';
const [wrong, right, minutes] = [`${folder}/a.md`, `${folder}/b.md`, `${folder}/minutes.md`];
const rightOfOther = rightReport.replaceAll('澄溪县档案局', '澄溪县水务局');

function filesNow(): Map<string, string> {
  return new Map([[wrong, wrongReport], [right, rightOfOther], [minutes, '# 会议记录\n']]);
}

function start(files: Map<string, string>, options: EditorOptions = {}): Promise<Editor> {
  return startEditor({ files, folders: [folder], readsFolders: true, ...options });
}

async function pull(editor: Editor, before: readonly WorkspaceDocumentDiagnosticReport[] = [], more: object = {}): Promise<WorkspaceDocumentDiagnosticReport[]> {
  const previousResultIds = before.flatMap(({ uri, resultId }) => (resultId === undefined ? [] : [{ uri, value: resultId }]));
  return (await editor.request<WorkspaceDiagnosticReport>('workspace/diagnostic', { previousResultIds, ...more })).items;
}

/** What a report of the workspace says of each file: the codes, or that nothing has changed. */
function said(items: readonly WorkspaceDocumentDiagnosticReport[]): Record<string, unknown> {
  return Object.fromEntries(items.map((item) => [item.uri, item.kind === 'full' ? item.items.map(({ code }) => code) : item.kind]));
}

describe('findings of files that are not open, for an editor that asks', () => {
  afterEach(closeEditors);

  it('are offered by a server that reads folders, to who does not have files checked itself', async () => {
    const offered = async (options: EditorOptions): Promise<unknown> =>
      (await startEditor(options)).initialized.capabilities.diagnosticProvider?.workspaceDiagnostics;
    assert.equal(await offered({ readsFolders: true }), true);
    assert.equal(await offered({}), false);
    assert.equal(await offered({ readsFolders: true, initializationOptions: { checksFiles: true } }), false);
  });

  it('are those of the open report, at the same places, and nothing is said of other files', async () => {
    const editor = await start(filesNow());
    const items = await pull(editor);
    assert.deepEqual(said(items), { [wrong]: ['results-total'], [right]: [] });
    assert.deepEqual((items[0] as WorkspaceFullDocumentDiagnosticReport).items[0]?.range, wrongRange);
    assert.ok(items.every(({ version }) => version === null));
  });

  it('are not sent again until the file is written', async () => {
    const files = filesNow();
    const editor = await start(files);
    const first = await pull(editor);
    assert.deepEqual(said(await pull(editor, first)), { [wrong]: 'unchanged', [right]: 'unchanged' });
    files.set(wrong, rightReport);
    assert.deepEqual(said(await pull(editor, first)), { [wrong]: [], [right]: 'unchanged' });
    assert.deepEqual(said(await pull(editor)), { [wrong]: [], [right]: [] });
  });

  it('are taken back where the file is gone, or is a report no more', async () => {
    const files = filesNow();
    const editor = await start(files);
    const first = await pull(editor);
    files.delete(wrong);
    files.set(right, '# 会议记录\n');
    const second = await pull(editor, first);
    assert.deepEqual(said(second), { [wrong]: [], [right]: [] });
    assert.deepEqual(await pull(editor, second), []);
  });

  it('leave out what is open, and take back what was said of it before', async () => {
    const editor = await start(filesNow());
    const first = await pull(editor);
    await editor.open(wrong, wrongReport);
    const second = await pull(editor, first);
    assert.deepEqual(said(second), { [wrong]: [], [right]: 'unchanged' });
    const open = await editor.request<FullDocumentDiagnosticReport>('textDocument/diagnostic', { textDocument: { uri: wrong } });
    assert.deepEqual(open.items.map(({ code }) => code), ['results-total']);
    await editor.close(wrong);
    assert.deepEqual(said(await pull(editor, second)), { [wrong]: ['results-total'], [right]: 'unchanged' });
  });

  it('come file by file to an editor that takes parts', async () => {
    const editor = await start(filesNow());
    const parts: WorkspaceDocumentDiagnosticReport[] = [];
    editor.connection.onNotification('$/progress', ({ value }: { value: WorkspaceDiagnosticReport }) => void parts.push(...value.items));
    assert.deepEqual(await pull(editor, [], { partialResultToken: 'parts' }), []);
    assert.deepEqual(said(parts), { [wrong]: ['results-total'], [right]: [] });
  });

  it('compare files with each other and with what is open, and the editor is told to ask again', async () => {
    const files = new Map([[wrong, rightReport], [right, rightReport]]);
    const editor = await start(files);
    const first = await pull(editor);
    assert.deepEqual(said(first), { [wrong]: ['duplicate-report'], [right]: ['duplicate-report'] });
    await editor.open(right, rightOfOther);
    await editor.request('textDocument/diagnostic', { textDocument: { uri: right } });
    assert.ok(editor.rest() > 0);
    await editor.until(() => editor.notifications.some(({ method }) => method === 'workspace/diagnostic/refresh'));
    assert.deepEqual(said(await pull(editor, first)), { [wrong]: [], [right]: [] });
  });

  it('follow the settings', async () => {
    const editor = await start(filesNow());
    const first = await pull(editor);
    editor.settings = { severity: { 'results-total': 'off' } };
    await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await editor.until(() => editor.notifications.some(({ method }) => method === 'workspace/diagnostic/refresh'));
    assert.deepEqual(said(await pull(editor, first)), { [wrong]: [], [right]: [] });
  });

  it('are given of all other files where one cannot be read, and it is named', async () => {
    const files = filesNow();
    const locked = `${folder}/0.md`;
    files.set(locked, unreadable);
    const editor = await start(files);
    assert.deepEqual(said(await pull(editor)), { [wrong]: ['results-total'], [right]: [] });
    await editor.until(() => editor.log.some((line) => line.includes(locked)));
  });

  it('are refused where it is not said what was told before', async () => {
    const editor = await start(filesNow());
    await assert.rejects(editor.request('workspace/diagnostic', {}), /previousResultIds/u);
  });

  it('are none where nobody reads folders', async () => {
    const editor = await startEditor({ capabilities: modern, folders: [folder], files: filesNow() });
    assert.deepEqual(await pull(editor), []);
  });
});
