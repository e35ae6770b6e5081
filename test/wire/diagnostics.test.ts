import assert from 'node:assert/strict';
import type { Diagnostic, DocumentDiagnosticReport, FullDocumentDiagnosticReport } from 'vscode-languageserver-protocol';
import { closeEditors, modern, plain, startEditor, type Editor } from './editor.ts';
import { rightReport, uri, wrongRange, wrongReport } from './report.ts';

async function pull(editor: Editor, previousResultId?: string): Promise<DocumentDiagnosticReport> {
  return editor.request('textDocument/diagnostic', { textDocument: { uri }, previousResultId });
}

async function pullFull(editor: Editor): Promise<FullDocumentDiagnosticReport> {
  const report = await pull(editor);
  assert.equal(report.kind, 'full');
  return report as FullDocumentDiagnosticReport;
}

describe('diagnostics for an editor that asks', () => {
  afterEach(closeEditors);

  it('are offered, and given with place, code, page and operands', async () => {
    const editor = await startEditor({ initializationOptions: { rulePages: 'file:///extension/docs/rules/' } });
    assert.deepEqual(editor.initialized.capabilities.diagnosticProvider,
      { identifier: 'disclosure-report', interFileDependencies: true, workspaceDiagnostics: false });
    await editor.open(uri, wrongReport);
    const { items } = await pullFull(editor);
    assert.equal(items.length, 1);
    const [item] = items;
    assert.equal(item?.code, 'results-total');
    assert.equal(item?.source, 'disclosure-report');
    assert.equal(item?.severity, 1);
    assert.deepEqual(item?.range, wrongRange);
    assert.equal(item?.codeDescription?.href, 'file:///extension/docs/rules/results-total.md');
    assert.ok((item?.relatedInformation?.length ?? 0) > 1);
    assert.ok(item?.relatedInformation?.every(({ location }) => location.uri === uri));
  });

  it('are not sent again when nothing has changed', async () => {
    const editor = await startEditor();
    await editor.open(uri, wrongReport);
    const first = await pullFull(editor);
    assert.deepEqual(await pull(editor, first.resultId), { kind: 'unchanged', resultId: first.resultId });
    await editor.change(uri, 2, wrongRange, '12');
    const second = await pull(editor, first.resultId) as FullDocumentDiagnosticReport;
    assert.deepEqual(second.items, []);
    assert.notEqual(second.resultId, first.resultId);
  });

  it('are never pushed as well', async () => {
    const editor = await startEditor();
    await editor.open(uri, wrongReport);
    await editor.change(uri, 2, wrongRange, '98');
    await pullFull(editor);
    await editor.close(uri);
    await editor.settled();
    assert.deepEqual(editor.published, []);
  });

  it('are sent to an editor that takes them and has not asked after a while, until it asks', async () => {
    const editor = await startEditor();
    await editor.open(uri, wrongReport);
    await editor.settled();
    assert.deepEqual(editor.published, []);
    assert.equal(editor.rest(), 1);
    await editor.until(() => editor.published.at(-1)?.diagnostics.length === 1);
    await editor.change(uri, 2, wrongRange, '12');
    await editor.until(() => editor.published.at(-1)?.diagnostics.length === 0 && editor.published.at(-1)?.version === 2);
    await editor.change(uri, 3, wrongRange, '98');
    await editor.until(() => editor.published.at(-1)?.version === 3);
    assert.equal((await pullFull(editor)).items.length, 1);
    await editor.until(() => editor.published.at(-1)?.diagnostics.length === 0);
    const { length } = editor.published;
    await editor.change(uri, 4, wrongRange, '97');
    await editor.settled();
    assert.equal(editor.published.length, length);
  });

  it('are not sent of a document that is closed by then, and not to an editor that says that it asks', async () => {
    const editor = await startEditor();
    await editor.open(uri, wrongReport);
    await editor.close(uri);
    await editor.settled();
    assert.equal(editor.rest(), 0);
    const asking = await startEditor({ initializationOptions: { pulls: true } });
    await asking.open(uri, wrongReport);
    await asking.settled();
    assert.equal(asking.rest(), 0);
  });

  it('are empty for a document that is not open', async () => {
    const editor = await startEditor();
    assert.deepEqual((await pullFull(editor)).items, []);
  });

  it('are asked for again by the server when settings change', async () => {
    const editor = await startEditor();
    await editor.open(uri, wrongReport);
    assert.equal((await pullFull(editor)).items.length, 1);
    editor.settings = { severity: { 'results-total': 'off' } };
    await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await editor.until(() => editor.notifications.some(({ method }) => method === 'workspace/diagnostic/refresh'));
    assert.deepEqual((await pullFull(editor)).items, []);
  });
});

