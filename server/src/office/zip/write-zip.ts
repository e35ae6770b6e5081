import { deflateSync, strToU8 } from 'fflate/browser';
import { crc32 } from './crc32.ts';
import { directoryLength, directorySignature, endLength, endSignature, localLength, localSignature, viewOf, type ZipEntry } from './zip.ts';
import { joinedBytes } from '../joined-bytes.ts';

/** Sizes stand behind the content, and not before it. */
const sizesFollowFlag = 1 << 3;
const namesAreUtf8Flag = 1 << 11;
const deflated = 8;
const version = 20;

/** A piece of the new archive: where it came from, if it did, and what it is now. */
interface Packed {
  readonly crc: number;
  readonly size: number;
  readonly packed: Uint8Array;
}

/** See `Zip.with`; `end` is where the end record begins. */
export function writeZip(bytes: Uint8Array, entries: readonly ZipEntry[], end: number, contents: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const directoryStart = viewOf(bytes).getUint32(end + 16, true);
  const changed = new Map([...contents].map(([name, content]) => [name.toLowerCase(), pack(content)]));
  const added = [...contents].filter(([name]) => !entries.some((entry) => entry.name.toLowerCase() === name.toLowerCase()));
  const writer = new Writer();
  const inPlace = [...entries].sort((one, other) => one.offset - other.offset);
  writer.add(bytes.subarray(0, inPlace[0]?.offset ?? directoryStart));
  const offsets = new Map<ZipEntry, number>();
  inPlace.forEach((entry, index) => {
    offsets.set(entry, writer.length);
    const piece = bytes.subarray(entry.offset, inPlace[index + 1]?.offset ?? directoryStart);
    const content = changed.get(entry.name.toLowerCase());
    writer.add(...content === undefined ? [piece] : localEntry(piece, content));
  });
  const addedOffsets = added.map(([name]) => {
    const at = writer.length;
    writer.add(...newLocalEntry(name, changed.get(name.toLowerCase()) as Packed));
    return at;
  });
  const start = writer.length;
  for (const entry of entries) {
    const { start: from, end: to } = entry.directory;
    writer.add(directoryEntry(bytes.slice(from, to), offsets.get(entry) as number, changed.get(entry.name.toLowerCase())));
  }
  added.forEach(([name], index) =>
    writer.add(newDirectoryEntry(name, changed.get(name.toLowerCase()) as Packed, addedOffsets[index] as number)));
  writer.add(endRecord(bytes.slice(end), entries.length + added.length, start, writer.length));
  return writer.bytes();
}

/** A new archive of these contents, in their order; it tells no time. */
export function newZip(contents: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const empty = new Uint8Array(endLength);
  viewOf(empty).setUint32(0, endSignature, true);
  return writeZip(empty, [], 0, contents);
}

class Writer {
  readonly #pieces: Uint8Array[] = [];
  length = 0;

  add(...pieces: readonly Uint8Array[]): void {
    for (const piece of pieces) {
      this.#pieces.push(piece);
      this.length += piece.length;
    }
  }

  bytes(): Uint8Array {
    return joinedBytes(this.#pieces);
  }
}

function pack(content: Uint8Array): Packed {
  return { crc: crc32(content), size: content.length, packed: deflateSync(content) };
}

/** The local header with its name, time and extras as they were, and the new content. */
function localEntry(piece: Uint8Array, { crc, size, packed }: Packed): Uint8Array[] {
  const old = viewOf(piece);
  const header = piece.slice(0, localLength + old.getUint16(26, true) + old.getUint16(28, true));
  const view = viewOf(header);
  view.setUint16(6, view.getUint16(6, true) & ~sizesFollowFlag, true);
  view.setUint16(8, deflated, true);
  view.setUint32(14, crc, true);
  view.setUint32(18, packed.length, true);
  view.setUint32(22, size, true);
  return [header, packed];
}

function newLocalEntry(name: string, { crc, size, packed }: Packed): Uint8Array[] {
  const encoded = strToU8(name);
  const header = new Uint8Array(localLength + encoded.length);
  const view = viewOf(header);
  view.setUint32(0, localSignature, true);
  view.setUint16(4, version, true);
  view.setUint16(6, namesAreUtf8Flag, true);
  view.setUint16(8, deflated, true);
  view.setUint32(10, firstOfJanuary1980, true);
  view.setUint32(14, crc, true);
  view.setUint32(18, packed.length, true);
  view.setUint32(22, size, true);
  view.setUint16(26, encoded.length, true);
  header.set(encoded, localLength);
  return [header, packed];
}

/** The least time that zip knows: a new part tells no clock. */
const firstOfJanuary1980 = 0x00210000;

function directoryEntry(record: Uint8Array, offset: number, content: Packed | undefined): Uint8Array {
  const view = viewOf(record);
  view.setUint32(42, offset, true);
  if (content !== undefined) {
    view.setUint16(8, view.getUint16(8, true) & ~sizesFollowFlag, true);
    view.setUint16(10, deflated, true);
    view.setUint32(16, content.crc, true);
    view.setUint32(20, content.packed.length, true);
    view.setUint32(24, content.size, true);
  }
  return record;
}

function newDirectoryEntry(name: string, { crc, size, packed }: Packed, offset: number): Uint8Array {
  const encoded = strToU8(name);
  const record = new Uint8Array(directoryLength + encoded.length);
  const view = viewOf(record);
  view.setUint32(0, directorySignature, true);
  view.setUint16(4, version, true);
  view.setUint16(6, version, true);
  view.setUint16(8, namesAreUtf8Flag, true);
  view.setUint16(10, deflated, true);
  view.setUint32(12, firstOfJanuary1980, true);
  view.setUint32(16, crc, true);
  view.setUint32(20, packed.length, true);
  view.setUint32(24, size, true);
  view.setUint16(28, encoded.length, true);
  view.setUint32(42, offset, true);
  record.set(encoded, directoryLength);
  return record;
}

/** The end record, its comment as it was. */
function endRecord(record: Uint8Array, count: number, start: number, end: number): Uint8Array {
  const view = viewOf(record);
  view.setUint16(8, count, true);
  view.setUint16(10, count, true);
  view.setUint32(12, end - start, true);
  view.setUint32(16, start, true);
  return record;
}
