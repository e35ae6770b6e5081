import { Disposable, FileType, RelativePattern, workspace, type Uri } from 'vscode';
import { isFoundInFolder } from '../../../server/src/lsp/protocol.ts';

/** Folders whose files are never reports, and come and go by thousands. */
const others = /\/(?:node_modules|\.git)(?:\/|$)/u;

/**
 * Tells when a whole folder came or went below one that is checked. The editor then names the folder alone, and none of the
 * files in it.
 * @param holds whether a file that is known lies below a folder that is gone
 */
export function watchWholeFolders(top: Uri, holds: (folder: Uri) => boolean, tell: () => void): Disposable {
  const watcher = workspace.createFileSystemWatcher(new RelativePattern(top, '**'), false, true, false);
  const isWatched = ({ path }: Uri): boolean => !isFoundInFolder(path) && !others.test(path);
  return Disposable.from(
    watcher,
    watcher.onDidCreate((uri) => {
      if (isWatched(uri)) {
        void isFolder(uri).then((is) => (is ? tell() : undefined));
      }
    }),
    watcher.onDidDelete((uri) => {
      if (isWatched(uri) && holds(uri)) {
        tell();
      }
    }),
  );
}

async function isFolder(uri: Uri): Promise<boolean> {
  return workspace.fs.stat(uri).then(({ type }) => type === FileType.Directory, () => false);
}
