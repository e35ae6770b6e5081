import { l10n, Uri, workspace } from 'vscode';
import { ownerFiles } from '../../../server/src/lsp/protocol.ts';
import { nameOf } from '../file-names.ts';

/**
 * Puts new bytes in the place of those that a file has. Until all of them are there a copy of the old ones stands beside it,
 * which takes its place again where a part was written: half a package opens nowhere.
 * @throws where nothing was written, or the file is as it was
 */
export async function replaceFile(file: Uri, old: Uint8Array, bytes: Uint8Array): Promise<void> {
  if (isSame(old, bytes)) {
    return;
  }
  const name = nameOf(file);
  if (await isHeldOpen(file, name)) {
    throw new Error(heldMessage());
  }
  const copy = Uri.joinPath(file, '..', `.~${name}.bak`);
  await workspace.fs.copy(file, copy, { overwrite: true });
  try {
    if (!isSame(await workspace.fs.readFile(copy), old)) {
      throw new Error(l10n.t('another program has changed the file just now; save again'));
    }
    await workspace.fs.writeFile(file, bytes);
    if (!isSame(await workspace.fs.readFile(file), bytes)) {
      throw new Error(name);
    }
  } catch (error) {
    // A file that another program holds was not touched. Where the copy cannot be put back either, it stays.
    if (!isSame(await workspace.fs.readFile(file), await workspace.fs.readFile(copy))) {
      await workspace.fs.copy(copy, file, { overwrite: true });
    }
    await workspace.fs.delete(copy);
    throw error;
  }
  await workspace.fs.delete(copy);
}

/** Where the system itself holds back nobody, what is written would be lost when the other program saves. */
async function isHeldOpen(file: Uri, name: string): Promise<boolean> {
  const found = await Promise.all(ownerFiles(name).map((owner) => workspace.fs.stat(Uri.joinPath(file, '..', owner)).then(() => true, () => false)));
  return found.includes(true);
}

export function heldMessage(): string {
  return l10n.t('another program has the file open, or it may not be written; close it there and save again');
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}
