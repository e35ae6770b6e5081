import type { UnreadReason } from '../office-text.ts';

/** An archive that cannot be read, and why. */
export class ZipError extends Error {
  readonly reason: UnreadReason;

  constructor(reason: UnreadReason) {
    super(reason);
    this.reason = reason;
  }
}

/** An entry as the central directory tells it (APPNOTE.TXT 4.3.12). */
export interface ZipEntry {
  readonly name: string;
  /** As it is written, in whatever encoding. */
  readonly rawName: Uint8Array;
  readonly method: number;
  readonly flags: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  /** Where its local header begins. */
  readonly offset: number;
  /** Where it stands in the central directory. */
  readonly directory: { readonly start: number; readonly end: number };
}

/** A zip archive that is read part by part. */
export interface Zip {
  readonly entries: readonly ZipEntry[];
  /** Whether the archive can be written again; one beyond the limits of the first zip format cannot. */
  readonly isWritable: boolean;
  has(name: string): boolean;
  /** The content of an entry. @throws ZipError where there is none, or it is broken or too large */
  read(name: string): Uint8Array;
  /** The content of one of `entries`, each a file of its own, so that their sum has no limit. @throws ZipError where it is broken or too large */
  content(entry: ZipEntry): Uint8Array;
  /**
   * The archive with other contents for some of its entries and further entries at its end. All others are copied as they are packed,
   * in the same order, with what stands before, between and behind them.
   */
  with(contents: ReadonlyMap<string, Uint8Array>): Uint8Array;
}

/** What packed bytes are unpacked by: a part of a host's own does it in a tenth of the time before anything is compiled. */
export interface Unpacking {
  /** So many bytes that were deflated, or fewer; undefined where they are damaged or hold more. */
  inflate(packed: Uint8Array, size: number): Uint8Array | undefined;
  /** The check sum of zip (ISO 3309). */
  crc32(bytes: Uint8Array): number;
}

/** More entries than any document has. */
export const mostEntries = 10_000;
/** What one entry may hold, unpacked. */
export const largestEntry = 64 << 20;
/** What all parts of a document that are read by their names may hold together, unpacked. */
export const largestTotal = 256 << 20;

/** The end record, without its comment. */
export const endLength = 22;
export const endSignature = 0x06054b50;
export const directorySignature = 0x02014b50;
export const localSignature = 0x04034b50;
export const directoryLength = 46;
export const localLength = 30;
/** Sizes and offsets that stand elsewhere, in the extensions for large archives. */
export const elsewhere = 0xffffffff;

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
