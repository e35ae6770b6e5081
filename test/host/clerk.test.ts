import assert from 'node:assert/strict';
import { commands, TabInputWebview, window, workspace, type TextDocument } from 'vscode';
import { clean, closeAll, eventually, findings, mistaken, sample, show, until } from './support.ts';

describe('a day at the desk', () => {
  afterEach(closeAll);

  it('pauses the checking and goes on with it', async () => {
    const { document } = await show(mistaken);
    await until(() => findings(document).length > 0);
    await commands.executeCommand('disclosureReport.pauseChecking');
    await until(() => findings(document).length === 0);
    await commands.executeCommand('disclosureReport.resumeChecking');
    await until(() => findings(document).length > 0);
  });

  it('does what the menu of a tab or a file says for that one, and not for the report in front', async () => {
    await show(clean);
    await commands.executeCommand('disclosureReport.showPreview', sample(mistaken));
    const forms = (): string[] => window.tabGroups.all.flatMap(({ tabs }) => tabs).filter(({ input }) => input instanceof TabInputWebview).map(({ label }) => label);
    await eventually(async () => forms(), ([label]) => label?.includes(mistaken) ?? false);
    const other = sample('说明.md');
    await workspace.fs.writeFile(other, Buffer.from('# 会议记录\n'));
    await commands.executeCommand('disclosureReport.showPreview', other);
    assert.equal(forms().length, 1);
    await workspace.fs.delete(other);
  });

  it('walks the paragraphs to be revised one by one, and begins anew behind the last', async () => {
    const { document: old } = await show(clean);
    await eventually(() => commands.executeCommand('disclosureReport.nextReport'), () => window.activeTextEditor?.document !== old);
    const { document } = window.activeTextEditor as { document: TextDocument };
    const marks = document.getText().split('\n').flatMap((line, at) => (line === '<!-- 待修订 -->' ? [at] : []));
    const visited: number[] = [];
    for (let step = 0; step <= marks.length; step += 1) {
      await commands.executeCommand('disclosureReport.nextRevisionMark');
      visited.push((window.activeTextEditor?.selection.active.line ?? 0) - 1);
    }
    assert.deepEqual(visited, [...marks, marks[0]]);
    await commands.executeCommand('disclosureReport.previousRevisionMark');
    assert.equal((window.activeTextEditor?.selection.active.line ?? 0) - 1, marks.at(-1));
  });

  it('opens the settings file, and makes one where there is none', async () => {
    await show(clean);
    await commands.executeCommand('disclosureReport.openSettingsFile');
    const uri = sample('.disclosure-report.json');
    assert.equal(window.activeTextEditor?.document.uri.path, uri.path);
    assert.deepEqual(JSON.parse(window.activeTextEditor.document.getText()), { severity: {}, ignore: [] });
    await workspace.fs.delete(uri);
  });
});
