import { env, l10n, Uri, window, workspace } from 'vscode';
import { folderExportMethod, fromBase64, type FolderFormat, type FolderView, type ListedFile } from '../../../server/src/lsp/protocol.ts';
import type { ServerConnection } from '../connection.ts';

const listFormats: readonly FolderFormat[] = ['xlsx', 'csv', 'html'];

/** What a view is called, in the editor and as a file. */
export function titleOf(view: FolderView): string {
  return view === 'list' ? l10n.t('List of Findings') : l10n.t('Reports of the Folder');
}

/** Asks how a view is to be written and where, and writes it there. */
export async function exportView(view: FolderView, files: readonly ListedFile[], server: ServerConnection): Promise<void> {
  const to = view === 'page' ? view : await pickFormat();
  if (to === undefined) {
    return;
  }
  const end = to === 'page' ? 'html' : to;
  const root = workspace.workspaceFolders?.[0]?.uri;
  const target = await window.showSaveDialog({
    ...(root ? { defaultUri: Uri.joinPath(root, `${titleOf(view)}.${end}`) } : {}), filters: { [end.toUpperCase()]: [end] }, title: l10n.t('Export'),
  });
  const bytes = target && await server.request(folderExportMethod, { files, to, language: env.language });
  if (target && bytes) {
    await workspace.fs.writeFile(target, fromBase64(bytes));
    window.setStatusBarMessage(l10n.t('{0} was written.', workspace.asRelativePath(target)), 5000);
  }
}

async function pickFormat(): Promise<FolderFormat | undefined> {
  const picked = await window.showQuickPick([...listFormats], { title: l10n.t('Export') });
  return listFormats.find((format) => format === picked);
}
