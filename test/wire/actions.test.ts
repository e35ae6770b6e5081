import assert from 'node:assert/strict';
import { CodeActionTriggerKind, type CodeAction, type Range, type TextDocumentEdit, type TextEdit } from 'vscode-languageserver-protocol';
import type { ChangesResult } from '../../server/src/lsp/protocol.ts';
import { closeEditors, plain, startEditor, type Editor } from './editor.ts';
import { applyEdits, rightReport, uri, wrongRange, wrongReport } from './report.ts';

async function offered(editor: Editor, only?: string[], range: Range = wrongRange): Promise<CodeAction[]> {
  return editor.request('textDocument/codeAction', { textDocument: { uri }, range, context: { diagnostics: [], only } });
}

function editOf(action: CodeAction | undefined): TextDocumentEdit {
  const change = action?.edit?.documentChanges?.[0];
  assert.ok(change && 'textDocument' in change);
  return change;
}

describe('code actions', () => {
  afterEach(closeEditors);

  it('offer the preferred fix, and its edit when it is asked for', async () => {
    const editor = await startEditor();
    await editor.open(uri, wrongReport);
    const preferred = (await offered(editor, ['quickfix'])).filter(({ isPreferred }) => isPreferred);
    assert.equal(preferred.length, 1);
    assert.equal(preferred[0]?.edit, undefined);
    assert.equal(preferred[0]?.diagnostics?.[0]?.code, 'results-total');
    const edit = editOf(await editor.request<CodeAction>('codeAction/resolve', preferred[0] ?? {}));
    assert.deepEqual(edit.textDocument, { uri, version: 1 });
    assert.equal(applyEdits(wrongReport, edit.edits as TextEdit[]), rightReport);
  });

  it('come with their edit for an editor that does not ask later', async () => {
    const editor = await startEditor({ capabilities: plain });
    await editor.open(uri, wrongReport);
    const preferred = (await offered(editor)).find(({ isPreferred }) => isPreferred);
    assert.equal(applyEdits(wrongReport, preferred?.edit?.changes?.[uri] ?? []), rightReport);
  });

  it('give no edit once the report has changed', async () => {
    const editor = await startEditor();
    await editor.open(uri, wrongReport);
    const [action] = await offered(editor, ['quickfix']);
    await editor.change(uri, 2, { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, '\n');
    assert.equal((await editor.request<CodeAction>('codeAction/resolve', action ?? {})).edit, undefined);
  });

  it('offer to write the form below a title that stands alone', async () => {
    const editor = await startEditor();
    const title = '# 白石镇2024年政府信息公开工作年度报告';
    await editor.open(uri, `${title}\n`);
    const [action] = await offered(editor, ['quickfix'], { start: { line: 0, character: 3 }, end: { line: 0, character: 3 } });
    assert.equal(action?.diagnostics?.[0]?.code, 'report-begun');
    const edit = editOf(await editor.request<CodeAction>('codeAction/resolve', action ?? {}));
    const written = applyEdits(`${title}\n`, edit.edits as TextEdit[]);
    assert.ok(written.startsWith(`${title}\n\n## 一、`), written.slice(0, 80));
  });

  it('take the mark off the paragraph that is selected, once it is revised', async () => {
    const editor = await startEditor();
    const mark = '<!-- 待修订 -->\n';
    const [first, second] = ['## 一、总体情况\n\n', '## 五、'].map((words) => rightReport.indexOf(words)) as [number, number];
    const at = first + '## 一、总体情况\n\n'.length;
    const text = `${rightReport.slice(0, at)}${mark}${rightReport.slice(at, second)}${mark}\n${rightReport.slice(second)}`;
    await editor.open(uri, text);
    const line = text.slice(0, at).split('\n').length;
    const marksOff = async (start: number): Promise<CodeAction[]> =>
      (await offered(editor, ['quickfix'], { start: { line: start, character: 0 }, end: { line: start, character: 2 } }))
        .filter(({ title }) => title.startsWith('This paragraph is revised'));
    for (const start of [line, line - 1]) {
      const [action] = await marksOff(start);
      assert.equal(applyEdits(text, editOf(action).edits as TextEdit[]), text.replace(mark, ''));
    }
    assert.deepEqual(await marksOff(line + 2), []);
  });

  it('offer nothing in a text that is no report', async () => {
    const editor = await startEditor();
    await editor.open(uri, '# 工作方案\n\n## 一、指导思想\n\n## 二、工作目标\n\n## 三、主要任务\n');
    for (const line of [0, 2, 4, 6]) {
      assert.deepEqual(await offered(editor, undefined, { start: { line, character: 0 }, end: { line, character: 4 } }), []);
    }
  });

  it('keep the diagnostic that the editor shows', async () => {
    const editor = await startEditor();
    await editor.open(uri, wrongReport);
    const shown = { range: wrongRange, code: 'results-total', message: 'as shown' };
    const actions = await editor.request<CodeAction[]>('textDocument/codeAction',
      { textDocument: { uri }, range: wrongRange, context: { diagnostics: [shown], only: ['quickfix'] } });
    assert.deepEqual(actions[0]?.diagnostics, [shown]);
  });

  it('write a table in another layout, where that is asked for', async () => {
    const editor = await startEditor({ locale: 'en' });
    await editor.open(uri, rightReport);
    const rewrites = await offered(editor, ['refactor']);
    assert.deepEqual(rewrites.map(({ title, kind }) => [title, kind]),
      [['Align the table', 'refactor.rewrite'], ['Convert the table to HTML with merged headers', 'refactor.rewrite']]);
    assert.ok(rewrites.every(({ edit }) => edit === undefined), 'tried when one is chosen');
    const chosen = await editor.request<CodeAction>('codeAction/resolve', rewrites[1] as CodeAction);
    const written = applyEdits(rightReport, editOf(chosen).edits as TextEdit[]);
    assert.ok(written.includes('<td rowspan="3" colspan="3">（本列数据的勾稽关系为'));
    const above = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    assert.deepEqual(await offered(editor, ['refactor'], above), []);
  });

  it('write a table in another layout at once for an editor that asks for no edits later', async () => {
    const editor = await startEditor({ capabilities: plain, locale: 'en' });
    await editor.open(uri, rightReport);
    const [align, convert, ...others] = await offered(editor, ['refactor']);
    assert.deepEqual([align?.title, convert?.title, others.length], ['Align the table', 'Convert the table to HTML with merged headers', 0]);
    assert.ok(JSON.stringify(convert?.edit).includes('<td rowspan'));
  });

  it('write no table anew because the caret has moved', async () => {
    const editor = await startEditor();
    await editor.open(uri, rightReport);
    const moved = { diagnostics: [], triggerKind: CodeActionTriggerKind.Automatic };
    const actions = await editor.request<CodeAction[]>('textDocument/codeAction', { textDocument: { uri }, range: wrongRange, context: moved });
    assert.deepEqual(actions.filter(({ kind }) => kind?.startsWith('refactor')), []);
  });

  it('recompute the totals of the report after a confirmation', async () => {
    const editor = await startEditor();
    await editor.open(uri, wrongReport);
    const [action, ...others] = await offered(editor, ['source']);
    assert.equal(action?.kind, 'source.disclosureReport.recomputeTotals');
    assert.deepEqual(others, []);
    const resolved = await editor.request<CodeAction>('codeAction/resolve', action ?? {});
    assert.deepEqual(Object.values(resolved.edit?.changeAnnotations ?? {}).map(({ needsConfirmation }) => needsConfirmation), [true]);
    assert.equal(applyEdits(wrongReport, editOf(resolved).edits as TextEdit[]), rightReport);
  });

  it('run under no fix-all, and only where a total differs', async () => {
    const editor = await startEditor();
    await editor.open(uri, wrongReport);
    assert.deepEqual(await offered(editor, ['source.fixAll']), []);
    assert.deepEqual((await offered(editor, ['refactor'])).filter(({ kind }) => kind?.startsWith('source')), []);
    await editor.change(uri, 2, wrongRange, '12');
    assert.deepEqual(await offered(editor, ['source']), []);
  });

  it('never touch a text that was read in a wrong encoding, and say so once', async () => {
    const editor = await startEditor({ initializationOptions: { wrongEncoding: true } });
    await editor.open(uri, wrongReport.replace('档案', '\uFFFD\uFFFD'));
    assert.deepEqual(await offered(editor), []);
    const result = await editor.request<ChangesResult>('disclosureReport/edits', { uri, kind: 'recomputeTotals' });
    assert.deepEqual(result, { version: 1, changes: [], wrongEncoding: true });
    const told = editor.notifications.filter(({ method }) => method === 'disclosureReport/wrongEncoding');
    assert.deepEqual(told.map(({ params }) => params), [{ uri }]);
  });

  it('tell an editor that knows no such notification in words', async () => {
    const editor = await startEditor({ capabilities: plain });
    await editor.open(uri, wrongReport.replace('档案', '\uFFFD\uFFFD'));
    await editor.until(() => editor.messages.length > 0);
    assert.match(editor.messages[0] ?? '', /GB18030/);
  });
});

describe('edits for the commands', () => {
  afterEach(closeEditors);

  it('recompute totals', async () => {
    const editor = await startEditor();
    await editor.open(uri, wrongReport);
    const result = await editor.request<ChangesResult>('disclosureReport/edits', { uri, kind: 'recomputeTotals' });
    assert.equal(result.version, 1);
    assert.deepEqual(result.changes.map(({ name }) => name), ['Row "（七）总计", column "自然人"']);
    assert.equal(applyEdits(wrongReport, result.changes.flatMap(({ edits }) => edits)), rightReport);
  });

  it('fill blank cells', async () => {
    const editor = await startEditor();
    const row = '| 2.重复申请 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |';
    const blank = rightReport.replace(row, row.replace('| 0 | 1 |', '|   | 1 |'));
    assert.notEqual(blank, rightReport);
    await editor.open(uri, blank);
    const result = await editor.request<ChangesResult>('disclosureReport/edits', { uri, kind: 'fillBlanks' });
    assert.match(applyEdits(blank, result.changes.flatMap(({ edits }) => edits)), /2\.重复申请 \| 1 \| 0 \| 0 \| 0 \| 0 \| *0 *\| 1 \|/);
  });

  it('are none where there is nothing to do', async () => {
    const editor = await startEditor();
    await editor.open(uri, rightReport);
    for (const kind of ['recomputeTotals', 'fillBlanks']) {
      assert.deepEqual(await editor.request('disclosureReport/edits', { uri, kind }), { version: 1, changes: [] });
    }
  });
});
