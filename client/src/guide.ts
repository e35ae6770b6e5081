import { commands, l10n, Uri, window, workspace, type Disposable, type ExtensionContext } from 'vscode';

/** The pages that are packed, as they are offered. */
const pages = [
  'docs/rules/README.md', 'docs/forms/2021.md', 'docs/forms/2019.md', 'docs/office.md', 'docs/own-forms.md', 'docs/editors.md', 'docs/ci.md',
  'docs/library.md', 'docs/performance.md', 'docs/reliability.md', 'CHANGELOG.md', 'SECURITY.md',
] as const;

/** The command that shows the extension's own pages: VS Code follows no links to them from its view of an extension. */
export function registerGuide({ extensionUri }: ExtensionContext): Disposable {
  return commands.registerCommand('disclosureReport.showGuide', async () => {
    const items = await Promise.all(pages.map(async (path) => {
      const uri = Uri.joinPath(extensionUri, path);
      return { uri, description: path, label: await titleOf(uri) };
    }));
    const chosen = await window.showQuickPick(items, { placeHolder: l10n.t('Which page?'), matchOnDescription: true });
    if (chosen !== undefined) {
      await commands.executeCommand('markdown.showPreview', chosen.uri);
    }
  });
}

/** The first heading of a page. */
async function titleOf(uri: Uri): Promise<string> {
  const text = new TextDecoder().decode(await workspace.fs.readFile(uri));
  return /^# (.+)$/mu.exec(text)?.[1]?.replaceAll('`', '') ?? uri.path;
}
