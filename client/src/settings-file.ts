import { commands, l10n, Uri, window, workspace, type Disposable } from 'vscode';
import { settingsFileName } from '../../server/src/lsp/protocol.ts';
import type { ActiveReport } from './active-report.ts';
import { fileOf } from './office/address.ts';

/** Opens the settings file that is in force for the report that the user is at, or makes one at the top of its folder. */
export function registerSettingsFile(active: ActiveReport): Disposable {
  return commands.registerCommand('disclosureReport.openSettingsFile', async () => {
    const report = active.uri === undefined ? undefined : fileOf(Uri.parse(active.uri));
    const top = (report && workspace.getWorkspaceFolder(report)?.uri) ?? workspace.workspaceFolders?.[0]?.uri ?? (report && Uri.joinPath(report, '..'));
    if (!top || top.scheme === 'untitled') {
      void window.showInformationMessage(l10n.t('Open the folder that holds the reports first.'));
      return;
    }
    const file = await nearest(report ?? Uri.joinPath(top, settingsFileName), top) ?? await make(Uri.joinPath(top, settingsFileName));
    // Opened through the interface for extensions, its text would outlive its tab, and count although the file is deleted.
    await commands.executeCommand('vscode.open', file);
  });
}

/** The settings file in the folder of a report, or in one above it up to the top. */
async function nearest(report: Uri, top: Uri): Promise<Uri | undefined> {
  for (let folder = Uri.joinPath(report, '..'); folder.path.startsWith(top.path); folder = Uri.joinPath(folder, '..')) {
    const file = Uri.joinPath(folder, settingsFileName);
    if (await workspace.fs.stat(file).then(() => true, () => false)) {
      return file;
    }
    if (folder.path === top.path) {
      return undefined;
    }
  }
  return undefined;
}

async function make(file: Uri): Promise<Uri> {
  await workspace.fs.writeFile(file, new TextEncoder().encode('{\n  "severity": {},\n  "ignore": []\n}\n'));
  return file;
}
