import assert from 'node:assert/strict';
import type { DocumentSymbol, Hover, SemanticTokens, SemanticTokensDelta, SemanticTokensEdit, SymbolInformation } from 'vscode-languageserver-protocol';
import type { ReportState } from '../../server/src/lsp/protocol.ts';
import { closeEditors, plain, startEditor } from './editor.ts';
import { rightReport, uri, wrongRange, wrongReport } from './report.ts';

const textDocument = { uri };

describe('hover', () => {
  afterEach(closeEditors);

  it('explains a figure at its place', async () => {
    const editor = await startEditor({ locale: 'zh-cn' });
    await editor.open(uri, rightReport);
    const hover = await editor.request<Hover>('textDocument/hover', { textDocument, position: wrongRange.start });
    assert.deepEqual(hover.range, wrongRange);
    assert.ok(typeof hover.contents === 'object' && 'kind' in hover.contents);
    assert.equal(hover.contents.kind, 'markdown');
    assert.match(hover.contents.value, /自然人/);
  });

  it('is plain text for an editor that shows no other', async () => {
    const editor = await startEditor({ capabilities: plain, locale: 'zh-cn' });
    await editor.open(uri, rightReport);
    const { contents } = await editor.request<Hover>('textDocument/hover', { textDocument, position: wrongRange.start });
    assert.ok(typeof contents === 'object' && 'kind' in contents);
    assert.equal(contents.kind, 'plaintext');
    assert.match(contents.value, /自然人/u);
    assert.doesNotMatch(contents.value, /\*\*|\\| $/mu);
  });

  it('is nothing in prose', async () => {
    const editor = await startEditor();
    await editor.open(uri, rightReport);
    const position = { line: rightReport.split('\n').findIndex((line) => line.startsWith('档案利用类')), character: 3 };
    assert.equal(await editor.request('textDocument/hover', { textDocument, position }), null);
  });
});

describe('outline', () => {
  afterEach(closeEditors);

  it('nests sections, tables and rows', async () => {
    const editor = await startEditor();
    await editor.open(uri, rightReport);
    const sections = await editor.request<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument });
    assert.deepEqual(sections.map(({ name }) => name.slice(0, 2)), ['一、', '二、', '三、', '四、', '五、', '六、']);
    const rows = sections[2]?.children?.[0]?.children ?? [];
    assert.ok(rows.some(({ name }) => name.includes('予以公开')));
    for (const { range, selectionRange, name } of [...sections, ...rows]) {
      assert.ok(range.start.line <= selectionRange.start.line && selectionRange.end.line <= range.end.line, name);
    }
  });

  it('is flat for an editor that knows no nesting', async () => {
    const editor = await startEditor({ capabilities: plain });
    await editor.open(uri, rightReport);
    const symbols = await editor.request<SymbolInformation[]>('textDocument/documentSymbol', { textDocument });
    assert.equal(symbols[0]?.location.uri, uri);
    const requests = symbols.find(({ name }) => name.startsWith('三、'));
    const table = symbols.find(({ containerName }) => containerName === requests?.name);
    assert.ok(requests && table);
    assert.ok(symbols.some(({ name, containerName }) => name.includes('予以公开') && containerName === table.name));
  });
});

