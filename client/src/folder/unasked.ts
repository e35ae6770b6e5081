import { Disposable, workspace, type Uri } from 'vscode';
import { settingsSection } from '../../../server/src/lsp/protocol.ts';

const setting = 'folderFindings';

/** Has the reports of folders checked without being asked, where the settings want that. */
export function checkUnasked(check: (folders: readonly Uri[]) => void, clear: () => void): Disposable {
  const look = (folders: readonly { readonly uri: Uri }[]): void => {
    const wanted = folders.map(({ uri }) => uri).filter((uri) => workspace.getConfiguration(settingsSection, uri).get(setting) === true);
    if (wanted.length > 0) {
      check(wanted);
    }
  };
  look(workspace.workspaceFolders ?? []);
  return Disposable.from(
    workspace.onDidChangeWorkspaceFolders(({ added }) => look(added)),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(`${settingsSection}.${setting}`)) {
        clear();
        look(workspace.workspaceFolders ?? []);
      }
    }),
  );
}
