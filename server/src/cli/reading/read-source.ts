import { readFileSync } from 'node:fs';
import * as l10n from '@vscode/l10n';
import { officeHost } from './office-host.ts';
import { isUnread } from '../../office/office-text.ts';
import { readOffice } from '../../office/read-office.ts';
import { unreadMessage } from '../../office/words.ts';
import { isReadOffice, languageOfFile, unreadFamily } from '../../report-files.ts';
import { unreadReason } from '../../unread-files.ts';
import { decode, type EncodingName } from './encoding.ts';
import { archiveMessage, createArchiveReader, isArchive, UnreadArchive } from '../walking/archives.ts';
import { unreadBy, type Unread } from '../terminal/failures.ts';
import { systemPath, type InputFile } from '../walking/input-file.ts';
import { sourceOf, type Source } from './source.ts';

/** An office file that cannot be read, and why; it is no failure where a folder just happens to hold it. */
class UnreadOffice extends Error {}

/** Why a file could not be read, of what `readSource` threw. */
export function unreadOf(input: InputFile, error: unknown): Unread {
  const isFailure = input.isNamed || input.archived?.isOfNamed === true;
  return error instanceof UnreadArchive ? { path: input.path, reason: error.message, isFailure }
    : error instanceof UnreadOffice ? { path: input.path, reason: error.message, isFailure: input.isNamed } : unreadBy(input.path, error);
}

export type SourceReader = (input: InputFile) => Promise<Source>;

/** `stdin` stands for the input `-`. What the reader throws where a file cannot be read is for `unreadOf`. */
export function createSourceReader(encoding: EncodingName | undefined, stdin: Buffer | undefined): SourceReader {
  const readArchived = createArchiveReader();
  return (input) => readSource(input, encoding, () => {
    if (input.archived !== undefined) {
      return readArchived(input.archived);
    }
    return input.isStdin && stdin !== undefined ? stdin : readFileSync(systemPath(input));
  });
}

async function readSource(input: InputFile, encoding: EncodingName | undefined, read: () => Buffer): Promise<Source> {
  const family = unreadFamily(input.absolute);
  const reason = unreadReason(input.absolute, l10n);
  if (reason !== undefined && family !== 'word' && family !== 'sheet' && !isArchive(input.absolute)) {
    throw new UnreadOffice(reason);
  }
  const bytes = read();
  const isOffice = isReadOffice(input.absolute) || reason !== undefined;
  const content = isOffice ? undefined : decode(bytes, encoding);
  return content === undefined ? readBinary(input, bytes, isOffice, reason) : { input, bytes, content };
}

/** What is no text: an office file by its name, or by its content where it was named and its name does not say what it is. */
async function readBinary(input: InputFile, bytes: Buffer, isOffice: boolean, reason: string | undefined): Promise<Source> {
  if (!isOffice && (languageOfFile(input.absolute) !== undefined || !input.isNamed)) {
    return { input, bytes, content: undefined };
  }
  const reading = await readOffice(bytes, officeHost);
  if (!isUnread(reading)) {
    return sourceOf(input, bytes, reading);
  }
  if (!isOffice && (reading.unread === 'unknown' || reading.unread === 'text')) {
    return { input, bytes, content: undefined };
  }
  throw new UnreadOffice(isArchive(input.absolute) ? archiveMessage(reading.unread) : reason ?? unreadMessage(reading.unread));
}
