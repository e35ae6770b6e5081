import assert from 'node:assert/strict';
import { commands, env, TabInputWebview, window, workspace, type Tab } from 'vscode';
import { closeAll, eventually, findings, mistaken, show, until } from './support.ts';

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
});
