import { Uri, workspace } from 'vscode';

/**
 * Puts new bytes into a file. Until all of them are there a copy of the old ones stands beside it, which takes its place again
 * where that fails: a package of which a part was written opens nowhere.
 * @throws where the file is as it was
 */
export async function replaceFile(file: Uri, bytes: Uint8Array): Promise<void> {
  const name = file.path.slice(file.path.lastIndexOf('/') + 1);
  const copy = Uri.joinPath(file, '..', `.~${name}.bak`);
  await workspace.fs.copy(file, copy, { overwrite: true });
  try {
    await workspace.fs.writeFile(file, bytes);
    if (!isSame(await workspace.fs.readFile(file), bytes)) {
      throw new Error(`${name}: ${bytes.length} B`);
    }
  } catch (error) {
    // Where even this fails the copy stays, so that nothing is lost.
    await workspace.fs.copy(copy, file, { overwrite: true });
    await workspace.fs.delete(copy);
    throw error;
  }
  await workspace.fs.delete(copy);
}

export function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}
