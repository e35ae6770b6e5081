/** A file to read, or standard input. */
export interface InputFile {
  /** As given on the command line, joined with the file's place below it. */
  readonly path: string;
  /** Of standard input without a name, `-`. */
  readonly absolute: string;
  /** The folder above which no settings are looked for where there is no repository, absolute. */
  readonly base: string;
  /** Named by itself, and not found in a folder, an archive or by a glob. */
  readonly isNamed: boolean;
  readonly isStdin?: true;
  readonly archived?: ArchivedFile;
  /** The absolute path as the system knows it, where that is no UTF-8; `path` and `absolute` are for people then. */
  readonly rawPath?: Uint8Array;
}

/** A file that stands in an archive. */
export interface ArchivedFile {
  /** The archive, absolute. */
  readonly archive: string;
  /** Which of its entries. */
  readonly index: number;
  /** Whether the archive was named by itself, and not found in a folder or by a glob. */
  readonly isOfNamed: boolean;
}

/** What to give to the file system for a file. */
export function systemPath({ absolute, rawPath }: InputFile): string | Buffer {
  return rawPath === undefined ? absolute : Buffer.from(rawPath);
}