describe('diagnostics for an editor that does not ask', () => {
  afterEach(closeEditors);

  it('are pushed with their version when a report opens, changes and closes', async () => {
    const editor = await startEditor({ capabilities: plain });
    assert.equal(editor.initialized.capabilities.diagnosticProvider, undefined);
    await editor.open(uri, wrongReport);
    await editor.until(() => editor.published.length > 0);
    assert.equal(editor.published[0]?.diagnostics[0]?.code, 'results-total');
    assert.equal(editor.published[0]?.version, 1);
    await editor.change(uri, 2, wrongRange, '12');
    await editor.until(() => editor.published.at(-1)?.version === 2);
    assert.deepEqual(editor.published.at(-1)?.diagnostics, []);
    await editor.close(uri);
    await editor.until(() => editor.published.length > 0 && editor.published.at(-1)?.version === undefined);
    assert.deepEqual(editor.published.at(-1), { uri, diagnostics: [] });
  });

  it('of edits that others supersede are not computed, and the last edit wins', async () => {
    let computed = 0;
    const editor = await startEditor({
      capabilities: plain,
      wrap: (service) => ({
        ...service,
        diagnostics(document) {
          computed += 1;
          return service.diagnostics(document);
        },
      }),
    });
    await editor.open(uri, rightReport);
    await editor.until(() => editor.published.length > 0);
    computed = 0;
    const edits = 300;
    await Promise.all(Array.from({ length: edits }, (_, at) => editor.change(uri, at + 2, wrongRange, at % 2 === 0 ? '98' : '97')));
    await editor.until(() => editor.published.at(-1)?.version === edits + 1);
    assert.ok(computed < edits / 10, `computed ${computed} times`);
    assert.equal(editor.published.at(-1)?.diagnostics.length, 1);
  });

  it('carry so few related places that the next finding stays in sight', async () => {
    const editor = await startEditor({ capabilities: plain });
    await editor.open(uri, wrongReport);
    await editor.until(() => editor.published.length === 1);
    const places = editor.published[0]?.diagnostics[0]?.relatedInformation ?? [];
    assert.equal(places.length, 4);
    assert.match(places.at(-1)?.message ?? '', /^Other places: \d+$/u);
    assert.deepEqual(places.at(-1)?.location, { uri, range: wrongRange });
  });

  it('carry no related places where the editor shows none', async () => {
    const editor = await startEditor({ capabilities: { textDocument: {} } });
    await editor.open(uri, wrongReport);
    await editor.until(() => editor.published.length > 0);
    assert.equal(editor.published[0]?.diagnostics[0]?.relatedInformation, undefined);
  });
});

