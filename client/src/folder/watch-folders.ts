import { Disposable, RelativePattern, Uri, workspace } from 'vscode';
import { allReportFiles, isFoundInFolder } from '../../../server/src/lsp/protocol.ts';
import { atRest } from '../at-rest.ts';
import { fileOf } from '../office/address.ts';
import { createIgnoring } from './ignored.ts';
import { watchWholeFolders } from './whole-folders.ts';

/** Looks at files that are written behind the editor's back, or by it. */
interface FolderWatch extends Disposable {
  watch(folder: Uri): void;
  /** No folder is watched any more. */
  stop(): void;
}

interface FolderWatchOptions {
  /** A report may have been written; it is none that is left out. */
  written(file: Uri): void;
  gone(file: Uri): void;
  /** Other files of a folder may be reports now: whole folders came or went, or other rules leave other files out. */
  takeStock(folder: Uri): void;
  /** The files of which something is known, by their URI. */
  known(): ReadonlySet<string>;
}

/** Rules that are written one after the other are followed together, after this many milliseconds. */
const rest = 300;

export function createFolderWatch({ written, gone, takeStock, known }: FolderWatchOptions): FolderWatch {
  const watchers = new Map<string, Disposable>();
  const others = atRest(rest, (folder: string) => takeStock(Uri.parse(folder)));
  const holdsKnown = (folder: Uri): boolean => [...known()].some((file) => file.startsWith(`${folder.toString()}/`));

  /** The text of an office file lies at the path of the file, and is told of when it is saved, to who watches that path. */
  async function look(uri: Uri, top: Uri): Promise<void> {
    const file = fileOf(uri);
    if (isFoundInFolder(uri.path) && !await createIgnoring()(file, top)) {
      written(file);
    }
  }

  function stop(): void {
    watchers.forEach((watcher) => watcher.dispose());
    watchers.clear();
    others.dispose();
  }

  return {
    watch(folder) {
      const key = folder.toString();
      if (watchers.has(key)) {
        return;
      }
      const files = workspace.createFileSystemWatcher(new RelativePattern(folder, allReportFiles));
      const rules = workspace.createFileSystemWatcher(new RelativePattern(workspace.getWorkspaceFolder(folder) ?? folder, '**/.gitignore'));
      const follow = (): void => others.ask(key);
      watchers.set(key, Disposable.from(
        files, files.onDidCreate((uri) => void look(uri, folder)), files.onDidChange((uri) => void look(uri, folder)),
        files.onDidDelete((uri) => gone(fileOf(uri))),
        rules, rules.onDidCreate(follow), rules.onDidChange(follow), rules.onDidDelete(follow),
        watchWholeFolders(folder, holdsKnown, follow),
      ));
    },
    stop,
    dispose: stop,
  };
}
