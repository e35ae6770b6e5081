import { Inflate, strFromU8 } from 'fflate/browser';
import { crc32 as ownCrc32 } from './crc32.ts';
import { writeZip } from './write-zip.ts';
import {
  directoryLength, directorySignature, elsewhere, endLength, endSignature, largestEntry, largestTotal, localLength, localSignature, mostEntries,
  viewOf, ZipError, type Unpacking, type Zip, type ZipEntry,
} from './zip.ts';

/** The longest comment of an archive, which stands behind the end record. */
const longestComment = 0xffff;
const stored = 0;
const deflated = 8;
const isEncryptedFlag = 1;
/** So many packed bytes are unpacked at once, at most a thousandfold, before the size is looked at. */
const step = 1 << 14;

/** Opens an archive by its central directory. @throws ZipError where it is no whole archive, or has too many entries */
export function openZip(given: Uint8Array, unpacking: Unpacking = ownUnpacking): Zip {
  // A slice of Node's buffers is no copy.
  const bytes = new Uint8Array(given.buffer, given.byteOffset, given.byteLength);
  const end = findEnd(bytes);
  const entries = readDirectory(bytes, end);
  // Names of parts are the same in capital letters (ECMA-376-2, 6.2.2.3).
  const byName = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]));
  const content = (entry: ZipEntry): Uint8Array => unpack(bytes, entry, unpacking);
  const budget = new Budget();
  return {
    entries,
    isWritable: entries.every(({ packedSize, size, offset }) => packedSize !== elsewhere && size !== elsewhere && offset !== elsewhere),
    has: (name) => byName.has(name.toLowerCase()),
    read(name) {
      const entry = byName.get(name.toLowerCase());
      if (entry === undefined) {
        throw new ZipError('broken');
      }
      budget.spend(entry);
      return content(entry);
    },
    content,
    with: (contents) => writeZip(bytes, entries, end, contents),
  };
}

/** What the parts of one document may hold together; a part that is read again is no more of it. */
class Budget {
  readonly #read = new Set<ZipEntry>();
  #total = 0;

  /** @throws ZipError where that is more than any document has */
  spend(entry: ZipEntry): void {
    this.#total += this.#read.has(entry) ? 0 : entry.size;
    this.#read.add(entry);
    if (this.#total > largestTotal) {
      throw new ZipError('too-large');
    }
  }
}

/** Where the end record begins: the last one whose comment reaches to the end of the file. */
function findEnd(bytes: Uint8Array): number {
  const view = viewOf(bytes);
  for (let at = bytes.length - endLength; at >= Math.max(0, bytes.length - endLength - longestComment); at -= 1) {
    if (view.getUint32(at, true) === endSignature && at + endLength + view.getUint16(at + 20, true) <= bytes.length) {
      return at;
    }
  }
  throw new ZipError('broken');
}

function readDirectory(bytes: Uint8Array, end: number): ZipEntry[] {
  const view = viewOf(bytes);
  const count = view.getUint16(end + 10, true);
  if (count > mostEntries) {
    throw new ZipError('too-large');
  }
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index += 1) {
    const entry = readEntry(bytes, view, at, end);
    entries.push(entry);
    at = entry.directory.end;
  }
  return entries;
}

function readEntry(bytes: Uint8Array, view: DataView, at: number, limit: number): ZipEntry {
  if (at + directoryLength > limit || view.getUint32(at, true) !== directorySignature) {
    throw new ZipError('broken');
  }
  const nameEnd = at + directoryLength + view.getUint16(at + 28, true);
  const end = nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  if (end > limit) {
    throw new ZipError('broken');
  }
  const rawName = bytes.subarray(at + directoryLength, nameEnd);
  return {
    name: strFromU8(rawName).replaceAll('\\', '/'),
    rawName,
    flags: view.getUint16(at + 8, true),
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    packedSize: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    offset: view.getUint32(at + 42, true),
    directory: { start: at, end },
  };
}

function unpack(bytes: Uint8Array, entry: ZipEntry, { inflate, crc32 }: Unpacking): Uint8Array {
  const { flags, method, size, packedSize, offset } = entry;
  if (flags & isEncryptedFlag) {
    throw new ZipError('encrypted');
  }
  if (size > largestEntry) {
    throw new ZipError('too-large');
  }
  const view = viewOf(bytes);
  if (offset + localLength > bytes.length || view.getUint32(offset, true) !== localSignature) {
    throw new ZipError('broken');
  }
  const start = offset + localLength + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + packedSize > bytes.length || (method !== stored && method !== deflated)) {
    throw new ZipError('broken');
  }
  const packed = bytes.subarray(start, start + packedSize);
  const content = method === stored ? packed : inflate(packed, size);
  if (content?.length !== size || crc32(content) !== entry.crc) {
    throw new ZipError('broken');
  }
  return content;
}

/** Never unpacks much more than the size that was told, whatever the packed bytes hold. */
function inflateInParts(packed: Uint8Array, size: number): Uint8Array | undefined {
  const content = new Uint8Array(size);
  let length = 0;
  const stream = new Inflate((chunk) => {
    if (length + chunk.length > size) {
      throw new RangeError('more than was told');
    }
    content.set(chunk, length);
    length += chunk.length;
  });
  try {
    for (let at = 0; at < packed.length; at += step) {
      stream.push(packed.subarray(at, at + step), at + step >= packed.length);
    }
  } catch {
    return undefined;
  }
  return content.subarray(0, length);
}

/** Where the host has nothing of its own. */
const ownUnpacking: Unpacking = { inflate: inflateInParts, crc32: ownCrc32 };
