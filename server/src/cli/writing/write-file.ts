import {
  accessSync, closeSync, constants, fchmodSync, fchownSync, fsyncSync, mkdirSync, openSync, readFileSync, realpathSync, renameSync,
  rmSync, statSync, writeFileSync, writeSync, type Stats,
} from 'node:fs';
import { dirname, join, sep } from 'node:path';
import * as l10n from '@vscode/l10n';
import { temporaryName } from './temporary-files.ts';

/**
 * Puts new bytes in the place of a file's: whole or not at all, with its mode and owner, through a symbolic link if it is one.
 * Gives how many other names of the file (hard links) keep the bytes that it had.
 * @throws where it cannot be written, is read-only, or no longer holds `expected`
 */
export function replaceFile(path: string | Buffer, bytes: Buffer, expected: Buffer): number {
  const target = realpathSync.native(path, 'buffer');
  accessSync(target, constants.W_OK);
  const status = statSync(target);
  if (!status.isFile()) {
    throw new Error(l10n.t('this is no regular file'));
  }
  // The superuser may write everything; what somebody marked as read-only is left all the same.
  if ((status.mode & 0o222) === 0) {
    throw new Error(l10n.t('the file is read-only'));
  }
  putInPlace(target, beside(target), (temporary) => {
    writeNew(temporary, bytes, status);
    if (!readFileSync(target).equals(expected)) {
      throw new Error(l10n.t('the file was changed by someone else and is left as it is now'));
    }
  });
  return status.nlink - 1;
}

/** A new name in the folder of a file, whose own name may be no text. */
function beside(target: Buffer): Buffer {
  return Buffer.concat([target.subarray(0, target.lastIndexOf(sep) + 1), Buffer.from(temporaryName())]);
}

/** Writes under another name what then takes the place of the target; nothing is left of it where that fails. */
function putInPlace<Path extends string | Buffer>(target: Path, temporary: Path, write: (temporary: Path) => void): void {
  try {
    write(temporary);
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** Writes a file that need not be there, whole or not at all, with the folders above it. @throws where it cannot be written */
export function writeFile(path: string, bytes: Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  putInPlace(path, join(dirname(path), temporaryName()), (temporary) => writeFileSync(temporary, bytes, { flag: 'wx' }));
}

function writeNew(path: Buffer, bytes: Buffer, { mode, uid, gid }: Stats): void {
  const file = openSync(path, 'wx', 0o600);
  try {
    let written = 0;
    while (written < bytes.length) {
      written += writeSync(file, bytes, written);
    }
    keepOwner(file, uid, gid);
    fchmodSync(file, mode & 0o7777);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Only the superuser may give a file to another; for anyone else it stays their own. */
function keepOwner(file: number, uid: number, gid: number): void {
  try {
    fchownSync(file, uid, gid);
  } catch {
    return;
  }
}
