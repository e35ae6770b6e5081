import assert from 'node:assert/strict';
import type { CompletionItem, DocumentDiagnosticReport } from 'vscode-languageserver-protocol';
import { newReportMethod, nextReportMethod, type NewReportResult } from '../../server/src/lsp/protocol.ts';
import { closeEditors, startEditor } from './editor.ts';
import { positionAt, rightReport, uri } from './report.ts';

const textDocument = { uri };
const start = { line: 0, character: 0 };

describe('writing reports', () => {
  afterEach(closeEditors);

  it('gives the empty form without any document', async () => {
    const editor = await startEditor();
    const result = await editor.request<NewReportResult>(newReportMethod, { organ: '澄溪县档案局', year: 2025 });
    assert.ok('text' in result && result.text.startsWith('# 澄溪县档案局2025年'));
  });

  it('says in the editor\'s language why there is none', async () => {
    const editor = await startEditor({ locale: 'zh-cn' });
    const result = await editor.request<NewReportResult>(newReportMethod, { organ: '甲局', year: 2000 });
    assert.ok('refusal' in result && result.refusal.includes('2000年度'));
  });

  it('turns an open report into the next year\'s', async () => {
    const editor = await startEditor();
    await editor.open(uri, rightReport);
    const result = await editor.request<NewReportResult>(nextReportMethod, { uri, position: start });
    assert.ok('text' in result && result.text.startsWith('# 澄溪县档案局2025年'));
    assert.equal(await editor.request(nextReportMethod, { uri: 'file:///other.md', position: start }), null);
  });

  it('takes nothing over from a text read in a wrong encoding', async () => {
    const editor = await startEditor();
    await editor.open(uri, rightReport.replace('解读', '\uFFFD\uFFFD'));
    assert.ok('refusal' in await editor.request<NewReportResult>(nextReportMethod, { uri, position: start }));
  });
});

describe('completion', () => {
  afterEach(closeEditors);

  it('offers edits in the order of the form', async () => {
    const editor = await startEditor();
    const text = rightReport.replace('## 五、存在的主要问题及改进情况', '五').replace(/## 六、.*/u, '');
    await editor.open(uri, text);
    const position = positionAt(text, text.indexOf('\n五\n') + 2);
    const items = await editor.request<CompletionItem[]>('textDocument/completion', { textDocument, position });
    assert.deepEqual(items.map(({ label }) => label), ['五、存在的主要问题及改进情况']);
    assert.deepEqual(items[0]?.textEdit, {
      range: { start: { line: position.line, character: 0 }, end: position },
      newText: '## 五、存在的主要问题及改进情况',
    });
  });

  it('offers nothing in a text that is no report', async () => {
    const editor = await startEditor();
    await editor.open(uri, '# 购物清单\n\n');
    assert.deepEqual(await editor.request('textDocument/completion', { textDocument, position: { line: 1, character: 0 } }), []);
  });
});

describe('the profile', () => {
  afterEach(closeEditors);
  const blank = rightReport.replace('| 行政处罚 | 3 |', '| 行政处罚 |  |');

  async function severities(settings: object, files = new Map<string, string>()): Promise<(number | undefined)[]> {
    const editor = await startEditor({ settings, files });
    await editor.open(uri, blank);
    const report = await editor.request<DocumentDiagnosticReport>('textDocument/diagnostic', { textDocument });
    assert.ok(report.kind === 'full');
    return report.items.map(({ severity }) => severity);
  }

  it('grades findings', async () => {
    assert.deepEqual(await severities({}), [2]);
    assert.deepEqual(await severities({ profile: 'drafting' }), [4]);
    assert.deepEqual(await severities({ profile: 'reviewing' }), [1]);
  });

  it('gives way to severities of the user\'s own, in the editor and in the settings file', async () => {
    const own = { 'blank-cell': 'information' };
    assert.deepEqual(await severities({ profile: 'reviewing', severity: own }), [3]);
    const files = new Map([['file:///reports/.disclosure-report.json', JSON.stringify({ severity: own })]]);
    assert.deepEqual(await severities({ profile: 'reviewing' }, files), [3]);
  });
});
