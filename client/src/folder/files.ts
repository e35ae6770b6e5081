import { FileType, RelativePattern, Uri, workspace, type CancellationToken } from 'vscode';
import { allReportFiles, isFoundInFolder } from '../../../server/src/lsp/protocol.ts';
import { createIgnoring } from './ignored.ts';

const leftOut: ReadonlySet<string> = new Set(['node_modules', '.git']);

/** Where the editor can search itself; elsewhere it may wait for ever for who can. */
const searchable: ReadonlySet<string> = new Set(['file', 'vscode-remote']);

export function isSearchable({ scheme }: Uri): boolean {
  return searchable.has(scheme);
}

/** The files below folders in which reports come, those that can only be named as well; without those that a `.gitignore` leaves out. */
export async function findReportFiles(folders: readonly Uri[], token: CancellationToken): Promise<Uri[]> {
  const isLeftOut = createIgnoring();
  const found = folders.map(async (folder) => {
    const files = (isSearchable(folder)
      ? await workspace.findFiles(new RelativePattern(folder, allReportFiles), '**/{node_modules,.git}/**', undefined, token)
      : await walk(folder, token)).filter(({ path }) => isFoundInFolder(path));
    const leftOut = await Promise.all(files.map((file) => isLeftOut(file, folder)));
    return files.filter((_, at) => !leftOut[at]);
  });
  return (await Promise.all(found)).flat();
}

async function walk(folder: Uri, token: CancellationToken): Promise<Uri[]> {
  const files: Uri[] = [];
  for (const [name, type] of await workspace.fs.readDirectory(folder)) {
    const uri = Uri.joinPath(folder, name);
    if (token.isCancellationRequested || leftOut.has(name)) {
      continue;
    }
    // A link to a folder is not followed, so that no loop is walked.
    if (type === FileType.Directory) {
      files.push(...await walk(uri, token));
    } else if ((type & FileType.File) !== 0) {
      files.push(uri);
    }
  }
  return files;
}
