import assert from 'node:assert/strict';
import { CodeActionKind, commands, type CodeAction } from 'vscode';
import { closeAll, eventually, find, findings, mistaken, show, until } from './support.ts';

describe('correcting totals', () => {
  afterEach(closeAll);

  it('shows the change before it is made, and makes it in one step', async () => {
    const { document } = await show(mistaken);
    await until(() => findings(document).length > 0);
    const before = document.getText();
    const command = commands.executeCommand('disclosureReport.recomputeTotals');
    await eventually(() => commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem'), () => document.getText() !== before);
    await command;
    find(document, '| （七）总计 |  | 13 |');
    await commands.executeCommand('undo');
    assert.equal(document.getText(), before);
  });

  it('is a source action of its own kind, which no fix-all runs', async () => {
    const { document } = await show(mistaken);
    await until(() => findings(document).length > 0);
    const ask = (kind: string): Thenable<CodeAction[]> =>
      commands.executeCommand<CodeAction[]>('vscode.executeCodeActionProvider', document.uri,
        find(document, '| （七）总计 |  | 12 |', '12'), kind);
    const own = await ask('source.disclosureReport');
    assert.deepEqual(own.map(({ kind }) => kind?.value), ['source.disclosureReport.recomputeTotals']);
    assert.deepEqual(await ask(CodeActionKind.SourceFixAll.value), []);
  });
});
