import assert from 'node:assert/strict';
import type {
  CodeLens, DocumentHighlight, DocumentLink, FullDocumentDiagnosticReport, FoldingRange, InlayHint, Location, LocationLink, SelectionRange, SignatureHelp,
} from 'vscode-languageserver-protocol';
import { closeEditors, modern, plain, startEditor } from './editor.ts';
import { rightReport, uri, wrongRange, wrongReport } from './report.ts';

const textDocument = { uri };
const position = wrongRange.start;
const none = 'file:///notes.md';

describe('seeing the computation', () => {
  afterEach(closeEditors);

  it('counts the identities above each table that has any', async () => {
    const editor = await startEditor({ locale: 'zh-cn', initializationOptions: { showsIdentities: true } });
    await editor.open(uri, wrongReport);
    const lenses = await editor.request<CodeLens[]>('textDocument/codeLens', { textDocument });
    assert.equal(lenses.length, 2);
    assert.match(lenses[0]?.command?.title ?? '', /^\d+项勾稽关系：\d+项成立，3项不成立，0项无法判断$/);
    assert.equal(lenses[0]?.command?.command, 'disclosureReport.showIdentities');
    assert.deepEqual(lenses[0]?.command?.arguments, [uri, 0, 'requests']);
  });

  it('offers no lenses to an editor that cannot run their command', async () => {
    const editor = await startEditor({ capabilities: plain });
    assert.equal(editor.initialized.capabilities.codeLensProvider, undefined);
  });

  it('links to the pages of the forms where the editor has them', async () => {
    const named = rightReport.replace('\n\n', '\n\n本报告按照国办公开办函〔2021〕30号编制。\n\n');
    const links = { documentLink: { dynamicRegistration: false } };
    const editor = await startEditor({
      capabilities: { ...modern, textDocument: { ...modern.textDocument, ...links } },
      initializationOptions: { formPages: 'file:///extension/docs/forms/' },
    });
    await editor.open(uri, named);
    const found = await editor.request<DocumentLink[]>('textDocument/documentLink', { textDocument });
    assert.deepEqual(found.map(({ target }) => target), ['file:///extension/docs/forms/2021.md']);
    assert.equal(found[0]?.range.end.character, '本报告按照国办公开办函〔2021〕30号'.length);
  });

  it('names the columns of a row, and the one at the caret', async () => {
    const editor = await startEditor();
    await editor.open(uri, rightReport);
    const help = await editor.request<SignatureHelp>('textDocument/signatureHelp', { textDocument, position });
    assert.equal(help.activeParameter, 0);
    assert.equal(help.signatures[0]?.parameters?.length, 7);
    const [from, to] = help.signatures[0]?.parameters?.[0]?.label as [number, number];
    assert.equal(help.signatures[0]?.label.slice(from, to), '自然人');
    assert.equal(await editor.request('textDocument/signatureHelp', { textDocument, position: { line: 0, character: 0 } }), null);
  });

  it('highlights, defines, refers, folds and selects', async () => {
    const editor = await startEditor();
    await editor.open(uri, rightReport);
    const highlights = await editor.request<DocumentHighlight[]>('textDocument/documentHighlight', { textDocument, position });
    assert.ok(highlights.length > 7);
    const parts = await editor.request<Location[]>('textDocument/definition', { textDocument, position });
    assert.ok(parts.length > 0 && parts.every((part) => part.uri === uri));
    const [part] = parts;
    const uses = await editor.request<Location[]>('textDocument/references',
      { textDocument, position: part?.range.start, context: { includeDeclaration: false } });
    assert.ok(uses.some(({ range }) => range.start.line === position.line && range.start.character === position.character));
    const folds = await editor.request<FoldingRange[]>('textDocument/foldingRange', { textDocument });
    assert.ok(folds.length >= 6);
    const [selection] = await editor.request<SelectionRange[]>('textDocument/selectionRange', { textDocument, positions: [position] });
    assert.deepEqual(selection?.range, wrongRange);
    assert.ok(selection?.parent?.parent?.parent);
  });

  it('gives links where the editor takes them', async () => {
    const capabilities = { ...modern, textDocument: { ...modern.textDocument, definition: { linkSupport: true } } };
    const editor = await startEditor({ capabilities });
    await editor.open(uri, rightReport);
    const links = await editor.request<LocationLink[]>('textDocument/definition', { textDocument, position });
    assert.deepEqual(links[0]?.originSelectionRange, wrongRange);
  });

  it('hints at computed totals only when they are wanted', async () => {
    const unasked = await startEditor();
    assert.equal(unasked.initialized.capabilities.inlayHintProvider, undefined);
    const editor = await startEditor({ initializationOptions: { inlayHints: true } });
    await editor.open(uri, wrongReport);
    const range = { start: { line: 0, character: 0 }, end: { line: 500, character: 0 } };
    const hints = await editor.request<InlayHint[]>('textDocument/inlayHint', { textDocument, range });
    assert.deepEqual(hints.map(({ position: place }) => place), [wrongRange.end]);
  });

  it('hints at them in any editor that shows hints', async () => {
    const editor = await startEditor({ capabilities: { ...plain, textDocument: { ...plain.textDocument, inlayHint: {} } } });
    assert.ok(editor.initialized.capabilities.inlayHintProvider);
  });

  it('links to the pages beside the server where the editor names none', async () => {
    const pages = { rulePages: 'file:///beside/docs/rules/', formPages: 'file:///beside/docs/forms/' };
    const editor = await startEditor({ pages });
    await editor.open(uri, wrongReport.replace('\n\n', '\n\n本报告按照国办公开办函〔2021〕30号编制。\n\n'));
    const { items } = await editor.request<FullDocumentDiagnosticReport>('textDocument/diagnostic', { textDocument });
    assert.equal(items[0]?.codeDescription?.href, 'file:///beside/docs/rules/results-total.md');
    const [link] = await editor.request<DocumentLink[]>('textDocument/documentLink', { textDocument });
    assert.equal(link?.target, 'file:///beside/docs/forms/2021.md');
  });

  it('has nothing to say of other texts', async () => {
    const editor = await startEditor();
    await editor.open(none, '# 会议记录\n\n| 总计 | 3 |\n| --- | --- |\n');
    const params = { textDocument: { uri: none }, position: { line: 2, character: 8 } };
    assert.deepEqual(await editor.request('textDocument/codeLens', params), []);
    assert.deepEqual(await editor.request('textDocument/documentHighlight', params), []);
    assert.equal(await editor.request('textDocument/definition', params), null);
    assert.deepEqual(await editor.request('textDocument/foldingRange', params), []);
    assert.equal(await editor.request('textDocument/selectionRange', { ...params, positions: [params.position] }), null);
  });
});
