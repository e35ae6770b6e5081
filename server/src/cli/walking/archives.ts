import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as l10n from '@vscode/l10n';
import iconv from 'iconv-lite';
import { contentTypes } from '../../office/package-parts.ts';
import type { UnreadReason } from '../../office/office-text.ts';
import { unreadMessage } from '../../office/words.ts';
import { openZip } from '../../office/zip/read-zip.ts';
import { ZipError, type Zip, type ZipEntry } from '../../office/zip/zip.ts';
import type { ArchivedFile, InputFile } from './input-file.ts';

const namesAreUtf8Flag = 1 << 11;

export function isArchive(path: string): boolean {
  return /\.zip$/iu.test(path);
}

/** The files in an archive that `isWanted` by their names; undefined where it is an office file itself. @throws where it is no archive */
export function filesInArchive(
  { path, absolute, base, isNamed }: Pick<InputFile, 'path' | 'absolute' | 'base' | 'isNamed'>, isWanted: (name: string) => boolean,
): InputFile[] | undefined {
  const zip = open(absolute);
  if (zip.has(contentTypes)) {
    return undefined;
  }
  return zip.entries.map((entry, index): InputFile => {
    const name = nameOf(entry);
    return { path: join(path, name), absolute: join(absolute, name), base, isNamed: false, archived: { archive: absolute, index, isOfNamed: isNamed } };
  }).filter(({ path: inner }) => !leftFolder.test(inner) && isWanted(inner));
}

/** What other programs keep beside the files, as in a folder. */
const leftFolder = /(?:^|[/\\])(?:__MACOSX|node_modules|\.git)[/\\]/u;

/** Programs in China write names in GB18030 without saying so. */
function nameOf({ name, rawName, flags }: ZipEntry): string {
  const isUtf8 = (flags & namesAreUtf8Flag) !== 0 || !name.includes('\uFFFD');
  return (isUtf8 ? name : iconv.decode(Buffer.from(rawName), 'gb18030')).split('/').filter((part) => part !== '..').join('/');
}

/** Reads files of archives; the last archive stays open, for its files come one after the other. */
export function createArchiveReader(): (file: ArchivedFile) => Buffer {
  let last: { readonly archive: string; readonly zip: Zip } | undefined;
  return ({ archive, index }) => {
    if (last?.archive !== archive) {
      last = { archive, zip: open(archive) };
    }
    const { zip } = last;
    const entry = zip.entries[index];
    return entry === undefined ? Buffer.alloc(0) : inWords(() => Buffer.from(zip.content(entry)));
  };
}

function open(absolute: string): Zip {
  const bytes = readFileSync(absolute);
  return inWords(() => openZip(bytes));
}

/** An archive that cannot be opened, or whose file cannot be unpacked; its message is for a person. */
export class UnreadArchive extends Error {}

function inWords<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof ZipError ? new UnreadArchive(archiveMessage(error.reason)) : error;
  }
}

/** What to do about an archive differs from what to do about a document. */
export function archiveMessage(reason: UnreadReason): string {
  switch (reason) {
    case 'broken': return l10n.t('the file is damaged or incomplete; get it again, or unpack what can be unpacked and check that');
    case 'encrypted': return l10n.t('the archive is encrypted; unpack it with its password and check the files in it');
    case 'no-document': return l10n.t('this is an archive; unpack it and check the files in it');
    default: return unreadMessage(reason);
  }
}
