import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';

/** The findings of a document, once there is one with this code. */
async function findingsWith(code: string, uri: vscode.Uri): Promise<vscode.Diagnostic[]> {
  const found = () => vscode.languages.getDiagnostics(uri);
  const has = () => found().some((finding) => codeOf(finding) === code);
  if (!has()) {
    await new Promise<void>((resolve) => {
      const listener = vscode.languages.onDidChangeDiagnostics(() => {
        if (!has()) return;
        listener.dispose();
        resolve();
      });
    });
  }
  return found();
}

function codeOf({ code }: vscode.Diagnostic): string | number | undefined {
  return typeof code === 'object' ? code.value : code;
}

/** Every path that starts with `./` in a part of the manifest. */
function pathsIn(value: unknown): string[] {
  if (typeof value === 'string') return value.startsWith('./') ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(pathsIn);
}

describe('the packaged extension', () => {
  const extension = vscode.extensions.getExtension('disclosure-report.disclosure-report');

  it('is installed without sources and without node_modules', () => {
    assert.ok(extension);
    const held = readdirSync(extension.extensionPath);
    assert.deepEqual(held.filter((name) => ['node_modules', 'server', 'client', 'test', 'tools'].includes(name)), []);
  });

  it('holds every file that its manifest names', () => {
    assert.ok(extension);
    const { main, browser, icon, l10n, contributes } = extension.packageJSON;
    const named = [...pathsIn(contributes), main, browser, icon, l10n];
    assert.deepEqual(named.filter((path) => !existsSync(join(extension.extensionPath, path))), []);
  });

  it('shows its README with pictures, and without links that VS Code does not follow', () => {
    assert.ok(extension);
    // So vsce names it.
    const readme = readFileSync(join(extension.extensionPath, 'readme.md'), 'utf8');
    const targets = [...readme.matchAll(/\]\(([^)\s]+)/gu)].map((match) => match[1] ?? '');
    assert.ok(targets.filter((target) => target.startsWith('data:image/png;base64,')).length >= 5);
    assert.deepEqual(targets.filter((target) => !/^(?:data:image\/png;base64,|https:|#)/u.test(target)), []);
    const anchors = new Set([...readme.matchAll(/^#+ (.+)$/gmu)].map((match) => (match[1] ?? '').toLowerCase().replaceAll(' ', '-')));
    assert.deepEqual(targets.filter((target) => target.startsWith('#') && !anchors.has(decodeURIComponent(target.slice(1)))), []);
    assert.ok(existsSync(join(extension.extensionPath, 'THIRD-PARTY-NOTICES.txt')));
  });

  it('is described in Chinese for those who search the market', () => {
    assert.ok(extension);
    const texts = JSON.parse(readFileSync(join(extension.extensionPath, 'package.nls.json'), 'utf8')) as { description: string };
    assert.match(texts.description, /政府信息公开工作年度报告/u);
  });

  it('shows its own pages as they are meant to be read', async () => {
    assert.ok(extension);
    for (const page of ['docs/rules/results-total.md', 'docs/forms/2021.md', 'docs/ci.md']) {
      await vscode.commands.executeCommand('vscode.open', vscode.Uri.joinPath(extension.extensionUri, page));
      const { input } = vscode.window.tabGroups.activeTabGroup.activeTab ?? {};
      assert.ok(input instanceof vscode.TabInputCustom, page);
      assert.equal(input.viewType, 'vscode.markdown.preview.editor');
    }
  });

  it('finds the wrong totals of a sample', async () => {
    const [uri] = await vscode.workspace.findFiles('*（送审稿）.md');
    assert.ok(uri);
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document);
    const findings = await findingsWith('results-total', uri);
    const totals = findings.filter((finding) => codeOf(finding) === 'results-total');
    assert.deepEqual(totals.map((finding) => document.getText(finding.range)), ['12']);
    assert.equal(totals[0]?.source, 'disclosure-report');
    assert.match(totals[0].message, /\p{Script=Han}/u);
  });
});
