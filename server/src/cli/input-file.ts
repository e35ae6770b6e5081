/** A file to read, or `-` for standard input. */
export interface InputFile {
  /** As given on the command line, joined with the file's place below it. */
  readonly path: string;
  readonly absolute: string;
  /** Named by itself, and not found in a folder or an archive. */
  readonly isNamed: boolean;
  readonly archived?: ArchivedFile;
}

/** A file that stands in an archive. */
export interface ArchivedFile {
  /** The archive, absolute. */
  readonly archive: string;
  /** Which of its entries. */
  readonly index: number;
}