describe('the related places of many findings', () => {
  afterEach(closeEditors);

  /** Thirty organs' reports in one text, each with the same mistake. */
  const many = Array.from({ length: 30 }, (_, at) => wrongReport.replaceAll('澄溪县档案局', `澄溪县第${at}中心`)).join('\n\n');
  const placesOf = (items: readonly Diagnostic[] | undefined): number[] => (items ?? []).map(({ relatedInformation }) => relatedInformation?.length ?? 0);

  it('are pushed when the text opens, held back while it is typed in, and follow', async () => {
    const editor = await startEditor({ capabilities: plain });
    await editor.open(uri, many);
    await editor.until(() => editor.published.length === 1);
    assert.equal(placesOf(editor.published[0]?.diagnostics).filter((count) => count > 1).length, 30);
    for (const version of [2, 3]) {
      await editor.change(uri, version, wrongRange, String(95 + version));
      await editor.until(() => editor.published.at(-1)?.version === version);
      assert.deepEqual(placesOf(editor.published.at(-1)?.diagnostics), new Array(30).fill(0));
    }
    assert.equal(editor.rest(), 1);
    await editor.until(() => editor.published.length === 4);
    const last = editor.published.at(-1);
    assert.equal(last?.version, 3);
    assert.equal(placesOf(last?.diagnostics).filter((count) => count > 1).length, 30);
    assert.equal(editor.rest(), 0);
  });

  it('come with each edit where they are not many', async () => {
    const editor = await startEditor({ capabilities: plain });
    await editor.open(uri, wrongReport);
    await editor.until(() => editor.published.length === 1);
    await editor.change(uri, 2, wrongRange, '98');
    await editor.until(() => editor.published.at(-1)?.version === 2);
    assert.ok((placesOf(editor.published.at(-1)?.diagnostics)[0] ?? 0) > 1);
    assert.equal(editor.rest(), 0);
  });

  it('do not follow to a document that was closed meanwhile', async () => {
    const editor = await startEditor({ capabilities: plain });
    await editor.open(uri, many);
    await editor.until(() => editor.published.length === 1);
    await editor.change(uri, 2, wrongRange, '98');
    await editor.until(() => editor.published.at(-1)?.version === 2);
    await editor.close(uri);
    await editor.until(() => editor.published.at(-1)?.version === undefined);
    assert.equal(editor.rest(), 0);
  });

  it('are asked for again by an editor that asks', async () => {
    const editor = await startEditor();
    await editor.open(uri, many);
    const whole = await pullFull(editor);
    assert.equal(placesOf(whole.items).filter((count) => count > 1).length, 30);
    await editor.change(uri, 2, wrongRange, '98');
    const short = await pull(editor, whole.resultId) as FullDocumentDiagnosticReport;
    assert.deepEqual(placesOf(short.items), new Array(30).fill(0));
    assert.equal(editor.rest(), 1);
    await editor.until(() => editor.notifications.some(({ method }) => method === 'workspace/diagnostic/refresh'));
    const again = await pull(editor, short.resultId) as FullDocumentDiagnosticReport;
    assert.deepEqual(placesOf(again.items), placesOf(whole.items));
    assert.deepEqual(await pull(editor, again.resultId), { kind: 'unchanged', resultId: again.resultId });
  });

  it('always come to an editor that asks, but would not ask again', async () => {
    const editor = await startEditor({ capabilities: { ...modern, workspace: {} } });
    await editor.open(uri, many);
    await pullFull(editor);
    await editor.change(uri, 2, wrongRange, '98');
    assert.equal(placesOf((await pullFull(editor)).items).filter((count) => count > 1).length, 30);
    assert.equal(editor.rest(), 0);
  });
});

describe('the server under a long session', () => {
  afterEach(closeEditors);

  it('takes ten thousand quick edits and still answers rightly', async () => {
    const editor = await startEditor();
    await editor.open(uri, wrongReport);
    for (let version = 2; version <= 10_001; version += 1) {
      void editor.change(uri, version, wrongRange, version % 2 === 0 ? '98' : '99');
      if (version % 500 === 0) {
        await editor.settled();
      }
    }
    const { items } = await pullFull(editor);
    assert.deepEqual(items.map(({ code, range }) => ({ code, range })), [{ code: 'results-total', range: wrongRange }]);
  });

  it('forgets documents that close', async () => {
    const editor = await startEditor({ capabilities: modern });
    for (let index = 0; index < 200; index += 1) {
      const other = `file:///reports/${index}.md`;
      await editor.open(other, wrongReport);
      await editor.close(other);
    }
    const report = await editor.request<FullDocumentDiagnosticReport>('textDocument/diagnostic',
      { textDocument: { uri: 'file:///reports/7.md' } });
    assert.deepEqual(report.items, []);
  });
});