describe('semantic tokens', () => {
  afterEach(closeEditors);

  it('mark figures, totals, labels and headings in order, each once', async () => {
    const editor = await startEditor({ initializationOptions: { reportTokens: true } });
    await editor.open(uri, rightReport);
    const legend = editor.initialized.capabilities.semanticTokensProvider?.legend.tokenTypes ?? [];
    const { data } = await editor.request<SemanticTokens>('textDocument/semanticTokens/full', { textDocument });
    const tokens = decode(data, legend, rightReport);
    assert.deepEqual(tokens.find(({ line }) => line === wrongRange.start.line)?.text.includes('总计'), true);
    assert.ok(tokens.some(({ type, text, line, character }) =>
      type === 'reportTotal' && text === '12' && line === wrongRange.start.line && character === wrongRange.start.character));
    assert.ok(tokens.some(({ type, text }) => type === 'reportFigure' && text === '0.5'));
    assert.ok(tokens.some(({ type }) => type === 'reportHeading'));
    assert.equal(new Set(tokens.map(({ line, character }) => `${line}:${character}`)).size, tokens.length);
    assert.ok(tokens.every(({ length }) => length > 0));
  });

  it('come in their differences from those that the editor has, and whole where it has others', async () => {
    const editor = await startEditor();
    await editor.open(uri, rightReport);
    const full = (): Promise<SemanticTokens> => editor.request('textDocument/semanticTokens/full', { textDocument });
    const delta = <Answer = SemanticTokensDelta>(previousResultId: string | undefined): Promise<Answer> =>
      editor.request('textDocument/semanticTokens/full/delta', { textDocument, previousResultId });
    const first = await full();
    const top = { line: 0, character: 0 };
    await editor.change(uri, 2, { start: top, end: top }, '\n\n');
    const moved = await delta(first.resultId);
    assert.ok(moved.edits.length > 0 && moved.edits.every(({ data = [] }) => data.length < first.data.length));
    const whole = await full();
    assert.deepEqual(edited(first.data, moved.edits), whole.data);
    assert.deepEqual((await delta<SemanticTokens>(first.resultId)).data, whole.data);
    const { resultId } = await full();
    assert.deepEqual((await delta(resultId)).edits, []);
  });

  it('have standard types for an editor that lists those', async () => {
    const semanticTokens = { requests: { full: true }, tokenTypes: ['class', 'type', 'keyword', 'number', 'property'], tokenModifiers: [], formats: [] };
    const editor = await startEditor({ capabilities: { textDocument: { semanticTokens } } });
    assert.deepEqual(editor.initialized.capabilities.semanticTokensProvider?.legend.tokenTypes, ['number', 'keyword', 'property', 'class', 'type']);
  });

  it('come for a range alone', async () => {
    const editor = await startEditor();
    await editor.open(uri, rightReport);
    const { line } = wrongRange.start;
    const range = { start: { line, character: 0 }, end: { line, character: 1000 } };
    const { data } = await editor.request<SemanticTokens>('textDocument/semanticTokens/range', { textDocument, range });
    const tokens = decode(data, [], rightReport);
    assert.ok(tokens.length >= 7);
    assert.ok(tokens.every((token) => token.line === line));
  });
});

describe('states for the view', () => {
  afterEach(closeEditors);

  it('count findings by section and table, and their change is told', async () => {
    const editor = await startEditor({ initializationOptions: { states: true } });
    await editor.open(uri, wrongReport);
    const [state] = await editor.request<ReportState[]>('disclosureReport/states', { uri });
    assert.equal(state?.counts.error, 1);
    assert.equal(state?.sections.length, 6);
    assert.equal(state?.sections[2]?.counts.error, 1);
    assert.equal(state?.sections[2]?.tables[0]?.id, 'requests');
    await editor.change(uri, 2, wrongRange, '12');
    const changes = (): number => editor.notifications.filter(({ method }) => method === 'disclosureReport/statesChanged').length;
    await editor.until(() => changes() > 0);
    const [later] = await editor.request<ReportState[]>('disclosureReport/states', { uri });
    assert.equal(later?.counts.error, 0);
  });

  it('are not told to an editor without the view', async () => {
    const editor = await startEditor();
    await editor.open(uri, wrongReport);
    await editor.settled();
    assert.ok(!editor.notifications.some(({ method }) => method.startsWith('disclosureReport/')));
  });
});

function decode(data: readonly number[], legend: readonly string[], text: string) {
  const lines = text.split('\n');
  let line = 0;
  let character = 0;
  return Array.from({ length: data.length / 5 }, (_, index) => {
    const [lineDelta = 0, characterDelta = 0, length = 0, type = 0] = data.slice(index * 5, index * 5 + 5);
    line += lineDelta;
    character = lineDelta === 0 ? character + characterDelta : characterDelta;
    return { line, character, length, type: legend[type], text: (lines[line] ?? '').slice(character, character + length) };
  });
}

/** The numbers that an editor has after these edits. */
function edited(data: readonly number[], edits: readonly SemanticTokensEdit[]): number[] {
  return edits.reduce((numbers, { start, deleteCount, data: inserted = [] }) =>
    [...numbers.slice(0, start), ...inserted, ...numbers.slice(start + deleteCount)], [...data]);
}
