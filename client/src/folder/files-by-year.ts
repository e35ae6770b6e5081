import { FileType, RelativePattern, Uri, workspace } from 'vscode';
import { isFoundInFolder } from '../../../server/src/lsp/protocol.ts';
import { isSearchable } from './files.ts';

/** More files of one year are no folder in which a person looks for one. */
const mostFiles = 5000;

/** The folder of a file, or the one that a text without a file is to be saved in; undefined where that is not known. */
export function folderOf(file: Uri): Uri | undefined {
  if (file.scheme !== 'untitled') {
    return Uri.joinPath(file, '..');
  }
  const top = (workspace.workspaceFolders ?? []).find(({ uri }) => file.path.startsWith(`${uri.path.replace(/\/$/u, '')}/`))?.uri;
  return top && Uri.joinPath(top.with({ path: file.path }), '..');
}

/** The files in the folder of a file in which reports come. */
export async function filesBeside(file: Uri): Promise<readonly Uri[]> {
  const folder = folderOf(file);
  const entries = folder ? await Promise.resolve(workspace.fs.readDirectory(folder)).catch((): [string, FileType][] => []) : [];
  return entries.filter(([name, type]) => (type & FileType.File) !== 0 && isFoundInFolder(name)).map(([name]) => Uri.joinPath(folder as Uri, name))
    .filter((one) => one.path !== file.path);
}

/** The files of the workspace, but those beside a file, whose names or folders say one of some years. */
export async function findFilesByYear(file: Uri, years: readonly number[]): Promise<readonly Uri[]> {
  const beside = folderOf(file)?.path;
  // One search, however many reports ask: the editor starts a program for each, and does nothing else meanwhile.
  const distinct = [...new Set(years)];
  const named = distinct.flatMap((year) => [`**/*${year}*`, `**/*${year}*/*`]).join(',');
  const found = await Promise.all((workspace.workspaceFolders ?? []).filter(({ uri }) => isSearchable(uri)).map((folder) =>
    workspace.findFiles(new RelativePattern(folder, `{${named}}`), '**/{node_modules,.git}/**', mostFiles * distinct.length)));
  return found.flat().filter((one) => isFoundInFolder(one.path) && Uri.joinPath(one, '..').path !== beside);
}
