import assert from 'node:assert/strict';
import { ConfigurationTarget, Uri, window, workspace, type TextDocument, type WorkspaceFolder } from 'vscode';
import { closeAll, codes, mistaken, until } from '../host/support.ts';

describe('a workspace of several folders', function () {
  // Each setting is written to a file, and read again by the editor, the client and the server.
  this.timeout(120_000);
  const folder = (name: string): WorkspaceFolder => {
    const found = workspace.workspaceFolders?.find((one) => one.name === name);
    assert.ok(found, `${name} among the folders`);
    return found;
  };

  async function open(name: string): Promise<TextDocument> {
    const document = await workspace.openTextDocument(Uri.joinPath(folder(name).uri, mistaken));
    await window.showTextDocument(document, { preview: false });
    return document;
  }

  async function set(name: string, severity: Readonly<Record<string, string>> | undefined): Promise<void> {
    await workspace.getConfiguration('disclosureReport', folder(name).uri).update('severity', severity, ConfigurationTarget.WorkspaceFolder);
  }

  afterEach(async () => {
    await set('甲', undefined);
    await set('乙', undefined);
    await closeAll();
  });

  it('checks each report by the settings of its own folder, and follows them', async () => {
    await set('甲', { 'results-total': 'off' });
    const [first, second] = [await open('甲'), await open('乙')];
    await until(() => codes(first).includes('blank-cell') && codes(second).includes('results-total'));
    assert.ok(!codes(first).includes('results-total'));
    await set('乙', { 'blank-cell': 'off' });
    await until(() => !codes(second).includes('blank-cell'));
    assert.ok(codes(first).includes('blank-cell'));
    await set('甲', undefined);
    await until(() => codes(first).includes('results-total'));
    assert.ok(!codes(second).includes('blank-cell'));
  });
});
