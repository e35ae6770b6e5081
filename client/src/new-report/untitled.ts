import { Position, Uri, workspace, WorkspaceEdit, type TextDocument } from 'vscode';
import { fileOf } from '../office/address.ts';

/** Where the editor saves a text under the path that it was given. */
const savedByPath: ReadonlySet<string> = new Set(['file', 'vscode-remote']);

/** So many reports of one name may stand in a folder. */
const mostOfOneName = 50;

/**
 * Opens a new report that no file holds yet, named by its title as the file that it is to become: in the folder of the
 * report that it was made from, or else the first one that is open. Where there is no such folder it has no name yet.
 */
export async function openNew(text: string, beside: Uri | undefined): Promise<TextDocument> {
  const file = await freeFile(nameOf(text), folderOf(beside));
  if (!file) {
    return workspace.openTextDocument({ language: 'markdown', content: text });
  }
  const uri = file.with({ scheme: 'untitled', authority: '' });
  const document = await workspace.openTextDocument(uri);
  const edit = new WorkspaceEdit();
  edit.insert(uri, new Position(0, 0), text);
  await workspace.applyEdit(edit);
  return document;
}

/** The title, without what no file may be called. */
function nameOf(text: string): string {
  return (text.split('\n')[0] ?? '').replace(/^#+\s*/u, '').replace(/[\\/:*?"<>|]/gu, '').trim();
}

function folderOf(beside: Uri | undefined): Uri | undefined {
  const file = beside && fileOf(beside);
  return [...(file ? [Uri.joinPath(file, '..')] : []), ...(workspace.workspaceFolders ?? []).map(({ uri }) => uri)]
    .find(({ scheme }) => savedByPath.has(scheme));
}

/** A file of this name that there is not, numbered where it has to be. */
async function freeFile(name: string, folder: Uri | undefined): Promise<Uri | undefined> {
  for (let number = 1; folder && name !== '' && number <= mostOfOneName; number += 1) {
    const file = Uri.joinPath(folder, `${name}${number === 1 ? '' : `（${number}）`}.md`);
    const isOpen = workspace.textDocuments.some(({ uri }) => uri.path === file.path);
    if (!isOpen && !await isThere(file)) {
      return file;
    }
  }
  return undefined;
}

async function isThere(file: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(file);
    return true;
  } catch {
    return false;
  }
}
