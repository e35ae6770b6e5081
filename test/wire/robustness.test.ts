import assert from 'node:assert/strict';
import { ErrorCodes, type FullDocumentDiagnosticReport } from 'vscode-languageserver-protocol/node';
import { closeEditors, plain, startEditor } from './editor.ts';
import { uri, wrongRange, wrongReport } from './report.ts';

const textDocument = { uri };
const range = wrongRange;

function fail(): never {
  throw new Error('a fault in a feature');
}

describe('a server with a fault', () => {
  afterEach(closeEditors);

  it('answers empty, logs the fault and lives on', async () => {
    let isFaulty = true;
    const editor = await startEditor({
      wrap: (service) => ({
        ...service,
        diagnostics: (document) => isFaulty ? fail() : service.diagnostics(document),
        quickFixes: fail, recomputeTotals: fail, cellChanges: fail, hover: fail, outline: fail, semanticTokens: fail, states: fail,
      }),
    });
    await editor.open(uri, wrongReport);
    const answers = await Promise.all([
      editor.request('textDocument/diagnostic', { textDocument }),
      editor.request('textDocument/codeAction', { textDocument, range, context: { diagnostics: [] } }),
      editor.request('textDocument/hover', { textDocument, position: range.start }),
      editor.request('textDocument/documentSymbol', { textDocument }),
      editor.request('textDocument/semanticTokens/full', { textDocument }),
      editor.request('textDocument/semanticTokens/range', { textDocument, range }),
      editor.request('disclosureReport/states', { uri }),
      editor.request('disclosureReport/edits', { uri, kind: 'fillBlanks' }),
    ]);
    assert.deepEqual(answers, [{ kind: 'full', items: [] }, [], null, [], { data: [] }, { data: [] }, [], null]);
    assert.equal(editor.log.filter((line) => line.includes('a fault in a feature')).length, answers.length);
    isFaulty = false;
    const report = await editor.request<FullDocumentDiagnosticReport>('textDocument/diagnostic', { textDocument });
    assert.equal(report.items.length, 1);
  });

  it('publishes on after a failed attempt', async () => {
    let isFaulty = true;
    const editor = await startEditor({
      capabilities: plain,
      wrap: (service) => ({ ...service, diagnostics: (document) => isFaulty ? fail() : service.diagnostics(document) }),
    });
    await editor.open(uri, wrongReport);
    await editor.until(() => editor.log.length > 0);
    isFaulty = false;
    await editor.change(uri, 2, wrongRange, '98');
    await editor.until(() => editor.published.at(-1)?.version === 2);
  });

  it('answers about documents that it does not have', async () => {
    const editor = await startEditor();
    await editor.close('file:///never-opened.md');
    await editor.change('file:///never-opened.md', 2, range, 'x');
    assert.equal(await editor.request('textDocument/hover', { textDocument, position: range.start }), null);
    assert.deepEqual(await editor.request('textDocument/codeAction', { textDocument, range, context: { diagnostics: [] } }), []);
    assert.deepEqual(await editor.request('codeAction/resolve', { title: 'x', data: { uri, version: 1, range, fix: 0 } }),
      { title: 'x', data: { uri, version: 1, range, fix: 0 } });
    assert.deepEqual(await editor.request('disclosureReport/states', { uri }), []);
  });

  it('finds nothing in a text that is no report', async () => {
    const editor = await startEditor();
    await editor.open(uri, '# 会议记录\n\n今天没有议题。\n');
    const report = await editor.request<FullDocumentDiagnosticReport>('textDocument/diagnostic', { textDocument });
    assert.deepEqual(report.items, []);
    assert.deepEqual(await editor.request('textDocument/documentSymbol', { textDocument }), []);
    assert.deepEqual(await editor.request('textDocument/codeAction', { textDocument, range, context: { diagnostics: [] } }), []);
  });

  it('takes a document that is opened again, and whole texts as changes', async () => {
    const editor = await startEditor();
    await editor.open(uri, wrongReport);
    await editor.close(uri);
    await editor.open(uri, wrongReport);
    await editor.connection.sendNotification('textDocument/didChange',
      { textDocument: { uri, version: 2 }, contentChanges: [{ text: '' }, { text: wrongReport }] });
    const report = await editor.request<FullDocumentDiagnosticReport>('textDocument/diagnostic', { textDocument });
    assert.deepEqual(report.items.map((item) => item.range), [wrongRange]);
  });

  it('ends on request', async () => {
    const editor = await startEditor();
    await editor.open(uri, wrongReport);
    assert.equal(await editor.connection.sendRequest('shutdown'), null);
    await assert.rejects(editor.request('textDocument/hover', { textDocument, position: range.start }), { code: ErrorCodes.InvalidRequest });
  });

  it('refuses what is asked before it is initialized, and a second initialize', async () => {
    const editor = await startEditor({
      before: (connection) => assert.rejects(connection.sendRequest('textDocument/hover', { textDocument, position: range.start }),
        { code: ErrorCodes.ServerNotInitialized }),
    });
    await assert.rejects(editor.request('initialize', { processId: null, rootUri: null, capabilities: {} }), { code: ErrorCodes.InvalidRequest });
  });

  it('refuses what is asked wrongly, names what is wrong, and lives on', async () => {
    const editor = await startEditor();
    await editor.open(uri, wrongReport);
    const asked: readonly (readonly [method: string, params: object, wrong: string])[] = [
      ['textDocument/hover', { position: range.start }, 'textDocument'],
      ['textDocument/hover', { textDocument: { uri: 1 }, position: range.start }, 'textDocument'],
      ['textDocument/hover', { textDocument }, 'position'],
      ['textDocument/definition', { textDocument, position: { line: -1, character: 0 } }, 'position'],
      ['textDocument/completion', { textDocument, position: { line: 1.5, character: 0 } }, 'position'],
      ['textDocument/codeAction', { textDocument, range: { start: range.start }, context: { diagnostics: [] } }, 'range'],
      ['textDocument/selectionRange', { textDocument, positions: [range.start, null] }, 'positions'],
      ['textDocument/documentSymbol', {}, 'textDocument'],
      ['workspace/symbol', {}, 'query'],
    ];
    for (const [method, params, wrong] of asked) {
      await assert.rejects(editor.request(method, params), { code: ErrorCodes.InvalidParams, message: `${method}: ${wrong}` });
    }
    assert.notEqual(await editor.request('textDocument/hover', { textDocument, position: range.start }), null);
  });

  it('says which version it is', async () => {
    const { initialized: { serverInfo } } = await startEditor();
    assert.match(serverInfo?.version ?? '', /^\d+\.\d+\.\d+/u);
  });
});
