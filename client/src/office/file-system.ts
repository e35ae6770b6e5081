import {
  Disposable, EventEmitter, FileChangeType, FilePermission, FileSystemError, FileType, RelativePattern, Uri, window, workspace,
  type FileChangeEvent, type FileStat, type FileSystemProvider,
} from 'vscode';
import { fromBase64, toBase64, writeOfficeMethod, type RefusedLine } from '../../../server/src/lsp/protocol.ts';
import type { ServerConnection } from '../connection.ts';
import { messageOf } from '../failures.ts';
import { nameGlob } from '../file-names.ts';
import { fileOf } from './address.ts';
import { heldMessage, replaceFile } from './replace-file.ts';
import { readOfficeBytes, readOfficeFile, type OfficeReading } from './texts.ts';

/** In front of the text, so that no setting of an encoding has it read in another one. */
const mark = '\uFEFF';

/** So many readings are kept; an editor asks about a file several times when it opens one. */
const mostKept = 16;

interface KnownText {
  /** Of the file when it was read. */
  readonly mtime: number;
  readonly size: number;
  readonly reading: Promise<OfficeReading>;
}

/** Lines that cannot be written into a file. */
export interface Refused {
  readonly uri: Uri;
  readonly lines: readonly RefusedLine[];
}

/** Office files as files that hold their text; what is written goes back into the office file, or nothing of it does. */
export class OfficeFileSystem implements FileSystemProvider, Disposable {
  readonly #server: ServerConnection;
  readonly #known = new Map<string, KnownText>();
  /** How often a text became another one than was written, by its address: each counts as a later time. */
  readonly #rewritten = new Map<string, number>();
  readonly #changed = new EventEmitter<FileChangeEvent[]>();
  readonly #refused = new EventEmitter<Refused>();
  readonly onDidChangeFile = this.#changed.event;
  readonly onDidRefuse = this.#refused.event;

  constructor(server: ServerConnection) {
    this.#server = server;
  }

  async stat(uri: Uri): Promise<FileStat> {
    const { type, ctime, mtime, size, permissions } = await workspace.fs.stat(fileOf(uri));
    if ((type & FileType.Directory) !== 0) {
      return { type: FileType.Directory, ctime, mtime, size };
    }
    const reading = await this.read(uri);
    const isReadOnly = 'unread' in reading || reading.readOnly !== undefined;
    return {
      type: FileType.File, ctime, mtime: mtime + (this.#rewritten.get(uri.toString()) ?? 0), size,
      ...(isReadOnly ? { permissions: FilePermission.Readonly } : permissions === undefined ? {} : { permissions }),
    };
  }

  /** The text of the file as it is now. */
  async read(uri: Uri): Promise<OfficeReading> {
    const key = uri.toString();
    const file = fileOf(uri);
    const { mtime, size } = await workspace.fs.stat(file);
    const known = this.#known.get(key);
    if (known?.mtime === mtime && known.size === size) {
      return known.reading;
    }
    const reading = readOfficeFile(this.#server, file);
    this.#keep(key, { mtime, size, reading });
    reading.catch(() => this.#known.delete(key));
    return reading;
  }

  #keep(key: string, text: KnownText): void {
    this.#known.delete(key);
    this.#known.set(key, text);
    const [oldest] = this.#known.keys();
    if (this.#known.size > mostKept && oldest !== undefined) {
      this.#known.delete(oldest);
    }
  }

  async readFile(uri: Uri): Promise<Uint8Array> {
    const reading = await this.read(uri);
    if ('unread' in reading) {
      throw FileSystemError.Unavailable(reading.unread);
    }
    return new TextEncoder().encode(mark + reading.text);
  }

  /** The text is held against the file as it is now; an editor has asked before where that changed in the meantime. */
  async writeFile(uri: Uri, content: Uint8Array): Promise<void> {
    const file = fileOf(uri);
    const text = new TextDecoder('utf-8', { fatal: true }).decode(content).replaceAll('\r\n', '\n');
    const bytes = await workspace.fs.readFile(file);
    await this.#server.client.start();
    const answer = await this.#server.request(writeOfficeMethod, { uri: file.toString(), bytes: toBase64(bytes), text });
    if (!answer || 'unread' in answer) {
      throw FileSystemError.Unavailable(answer?.unread ?? file.path);
    }
    if ('refused' in answer) {
      this.#refused.fire({ uri, lines: answer.refused });
      throw FileSystemError.Unavailable(answer.refused[0]?.message ?? file.path);
    }
    const changed = fromBase64(answer.bytes);
    try {
      await replaceFile(file, bytes, changed);
    } catch (error) {
      throw FileSystemError.Unavailable(whyNotWritten(error));
    }
    if (answer.stale) {
      void window.showWarningMessage(answer.stale.join('\n'));
    }
    this.#known.delete(uri.toString());
    await this.#tellOfText(uri, changed, text);
  }

  /** What the file now says may be another text than was written: white space that it does not keep, say. */
  async #tellOfText(uri: Uri, bytes: Uint8Array, written: string): Promise<void> {
    const reading = await readOfficeBytes(this.#server, fileOf(uri), bytes);
    if ('unread' in reading || reading.text === written) {
      return;
    }
    setTimeout(() => {
      this.#rewritten.set(uri.toString(), (this.#rewritten.get(uri.toString()) ?? 0) + 1);
      this.#changed.fire([{ type: FileChangeType.Changed, uri }]);
    }, 0);
  }

  watch(uri: Uri): Disposable {
    const file = fileOf(uri);
    const watcher = workspace.createFileSystemWatcher(new RelativePattern(Uri.joinPath(file, '..'), nameGlob(file)));
    const tell = (type: FileChangeType) => (): void => {
      // Not every disk gives its files another time or size.
      this.#known.delete(uri.toString());
      this.#changed.fire([{ type, uri }]);
    };
    return Disposable.from(
      watcher, watcher.onDidChange(tell(FileChangeType.Changed)), watcher.onDidCreate(tell(FileChangeType.Created)),
      watcher.onDidDelete(tell(FileChangeType.Deleted)),
    );
  }

  readDirectory(): never {
    throw FileSystemError.NoPermissions();
  }

  createDirectory(): never {
    throw FileSystemError.NoPermissions();
  }

  delete(): never {
    throw FileSystemError.NoPermissions();
  }

  rename(): never {
    throw FileSystemError.NoPermissions();
  }

  dispose(): void {
    this.#changed.dispose();
    this.#refused.dispose();
  }
}

/** Word and WPS hold the file that they show. */
function whyNotWritten(error: unknown): string {
  const message = messageOf(error);
  return /EBUSY|EPERM|EACCES|NoPermissions/u.test(message) ? heldMessage() : message;
}
