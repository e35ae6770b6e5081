import { randomBytes } from 'node:crypto';
import {
  accessSync, closeSync, constants, fchmodSync, fchownSync, fsyncSync, mkdirSync, openSync, readFileSync, realpathSync, renameSync,
  rmSync, statSync, writeFileSync, writeSync, type Stats,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import * as l10n from '@vscode/l10n';

/**
 * Puts new bytes in the place of a file's: whole or not at all, with its mode and owner, through a link if it is one.
 * @throws where it cannot be written, or where it no longer holds `expected`
 */
export function replaceFile(path: string, bytes: Buffer, expected: Buffer): void {
  const target = realpathSync(path);
  accessSync(target, constants.W_OK);
  const status = statSync(target);
  if (!status.isFile()) {
    throw new Error(l10n.t('this is no regular file'));
  }
  const temporary = join(dirname(target), `.${basename(target).slice(0, 60)}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    writeNew(temporary, bytes, status);
    if (!readFileSync(target).equals(expected)) {
      throw new Error(l10n.t('the file was changed by someone else and is left as it is now'));
    }
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** Writes a file that need not be there, whole or not at all, with the folders above it. @throws where it cannot be written */
export function writeFile(path: string, bytes: Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  const temporary = join(dirname(path), `.${basename(path).slice(0, 60)}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    writeFileSync(temporary, bytes, { flag: 'wx' });
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

function writeNew(path: string, bytes: Buffer, { mode, uid, gid }: Stats): void {
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
