import assert from 'node:assert/strict';
import { commands, env, languages, Range, TabInputWebview, window, workspace, WorkspaceEdit, Uri, type Tab } from 'vscode';
import { closeAll, eventually, findings, mistaken, replace, sample, show, until } from './support.ts';

function previews(): Tab[] {
  return window.tabGroups.all.flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof TabInputWebview && input.viewType.endsWith('disclosureReport.preview'));
}

describe('the form preview', () => {
  afterEach(closeAll);

  it('opens beside the text, once, and leaves the caret where it is', async () => {
    const { document } = await show(mistaken);
    await until(() => findings(document).length > 0);
    await commands.executeCommand('disclosureReport.showPreview');
    await eventually(async () => previews(), (tabs) => tabs.length === 1);
    const [tab] = previews();
    assert.match(tab?.label ?? '', /送审稿/u);
    assert.notEqual(tab?.group, window.tabGroups.activeTabGroup);
    assert.equal(window.activeTextEditor?.document, document);
    await commands.executeCommand('disclosureReport.showPreview');
    assert.equal(previews().length, 1);
    await window.tabGroups.close(previews());
  });

  it('keeps the commands for its report while it has the focus', async () => {
    const { document } = await show(mistaken);
    await until(() => findings(document).length > 0);
    await commands.executeCommand('disclosureReport.showPreview');
    await eventually(async () => previews(), (tabs) => tabs.length === 1);
    await commands.executeCommand('workbench.action.focusSecondEditorGroup');
    await eventually(async () => window.activeTextEditor, (editor) => editor === undefined);
    await env.clipboard.writeText('');
    await commands.executeCommand('disclosureReport.copyFindings');
    assert.ok((await env.clipboard.readText()).includes('results-total'));
    await window.tabGroups.close(previews());
  });

  it('is not opened for a text that is no report', async () => {
    const note = await workspace.openTextDocument({ language: 'markdown', content: '# 会议纪要\n' });
    await window.showTextDocument(note);
    await commands.executeCommand('disclosureReport.showPreview');
    assert.equal(previews().length, 0);
  });

  it('is opened for the last report from where no text is in front, as from the walkthrough', async () => {
    const { document } = await show(mistaken);
    await until(() => findings(document).length > 0);
    await commands.executeCommand('disclosureReport.openWalkthrough');
    await eventually(async () => window.activeTextEditor, (editor) => editor === undefined);
    await commands.executeCommand('disclosureReport.showPreview');
    await eventually(async () => previews(), ([tab]) => tab?.label.includes('送审稿') ?? false);
    await window.tabGroups.close(previews());
  });

  it('stays with its report when that is saved under a name, and when its file is renamed', async () => {
    const text = (await workspace.openTextDocument(sample(mistaken))).getText();
    const [first, second] = [sample('青禾县水利站（初稿）.md'), sample('青禾县水利站（二稿）.md')];
    const draft = await workspace.openTextDocument(Uri.from({ scheme: 'untitled', path: first.path }));
    await window.showTextDocument(draft);
    await replace(draft, new Range(0, 0, 0, 0), text);
    await until(() => findings(draft).length > 0);
    await commands.executeCommand('disclosureReport.showPreview');
    await eventually(async () => previews(), (tabs) => tabs.length === 1);
    assert.ok(await draft.save());
    await window.showTextDocument(first);
    await until(() => languages.getDiagnostics(first).length > 0);
    await commands.executeCommand('disclosureReport.showPreview');
    assert.equal(previews().length, 1, 'the form of the saved report is the one that is open');
    const rename = new WorkspaceEdit();
    rename.renameFile(first, second);
    await workspace.applyEdit(rename);
    await eventually(async () => previews(), ([tab]) => tab?.label.includes('二稿') ?? false);
    await window.tabGroups.close(previews());
    await workspace.fs.delete(second);
  });

  it('stays with its report when saving changes the text too', async function () {
    this.timeout(120_000);
    const text = (await workspace.openTextDocument(sample(mistaken))).getText().trimEnd();
    const file = sample('青禾县水利站（三稿）.md');
    const files = workspace.getConfiguration('files');
    await files.update('insertFinalNewline', true, true);
    try {
      const draft = await workspace.openTextDocument(Uri.from({ scheme: 'untitled', path: file.path }));
      await window.showTextDocument(draft);
      await replace(draft, new Range(0, 0, 0, 0), text);
      await until(() => findings(draft).length > 0);
      await commands.executeCommand('disclosureReport.showPreview');
      await eventually(async () => previews(), (tabs) => tabs.length === 1);
      assert.ok(await draft.save());
      assert.equal((await window.showTextDocument(file)).document.getText(), `${text}\n`);
      await until(() => languages.getDiagnostics(file).length > 0);
      await commands.executeCommand('disclosureReport.showPreview');
      assert.equal(previews().length, 1);
    } finally {
      await files.update('insertFinalNewline', undefined, true);
      await window.tabGroups.close(previews());
      await workspace.fs.delete(file);
    }
  });
});
