import assert from 'node:assert/strict';
import type { CheckFileParams, CheckFileResult } from '../../server/src/lsp/protocol.ts';
import { closeEditors, startEditor, type Editor } from './editor.ts';
import { uri, wrongRange, wrongReport } from './report.ts';

function check(editor: Editor, text: string): Promise<CheckFileResult> {
  return editor.request('disclosureReport/checkFile', { uri, languageId: 'markdown', text } satisfies CheckFileParams);
}

describe('a file that is not open', () => {
  afterEach(closeEditors);

  it('is checked as an open one is', async () => {
    const editor = await startEditor({ initializationOptions: { checksFiles: true } });
    const { states, diagnostics } = await check(editor, wrongReport);
    assert.deepEqual(diagnostics.filter(({ severity }) => severity === 1).map(({ code, range }) => [code, range]), [['results-total', wrongRange]]);
    assert.equal(states[0]?.counts.error, 1);
    assert.ok((diagnostics[0]?.relatedInformation?.length ?? 0) > 1);
  });

  it('is still no open one', async () => {
    const editor = await startEditor();
    await check(editor, wrongReport);
    assert.deepEqual(await editor.request('textDocument/documentSymbol', { textDocument: { uri } }), []);
  });

  it('has no findings where it is no report', async () => {
    const editor = await startEditor();
    assert.deepEqual(await check(editor, '# 会议记录\n'), { states: [], diagnostics: [] });
  });

  it('has none where it is only begun: that is for who writes it', async () => {
    const editor = await startEditor();
    assert.deepEqual(await check(editor, '# 白石镇2024年政府信息公开工作年度报告\n'), { states: [], diagnostics: [] });
  });
});
